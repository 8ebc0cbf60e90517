/** Where a control stands: in the title's own line, or in the free band above a block of a title. */
export type Place = 'inline' | 'above' | 'below';

const CONTROL_HEIGHT = 20;

/**
 * Finds the place for the titles of one page, by its first. A title whose link is a block of its
 * own (often clamped to some lines) has no line end to stand at: the control goes above it, where
 * the layout leaves room, and takes none.
 */
export function placeFor(anchor: Element, rowSelector: string): Place {
  const link = anchor.querySelector('a');
  if (!link || link.textContent !== anchor.textContent) return 'inline';
  if (getComputedStyle(link).display.startsWith('inline')) return 'inline';
  return roomAbove(anchor, anchor.closest(rowSelector)) >= CONTROL_HEIGHT ? 'above' : 'below';
}

function roomAbove(anchor: Element, row: Element | null): number {
  const { top } = anchor.getBoundingClientRect();
  let room = row ? top - row.getBoundingClientRect().top : 0;
  for (let at = anchor; row && at !== row && at.parentElement; at = at.parentElement) {
    const above = at.previousElementSibling?.getBoundingClientRect();
    if (above && above.height > 0 && above.bottom <= top + 1)
      room = Math.min(room, top - above.bottom);
  }
  return room;
}
