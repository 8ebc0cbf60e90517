import { launch, type LaunchOptions } from '../../tests/e2e/browser/index';
import { serveDemo } from './server';
import { tour } from './tour';

type Options = Pick<LaunchOptions, 'extension' | 'profile'>;

/** Opens a browser window on the demo listing; real sites work in it too. Ends with the window. */
export async function openDemo(options: Options): Promise<void> {
  const demo = await serveDemo();
  const session = await launch({ ...options, headless: false, online: true, viewport: null });
  const closed = new Promise<void>((resolve) => session.context.once('close', () => resolve()));
  const [tab] = session.context.pages();
  await (tab ?? (await session.context.newPage())).goto(demo.url);
  console.log(`The demo listing is open at ${demo.url}`);
  console.log('Real listings work in the same window: https://huggingface.co/papers,');
  console.log('https://arxiv.org/list/cs.CL/new. Close the window to end.');
  await closed;
  await session.close();
  await demo.close();
}

/** Does by itself, without a window, what a new reader does first; throws where a step fails. */
export async function tourDemo(options: Options): Promise<void> {
  const demo = await serveDemo();
  const session = await launch(options);
  try {
    await tour(session, demo.url);
  } finally {
    await session.close();
    await demo.close();
  }
}
