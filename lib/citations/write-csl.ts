import type { CslItem } from './csl-item';

/** A CSL-JSON file (https://github.com/citation-style-language/schema), one item a line. */
export function writeCsl(items: readonly CslItem[]): string {
  return `[\n${cslLines(items)}\n]\n`;
}

/** What stands between the brackets. */
export function cslLines(items: readonly CslItem[]): string {
  return items.map((item) => JSON.stringify(item)).join(',\n');
}
