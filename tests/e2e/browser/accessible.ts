import type { CDPSession, Page } from 'playwright-core';

/** One node of the page as assistive technology is told of it. */
export interface AccessibleNode {
  role: string;
  name: string;
  backendNodeId: number;
}

/**
 * Everything on the page that has a role and a name, in tree order. Unlike Playwright's locators
 * this sees into closed shadow roots, where our controls live.
 */
export async function accessibleNodes(page: Page, role?: string): Promise<AccessibleNode[]> {
  return withDevtools(page, async (devtools) => {
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    return nodes.flatMap((node) => {
      const found = {
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        backendNodeId: node.backendDOMNodeId ?? 0,
      };
      const isWanted = !node.ignored && found.name !== '' && (!role || found.role === role);
      return isWanted ? [found] : [];
    });
  });
}

/** How long a reader would wait for what is about to appear, such as the answer to an act. */
const APPEARS_WITHIN_MS = 5_000;

/** Clicks, with the mouse, the first thing of that role whose name fits; throws if none appears. */
export async function press(page: Page, role: string, name: RegExp): Promise<void> {
  const end = Date.now() + APPEARS_WITHIN_MS;
  let nodes = await accessibleNodes(page, role);
  let node = nodes.find((each) => name.test(each.name));
  while (!node && Date.now() < end) {
    await page.waitForTimeout(50);
    nodes = await accessibleNodes(page, role);
    node = nodes.find((each) => name.test(each.name));
  }
  if (!node) {
    const names = nodes.map((each) => each.name).join(' | ');
    throw new Error(`There is no ${role} named ${name}; there are: ${names.slice(0, 500)}`);
  }
  const { backendNodeId } = node;
  const quad = await withDevtools(page, async (devtools) => {
    await devtools.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { quads } = await devtools.send('DOM.getContentQuads', { backendNodeId });
    return quads[0];
  });
  if (!quad) throw new Error(`The ${role} named "${node.name}" has no place on the screen.`);
  const [left = 0, top = 0, , , right = 0, bottom = 0] = quad;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}

async function withDevtools<T>(page: Page, use: (devtools: CDPSession) => Promise<T>): Promise<T> {
  const devtools = await page.context().newCDPSession(page);
  try {
    return await use(devtools);
  } finally {
    await devtools.detach();
  }
}
