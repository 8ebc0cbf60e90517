import { demoPapers, type DemoPaper } from './papers';

/** The demo listing as a page of its own, served at `/papers/`. */
export function listingPage(): string {
  const articles = demoPapers.map(
    (paper, i) => `
      <article class="paper" id="${i + 1}">
        <h2 dir="auto"><a href="/paper/${i + 1}">${escaped(paper.title)}</a></h2>
        ${details(paper)}
      </article>`,
  );
  return page(
    'Demo listing',
    `<h1>Invented papers</h1>
     <p class="lead">${demoPapers.length} papers that nobody wrote, to try Offprint on. Hover over a
     title and press <kbd>Alt</kbd>+<kbd>S</kbd> to save it, or use the control beside it.</p>
     ${articles.join('\n')}`,
  );
}

/** One paper of the listing by its number, or undefined. */
export function paperPage(n: number): string | undefined {
  const paper = demoPapers[n - 1];
  if (!paper) return undefined;
  const heading = `<h1 dir="auto">${escaped(paper.title)}</h1>`;
  return page(paper.title, `<p><a href="/papers/">All papers</a></p>${heading}${details(paper)}`);
}

function details(paper: DemoPaper): string {
  const authors = paper.authors.map((name) => `<span class="author">${escaped(name)}</span>`);
  const date = new Date(paper.day).toLocaleDateString('en-GB', { dateStyle: 'long' });
  const abstract = paper.abstract
    ? `<p class="abstract" dir="auto">${escaped(paper.abstract)}</p>`
    : '';
  return `<p class="byline" dir="auto">${authors.join(', ')} · <time datetime="${paper.day}">${date}</time></p>
        ${abstract}`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${escaped(title)}</title>
    <style>${STYLE}</style>
  </head>
  <body><main>${body}</main></body>
</html>`;
}

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.55 Georgia, serif; margin: 0; }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 6rem; }
  h1 { font-size: 1.75rem; line-height: 1.25; }
  h2 { font-size: 1.15rem; line-height: 1.35; margin: 0 0 0.25rem; }
  h2 a { color: inherit; text-decoration: none; }
  h2 a:hover { text-decoration: underline; }
  .lead, .byline { opacity: 0.75; }
  .byline { margin: 0 0 0.5rem; font-size: 0.9rem; }
  .abstract { margin: 0; }
  .paper { padding: 1.25rem 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
