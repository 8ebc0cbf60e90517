import { arxivOf, authorsOf, issuedOf, tagsOf, type CslItem } from './csl-item';

/** Each paper a section: title, who, where and when, tags, abstract, and the note as a quote. */
export function writeMarkdown(items: readonly CslItem[]): string {
  return items.map(section).join('\n');
}

/** One line to paste: `[Title](address), A. Example et al., Venue 2024`. */
export function markdownLine(item: CslItem): string {
  const { authors, cut } = authorsOf(item);
  const who = authors.slice(0, 3).map(escape).join(', ');
  const more = authors.length > 3 || cut ? ' et al.' : '';
  return [linked(item), who + more, where(item)].filter(Boolean).join(', ');
}

function section(item: CslItem): string {
  const { authors, cut } = authorsOf(item);
  const tags = tagsOf(item).map(escape).join(', ');
  const facts = [where(item), ...identifiers(item)].filter(Boolean).join(' · ');
  const blocks = [
    `## ${linked(item)}`,
    [...authors.map(escape), ...(cut ? ['et al.'] : [])].join(', '),
    facts,
    tags && `Tags: ${tags}`,
    item.abstract && escape(item.abstract),
    item.note && quote(item.note),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function linked({ title, URL: url }: CslItem): string {
  return url
    ? `[${escape(title)}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
    : escape(title);
}

function where(item: CslItem): string {
  const venue = item['container-title'] ?? item.publisher;
  const year = issuedOf(item)?.slice(0, 4);
  return [venue && `*${escape(venue)}*`, year].filter(Boolean).join(' ');
}

function identifiers(item: CslItem): string[] {
  const arxiv = arxivOf(item);
  return [
    ...(item.DOI ? [`doi:${escape(item.DOI)}`] : []),
    ...(arxiv ? [`arXiv:${escape(arxiv)}`] : []),
  ];
}

// The note's own Markdown is the reader's: only markup that a page might run is made text.
function quote(note: string): string {
  return note
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Text of which no letter is markup. */
function escape(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&')
    .replace(/^[-+=](?=\s|$|[-=])/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
