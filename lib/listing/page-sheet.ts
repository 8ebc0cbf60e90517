import type { RowMode } from '../settings';
import { element } from './element';
import { OURS } from './watch-rows';

/** On a control's host: what is to become of the row around it. */
export const ROW_MODE = `${OURS}-row`;

/**
 * The one stylesheet given to the page itself: the scheme of our hosts, and rows dimmed or hidden
 * by what their control says, so that no element of the page is ever touched.
 */
export function pageSheet(): { set(css: string): void; remove(): void } {
  const style = element('style');
  style.setAttribute(OURS, 'sheet');
  return {
    set(css) {
      if (style.textContent !== css) style.textContent = css;
      if (!style.isConnected) document.head?.append(style);
    },
    remove: () => style.remove(),
  };
}

/** The rules for rows that match `rowSelector`; `modes` says which are in use. */
export function pageRules(rowSelector: string, scheme: string, modes: Set<RowMode>): string {
  const rules = (mode: RowMode, suffix: string, style: string) => {
    if (!modes.has(mode)) return '';
    const control = `[${ROW_MODE}=${mode}]`;
    const rows = rowSelector.split(/,\s*/).flatMap((row) => {
      if (row.startsWith('h1')) return [];
      if (row === 'dt') return [`dt:has(+dd ${control})`, `dd:has(${control})`];
      // A cell that holds nothing but the row goes with it.
      return [`${row}:has(${control})`, `div:has(>${row}:only-child ${control})`];
    });
    return rows.length ? `${rows.map((row) => row + suffix).join()}{${style}}` : '';
  };
  return (
    `[${OURS}]{color-scheme:${scheme}}` +
    rules('dim', ':not(:hover,:focus-within)', 'opacity:.42') +
    rules('hide', '', 'display:none!important')
  );
}
