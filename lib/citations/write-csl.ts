import type { CslItem } from './csl-item';

/** A CSL-JSON file (https://github.com/citation-style-language/schema), one item a line. */
export function writeCsl(items: readonly CslItem[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}
