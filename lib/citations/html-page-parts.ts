/** The sheet of the exported page: the colours follow the reader's scheme, paper is white. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --line: #d8dee4; --page: #fff; --accent: #0b5cad; --mark: #f3f5f7; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --quiet: #9aa4ae; --line: #30363d; --page: #0f1419; --accent: #79b8ff; --mark: #1b222a; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--text); background: var(--page); overflow-wrap: anywhere; }
header { margin-bottom: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.75rem; }
h2 { font-size: 1.1rem; line-height: 1.35; margin: 0 0 0.25rem; }
p { margin: 0.25rem 0; }
a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.15em; }
label { display: block; font-size: 0.875rem; color: var(--quiet); }
input { width: 100%; font: inherit; padding: 0.5rem 0.75rem; color: inherit; background: var(--page); border: 1px solid var(--quiet); border-radius: 0.5rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
article { padding: 1.1rem 0; border-top: 1px solid var(--line); }
.quiet { color: var(--quiet); font-size: 0.9375rem; }
.tags { list-style: none; display: flex; flex-wrap: wrap; gap: 0.35rem; padding: 0; margin: 0.4rem 0; }
.tags li { font-size: 0.8125rem; padding: 0.05rem 0.5rem; border-radius: 1rem; background: var(--mark); border: 1px solid var(--line); }
.note { white-space: pre-wrap; margin: 0.6rem 0 0; padding: 0.1rem 0 0.1rem 0.75rem; border-inline-start: 3px solid var(--accent); }
[hidden] { display: none; }
@media print {
  :root { --text: #000; --quiet: #444; --line: #bbb; --page: #fff; --accent: #000; --mark: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .search { display: none; }
  article { break-inside: avoid; }
}
`;

/** Shows the papers that hold every word of the search; accents and case do not count. */
export const SCRIPT = `
'use strict';
const plain = (text) => text.normalize('NFKD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
const box = document.querySelector('input');
const count = document.querySelector('output');
const papers = [...document.querySelectorAll('article')].map((element) => ({ element, text: plain(element.textContent) }));
const search = () => {
  const words = plain(box.value).split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const { element, text } of papers) {
    element.hidden = !words.every((word) => text.includes(word));
    if (!element.hidden) shown++;
  }
  count.textContent = shown + ' / ' + papers.length;
};
box.addEventListener('input', search);
document.querySelector('.search').hidden = false;
search();
`;
