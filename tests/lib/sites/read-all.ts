import type { PageAdapter, Promised, Row } from '../../../lib/sites/adapter';

/** All that an adapter makes of a page, at once. */
export function readAll(
  site: Pick<PageAdapter, 'read'>,
  page: ParentNode,
  url: URL,
): { rows: Row[]; promised: Promised } {
  const rows: Row[] = [];
  const reader = site.read(page, url);
  for (;;) {
    const step = reader.next();
    if (step.done) return { rows, promised: step.value };
    rows.push(step.value);
  }
}
