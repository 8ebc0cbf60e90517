import { plainText } from '../paper-schema';
import { arxivOf, authorsOf, issuedOf, isWeb, tagsOf, type CslItem } from './csl-item';
import { SCRIPT, STYLE } from './html-page-parts';

/** What the page says in the reader's language. */
export interface HtmlTexts {
  /** Of the language the texts are in, such as `en`. */
  language: string;
  heading: string;
  searchLabel: string;
}

/**
 * One page with everything in it: papers, abstracts, notes, tags, and a search. It asks the network
 * for nothing, and its policy allows nothing but its own sheet and script, by their SHA-256. All
 * that comes from outside is escaped text.
 */
export async function writeHtml(items: readonly CslItem[], texts: HtmlTexts): Promise<string> {
  const { head, tail } = await htmlFrame(texts);
  return head + articles(items) + tail;
}

/** The page around its papers. */
export async function htmlFrame(texts: HtmlTexts): Promise<{ head: string; tail: string }> {
  const policy = [
    "default-src 'none'",
    `script-src '${await sha256(SCRIPT)}'`,
    `style-src '${await sha256(STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = `<!doctype html>
<html lang="${escape(texts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(texts.heading)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escape(texts.heading)}</h1>
<search class="search" hidden><label for="words">${escape(texts.searchLabel)}</label>
<input type="search" id="words" autocomplete="off" spellcheck="false">
<output class="quiet" for="words"></output></search>
</header>
<main>
`;
  const tail = `</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
  return { head, tail };
}

/** The papers of the page. */
export function articles(items: readonly CslItem[]): string {
  return items.map(article).join('');
}

function article(item: CslItem): string {
  const { authors, cut } = authorsOf(item);
  const tags = tagsOf(item).map((tag) => `<li dir="auto">${escape(tag)}</li>`);
  const lines = [
    `<h2 dir="auto">${linked(item.title, item.URL)}</h2>`,
    paragraph(escape([...authors, ...(cut ? ['et al.'] : [])].join(', ')), 'quiet'),
    paragraph(facts(item), 'quiet'),
    tags.length > 0 ? `<ul class="tags">${tags.join('')}</ul>` : '',
    paragraph(escape(item.abstract ?? '')),
    paragraph(escape(item.note ?? ''), 'note'),
  ];
  return `<article>\n${lines.filter(Boolean).join('\n')}\n</article>\n`;
}

function facts(item: CslItem): string {
  const arxiv = arxivOf(item);
  const venue = item['container-title'];
  return [
    venue && escape(venue),
    issuedOf(item),
    item.DOI && linked(`doi:${item.DOI}`, `https://doi.org/${encodeURI(item.DOI)}`),
    arxiv && linked(`arXiv:${arxiv}`, `https://arxiv.org/abs/${encodeURI(arxiv)}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

function paragraph(html: string, className?: string): string {
  const attribute = className ? ` class="${className}"` : '';
  return html && `<p dir="auto"${attribute}>${html}</p>`;
}

function linked(text: string, href: string | undefined): string {
  if (!href || !isWeb(href)) return escape(text);
  return `<a href="${escape(href)}" rel="noreferrer">${escape(text)}</a>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  );
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
