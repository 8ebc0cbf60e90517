import type { PaperId } from '../../lib/paper';

/** The article of a paper, or something inside it. */
export function partOfEntry(id: PaperId, selector = ''): HTMLElement | null {
  return document.querySelector(`[data-paper="${CSS.escape(id)}"] ${selector}`.trim());
}
