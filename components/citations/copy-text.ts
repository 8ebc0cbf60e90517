import type { CslItem } from '../../lib/citations/csl-item';
import { markdownLine } from '../../lib/citations/write-markdown';
import { sliceWriter } from '../../lib/citations/write-slices';
import type { CiteFormat } from '../../lib/cite-format';
import type { PaperId } from '../../lib/paper';
import { citedItems } from './cited-items';

/** These papers as text to paste; in Markdown each is one line, several are a list. */
export async function copyText(
  ids: readonly PaperId[],
  format: CiteFormat,
  pattern: string,
): Promise<string> {
  const items: CslItem[] = [];
  for await (const some of citedItems(ids, { pattern })) items.push(...some);
  if (format === 'markdown') {
    const [only, ...others] = items.map(markdownLine);
    return others.length === 0
      ? (only ?? '')
      : [only, ...others].map((line) => `- ${line}\n`).join('');
  }
  const { head, slice, tail } = await sliceWriter(format, {
    language: '',
    heading: '',
    searchLabel: '',
  });
  return head + slice(items) + tail;
}
