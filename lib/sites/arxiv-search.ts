import type { Day } from '../paper';
import type { Promised, Row } from './adapter';
import { arxivAuthors, arxivPaper } from './arxiv-row';
import { countNumbers, numberOf } from './number-of';
import { CAPS, sourceText } from './source-text';

/** `/search`, simple and advanced. Both forms of each abstract are in the page; the full one counts. */
export function* readArxivSearch(page: ParentNode, url: URL): Generator<Row, Promised> {
  const results = [...page.querySelectorAll('li.arxiv-result')];
  for (const [index, result] of results.entries()) {
    const number = numberOf(result.querySelector('.list-title a, a[href*="/abs/"]'), url);
    const anchor = result.querySelector('p.title');
    const title = sourceText(anchor, CAPS.title);
    if (!number || !anchor || !title) continue;
    const full = result.querySelector('.abstract-full');
    const version = /v(\d{1,3})-abstract-full$/.exec(full?.id ?? '')?.[1];
    const said = {
      title,
      ...arxivAuthors(result.querySelector('.authors')),
      abstract: sourceText(full, CAPS.abstract, 'a.is-size-7, a[onclick]'),
      publishedAt: submitted(result),
      version: version ? Number(version) : undefined,
      rank: index + 1,
    };
    const dois = result.querySelectorAll('.tag a[href*="doi.org/"]');
    yield { anchor, paper: arxivPaper(number, result, url, said, dois) };
  }
  const hidden =
    url.searchParams.get('abstracts') === 'hide' ||
    page.querySelector('input[name="abstracts"][value="hide"][checked]');
  const promised = results.length || countNumbers(page.querySelectorAll('a[href*="/abs/"]'), url);
  return { rows: promised, abstracts: hidden ? 0 : promised };
}

// "Submitted 24 July, 2026; v1 submitted 3 May, 2024; originally announced May 2024."
function submitted(result: Element): Day | undefined {
  const line = [...result.querySelectorAll('p.is-size-7')]
    .map((p) => sourceText(p, 500))
    .find((text) => /^submitted\b/i.test(text));
  const dates = line?.matchAll(/submitted (\d{1,2}) (\p{L}+),? (\d{4})/giu);
  const [, day, month, year] = [...(dates ?? [])].at(-1) ?? [];
  return calendarDay(day, month, year);
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** `2026-07-24` of "24", "July", "2026"; undefined when it is no date. */
export function calendarDay(day = '', month = '', year = ''): Day | undefined {
  const index = month.length < 3 ? -1 : MONTHS.indexOf(month.slice(0, 3));
  if (index < 0 || index % 3 || !day || !year) return undefined;
  return `${year}-${String(index / 3 + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
