/** What Offprint puts into a page is marked by this attribute, so that it never wakes itself. */
export const OURS = 'data-offprint';

const SETTLE_MS = 60;
const LATEST_MS = 400;

/**
 * Calls `onRows` soon after rows matching `selector` came into the page, or our controls were
 * taken out of it; once for many changes. Ends with `signal`.
 */
export function watchRows(
  page: Document,
  selector: string,
  onRows: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const soon = () => {
    const now = performance.now();
    if (timer === undefined) since = now;
    else if (now - since > LATEST_MS) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      onRows();
    }, SETTLE_MS);
  };
  const observer = new MutationObserver((changes) => {
    if (changes.some((change) => concerns(change, selector))) soon();
  });
  observer.observe(page.documentElement, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function concerns({ target, addedNodes, removedNodes }: MutationRecord, selector: string): boolean {
  for (const node of removedNodes)
    if (node instanceof Element && (isOurs(node) || node.matches(selector))) return true;
  for (const node of addedNodes) {
    if (node instanceof Element && !isOurs(node))
      if (node.matches(selector) || node.querySelector(selector)) return true;
  }
  // Text that arrives late inside a row that is already there.
  return addedNodes.length > 0 && !onlyOurs(addedNodes) && target instanceof Element
    ? target.closest(selector) !== null
    : false;
}

function isOurs(node: Element): boolean {
  return node.hasAttribute(OURS);
}

function onlyOurs(nodes: NodeList): boolean {
  return [...nodes].every((node) => node instanceof Element && isOurs(node));
}
