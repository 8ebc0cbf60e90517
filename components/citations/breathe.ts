const AWAKE_MS = 12;
let since = performance.now();

/** Lets the page draw and answer, where it has worked for longer than a frame. */
export async function breathe(): Promise<void> {
  if (performance.now() - since < AWAKE_MS) return;
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  since = performance.now();
}
