/** What Offprint puts into a page is marked by this attribute, so that it never wakes itself. */
export const OURS = 'data-offprint';

const SETTLE_MS = 60;
const LATEST_MS = 400;

/**
 * Calls `onRows` soon after rows matching `selector` came, changed or went, or our controls were
 * taken out of the page; once for many changes. Ends with `signal`.
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
  // Text and addresses too: a list rendered by script keeps its elements and changes what they say.
  observer.observe(page, {
    childList: true,
    characterData: true,
    attributeFilter: ['href'],
    subtree: true,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function concerns(change: MutationRecord, selector: string): boolean {
  const { target, addedNodes, removedNodes } = change;
  if (change.type !== 'childList') return isInRow(target, selector);
  if (addedNodes.length > 0 && [...addedNodes].every(isOurs)) return false;
  for (const node of removedNodes) if (isOurs(node) || holdsRow(node, selector)) return true;
  for (const node of addedNodes) if (holdsRow(node, selector)) return true;
  // Text that arrives late inside a row that is already there.
  return isInRow(target, selector);
}

function isOurs(node: Node): boolean {
  return node instanceof Element && node.hasAttribute(OURS);
}

function holdsRow(node: Node, selector: string): boolean {
  return (
    node instanceof Element &&
    (node.matches(selector) || node.querySelector(`${selector}, [${OURS}]`) !== null)
  );
}

function isInRow(node: Node, selector: string): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return Boolean(element?.closest(`${selector}, dd`));
}
