import MarkdownIt, { type StateInline, type Token } from 'markdown-it';

export type { Token };

/** What a link in a note may lead to. */
const SAFE = /^(?:https?:\/\/|mailto:)/i;
/** How long a formula may be; it also bounds how far an unclosed one is looked for. */
const MAX_FORMULA = 1_000;
const FORMULA = /^(?:\$\$[^$]+\$\$|\$(?!\s)[^$\n]*[^\s$\\]\$(?!\d)|\\\([^]*?\\\)|\\\[[^]*?\\\])/;

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
markdown.validateLink = (href) => SAFE.test(href);
// Whole addresses only: a file name is no link.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// What is set in from the left is not meant as a program.
markdown.disable('code');
markdown.inline.ruler.before('escape', 'formula', formula);

/** The tokens of a note written in Markdown. HTML and formulas are text; no note takes long. */
export function parseNote(text: string): Token[] {
  const tokens = markdown.parse(text, {});
  // The page has headings of its own above the note; none may be more than one step below the last.
  let level = 2;
  for (const token of tokens)
    if (token.type === 'heading_open') {
      level = Math.min(Number(token.tag.slice(1)) + 2, level + 1, 6);
      token.tag = `h${level}`;
    }
  return tokens;
}

// A formula stays as it was written, asterisks and backslashes included.
function formula(state: StateInline, silent: boolean): boolean {
  const letter = state.src[state.pos];
  if (letter !== '$' && letter !== '\\') return false;
  const [found] = FORMULA.exec(state.src.slice(state.pos, state.pos + MAX_FORMULA)) ?? [];
  if (!found) return false;
  if (!silent) state.pending += found;
  state.pos += found.length;
  return true;
}

const BOX = /^((?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*(?:[-*+]|\d{1,9}[.)])\s+)\[([ xX])\](?=\s)/;

/** `text` with the box of a task, by the number of its line from 0, ticked or not; as it was where
 * that line has none. */
export function toggleTask(text: string, line: number): string {
  const lines = text.split('\n');
  const at = lines[line];
  if (at === undefined) return text;
  lines[line] = at.replace(BOX, (_, before: string, mark: string) =>
    mark === ' ' ? `${before}[x]` : `${before}[ ]`,
  );
  return lines.join('\n');
}
