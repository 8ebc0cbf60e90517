import { t } from '../../lib/i18n';
import type { HelpLine } from '../help-dialog';

const LINES: [keys: string[], does: string][] = [
  [['/'], 'key_search'],
  [['j', 'k'], 'key_move'],
  [['↓', '↑'], 'key_move'],
  [['⏎'], 'key_read_paper'],
  [['s'], 'key_save_remove'],
  [['t'], 'key_tag'],
  [['e'], 'key_read'],
  [['o'], 'key_open'],
  [['c'], 'key_cite'],
  [['⇧', 'C'], 'key_cite_again'],
  [['x'], 'key_pick'],
  [['⇧', '↓'], 'key_pick_more'],
  [['Alt', '↑', '↓'], 'key_order'],
  [['u'], 'key_undo'],
  [['Esc'], 'key_close'],
  [['?'], 'key_help'],
];

const TAG_LINES: typeof LINES = [
  [['/'], 'key_search'],
  [['↓', '↑', '→', '←'], 'key_move'],
  [['F2'], 'rename'],
  [['x'], 'key_pick'],
  [['⇧', '↓'], 'key_pick_more'],
  [['m'], 'key_merge_tags'],
  [['Del'], 'delete'],
  [['u'], 'key_undo'],
  [['Esc'], 'key_close'],
  [['?'], 'key_help'],
];

/** What the keys of the library do, or those of its list of tags. */
export function helpLines(tags = false): HelpLine[] {
  const byText = new Map<string, string[]>();
  for (const [keys, does] of tags ? TAG_LINES : LINES)
    byText.set(does, [...(byText.get(does) ?? []), ...keys]);
  return [...byText].map(([does, keys]) => ({ keys, does: t(does) }));
}
