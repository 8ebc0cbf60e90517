/** Where a control stands: in the title's own line, or above or below a title without one. */
export type Place = 'inline' | 'above' | 'below';

/** Says where the control of a title stands. */
export type PlaceFor = (anchor: Element, rowSelector: string) => Place;

const ROOM = 16;

/**
 * A title whose link is a block of its own (often clamped to some lines) has no line end to stand
 * at: the control goes above it where the layout leaves room, and takes none. Measured once per
 * kind of title, before anything is written.
 */
export function besideLinks(): PlaceFor {
  const places = new Map<string, Place>();
  return (anchor, rowSelector) => {
    const known = places.get(anchor.localName);
    if (known) return known;
    const place = measured(anchor, rowSelector);
    places.set(anchor.localName, place);
    return place;
  };
}

function measured(anchor: Element, rowSelector: string): Place {
  const link = anchor.querySelector('a');
  if (!link || getComputedStyle(link).display.startsWith('inline')) return 'inline';
  return roomAbove(anchor, anchor.closest(rowSelector)) < ROOM ? 'below' : 'above';
}

function roomAbove(anchor: Element, row: Element | null): number {
  if (!row) return 0;
  const { top } = anchor.getBoundingClientRect();
  let room = top - row.getBoundingClientRect().top;
  for (let at = anchor; at !== row && at.parentElement; at = at.parentElement) {
    const above = at.previousElementSibling?.getBoundingClientRect();
    if (above?.height && above.bottom <= top + 1) room = Math.min(room, top - above.bottom);
  }
  return room;
}
