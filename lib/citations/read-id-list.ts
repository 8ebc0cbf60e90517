import {
  arxivFromUrl,
  arxivKey,
  arxivLinks,
  doiId,
  keysFromUrl,
  parseArxivNumber,
} from '../identity';
import { ReadingBuilder, type CitationReading, type SaidRecord } from './record';

/**
 * Reads a list of addresses and identifiers, one a line: arXiv numbers, DOIs, addresses of either.
 * Bullets before and words after are passed over, as are blank lines and those that begin with `#`.
 * What is read is called by its number until a page or arXiv tells its title.
 */
export function readIdList(text: string): CitationReading {
  const builder = new ReadingBuilder();
  let line = 0;
  for (let start = 0; start < text.length && builder.hasRoom;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const said = text.slice(start, Math.min(end, start + 4_000)).trim();
    start = end + 1;
    line++;
    if (!said || said.startsWith('#')) continue;
    const paper = paperIn(said);
    if (paper) builder.take({ paper, line });
    else builder.problem(line, 'noIdentifier', said);
  }
  return builder.reading;
}

/** The paper the first word names that names one. */
export function paperIn(text: string): SaidRecord['paper'] | undefined {
  for (const word of text.split(/\s+/, 20)) {
    const paper = paperOf(word.replace(/^[<([{"'*-]+|[>)\]}"',;]+$/g, '')) ?? paperOf(word);
    if (paper) return paper;
  }
  return undefined;
}

function paperOf(word: string): SaidRecord['paper'] | undefined {
  const url = /^https?:\/\//i.test(word) && URL.canParse(word) ? new URL(word) : undefined;
  const arxiv = url ? arxivFromUrl(url) : parseArxivNumber(word);
  if (arxiv) {
    const { id, version } = arxiv;
    const links = arxivLinks(id);
    const ids = [arxivKey(id)];
    const paper = { title: `arXiv:${id}`, provisional: true, authors: [], ids, links };
    return version ? { ...paper, version } : paper;
  }
  const key = url ? keysFromUrl(url)[0] : doiId(word);
  if (!key) return undefined;
  if (key.startsWith('arxiv:')) return paperOf(key.slice('arxiv:'.length));
  const href = `https://doi.org/${encodeURI(key.slice('doi:'.length))}`;
  return {
    title: key,
    provisional: true,
    authors: [],
    ids: [key],
    links: [{ rel: 'page', href }],
  };
}
