import type { PaperId } from '../lib/paper';

/** What the page draws of a paper as a whole, or something inside it; null where it is not drawn. */
export function partOfPaper(id: PaperId, selector = ''): HTMLElement | null {
  return document.querySelector(`[data-paper="${CSS.escape(id)}"] ${selector}`.trim());
}
