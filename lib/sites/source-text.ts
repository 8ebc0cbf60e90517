/** Reading text off a page as its author wrote it, whatever a script has made of the mathematics. */
import { collapse } from '../paper';

/** Caps on one row; far above anything real. */
export const CAPS = { title: 1_000, abstract: 20_000, author: 200, authors: 2_000, href: 2_000 };

// MathJax 2 keeps the source in a script, MathJax 3 and 4, KaTeX and LaTeXML beside the result.
const TEX_SCRIPT = 'script[type^="math/tex"]';
const TYPESET = 'mjx-container, .katex, math';
const RENDERED = '.MathJax, .MathJax_Display, .MathJax_Preview, .MathJax_SVG, .MathJax_CHTML';
const SILENT = 'script, style, template, noscript';
const UNUSUAL = [TEX_SCRIPT, TYPESET, RENDERED, SILENT].join();

/**
 * The text of `element` on one line, mathematics as TeX between dollars, without what `skip` names
 * (a label, a "More" link), cut at `cap` letters; '' for a missing element.
 */
export function sourceText(element: Element | null | undefined, cap: number, skip = ''): string {
  if (!element) return '';
  if (!element.firstElementChild) return plain(element.textContent, cap);
  const unusual = element.querySelectorAll(skip ? `${UNUSUAL}, ${skip}` : UNUSUAL);
  const text = unusual.length ? walk(element, new Set(unusual), skip) : element.textContent;
  return plain(text, cap);
}

/** One line of at most `cap` letters, without control characters and direction overrides. */
export function plain(text: string | null, cap: number): string {
  return collapse(
    (text ?? '')
      .trimStart()
      .slice(0, cap * 4)
      .replace(/[\0-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g, ''),
  )
    .slice(0, cap)
    .trim();
}

// Step by step instead of recursive: a hostile page nests elements deeper than the stack is.
function walk(root: Element, unusual: ReadonlySet<Node>, skip: string): string {
  const parts: string[] = [];
  let node: Node | null = root.firstChild;
  while (node) {
    const inside = !unusual.has(node);
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    else if (!inside) parts.push(texOf(node as Element, skip));
    let next: Node | null = (inside && node.firstChild) || node.nextSibling;
    while (!next && node && node.parentNode !== root) {
      node = node.parentNode;
      next = node?.nextSibling ?? null;
    }
    node = next;
  }
  return parts.join('');
}

function texOf(element: Element, skip: string): string {
  if (skip && element.matches(skip)) return '';
  if (element.matches(TEX_SCRIPT)) return dollars(element.textContent);
  if (!element.matches(TYPESET)) return '';
  const source =
    element.querySelector('annotation[encoding="application/x-tex"]')?.textContent ??
    element.getAttribute('alttext') ??
    element.querySelector('[data-latex]')?.getAttribute('data-latex');
  if (source) return dollars(source);
  return (element.querySelector('math') ?? element).textContent ?? '';
}

function dollars(tex: string | null): string {
  return tex?.trim() ? `$${tex.trim()}$` : '';
}
