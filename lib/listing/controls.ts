import type { RowMode } from '../settings';
import type { Instant } from '../paper';
import { makeControl, type Control } from './control';
import { inSlices } from './in-slices';
import type { ShownRow } from './listing';
import { ROW_MODE } from './page-sheet';
import type { PlaceFor } from './placement';
import { rowElements } from './row-elements';

/** The controls of a page, one per title, kept in step with its rows. */
export interface Controls {
  /** Draws every row; resolves to false when a newer call took over. */
  show(rows: readonly ShownRow[], modeOf: (shown: ShownRow) => RowMode): Promise<boolean>;
  /** The control of the row that holds `target`. */
  at(target: Element | null | undefined): Control | undefined;
  remove(): void;
}

export function makeControls(
  rowSelector: string,
  press: (control: Control) => void,
  placeFor: PlaceFor,
  now: () => Instant,
): Controls {
  const byAnchor = new Map<Element, Control>();
  let round = 0;

  const drop = (anchor: Element) => {
    byAnchor.get(anchor)?.host.remove();
    byAnchor.delete(anchor);
  };

  const draw = (shown: ShownRow, mode: RowMode) => {
    const { anchor } = shown.row;
    let control = byAnchor.get(anchor);
    if (!shown.state) {
      // The row holds another paper now, of which nothing is known yet.
      if (control?.shown.key !== shown.key) drop(anchor);
      return;
    }
    if (!control) byAnchor.set(anchor, (control = makeControl(shown, press)));
    control.draw(shown, now());
    if (mode !== 'show') control.host.setAttribute(ROW_MODE, mode);
    else if (control.host.hasAttribute(ROW_MODE)) control.host.removeAttribute(ROW_MODE);
    control.place(placeFor(anchor, rowSelector));
  };

  return {
    async show(rows, modeOf) {
      const own = ++round;
      const anchors = new Set(rows.map(({ row }) => row.anchor));
      for (const anchor of byAnchor.keys()) if (!anchors.has(anchor)) drop(anchor);
      const end = await inSlices(
        rows.values(),
        (shown) => draw(shown, modeOf(shown)),
        () => own !== round,
        'offprint:decorate',
      );
      return end !== undefined;
    },
    at(target) {
      for (const [anchor, control] of byAnchor)
        if (target && rowElements(anchor, rowSelector).some((part) => part.contains(target)))
          return control;
      return undefined;
    },
    remove() {
      round++;
      for (const anchor of byAnchor.keys()) drop(anchor);
    },
  };
}
