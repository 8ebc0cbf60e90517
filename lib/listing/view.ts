import { newOp, send } from '../send';
import type { ShownRow, View } from './listing';
import { OURS } from './watch-rows';

/** Shows controls beside the titles of a page. */
export function showOnPage(page: Document, _signal: AbortSignal): View {
  const controls = new Map<Element, HTMLButtonElement>();
  return {
    show(rows) {
      for (const shown of rows) draw(shown);
    },
    remove() {
      for (const button of page.querySelectorAll(`[${OURS}]`)) button.remove();
    },
  };

  function draw({ row, state }: ShownRow): void {
    if (!state) return;
    let button = controls.get(row.anchor);
    if (!button?.isConnected) {
      button = page.createElement('button');
      button.setAttribute(OURS, '');
      row.anchor.append(button);
      controls.set(row.anchor, button);
    }
    button.textContent = '';
    button.setAttribute('aria-label', state.saved ? 'Saved' : 'Save');
    button.onclick = () => void send('savePapers', { op: newOp(), paperIds: [state.id] });
  }
}
