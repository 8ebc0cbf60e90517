import { sliceWriter } from '../../lib/citations/write-slices';
import type { CiteFormat } from '../../lib/cite-format';
import { t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { citedItems, type ItemsOptions } from './cited-items';

export interface FileOptions extends ItemsOptions {
  format: CiteFormat;
  /** What the exported page is headed. */
  heading: string;
  onProgress?: (done: number, of: number) => void;
}

/**
 * These papers as one file, written slice by slice.
 * @throws the signal's reason when it was cancelled
 */
export async function writeFile(
  ids: readonly PaperId[],
  { format, heading, onProgress, ...options }: FileOptions,
): Promise<{ file: Blob; extension: string; papers: number }> {
  const texts = { language: t('language'), heading, searchLabel: t('export_page_search') };
  const { head, slice, between, tail, extension, type } = await sliceWriter(format, texts);
  const parts = [head];
  let papers = 0;
  for await (const items of citedItems(ids, options)) {
    if (items.length === 0) continue;
    if (papers > 0) parts.push(between);
    parts.push(slice(items));
    papers += items.length;
    onProgress?.(papers, ids.length);
  }
  return { file: new Blob([...parts, tail], { type }), extension, papers };
}
