import { ACCENTS, MATH_SYMBOLS, MATH_SYNONYMS, TEXT_SYMBOLS } from './tex-symbols';

const MARKS = new Map(ACCENTS);
const SIGNS = new Map([
  ...MATH_SYMBOLS,
  ...MATH_SYNONYMS,
  ...TEXT_SYMBOLS,
  ['textquotedbl', '"'],
  ['TeX', 'TeX'],
  ['LaTeX', 'LaTeX'],
  ['quad', ' '],
  ['qquad', ' '],
  ['vert', '|'],
  ['lbrace', '{'],
  ['rbrace', '}'],
  ['par', '\n'],
  ['newline', '\n'],
]);
// They set letters in another style, and say nothing.
const STYLES =
  /^(?:text(?:it|bf|sc|tt|rm|sf|sl|up|normal|md)|emph|mathrm|mathit|mathbf|mbox|hbox|ensuremath|relax|url|href|bibinfo|bibfield|noopsort|protect|it|bf|em|sc|tt|rm|sf|sl)$/;

/** One pass over the text; each alternative takes at least one letter and none backtracks far. */
const TOKEN = new RegExp(
  [
    String.raw`(?<formula>\$(?:[^$\\]|\\[^])*\$)`,
    String.raw`\\(?<sign>["'\u0060^~=.])\s?(?:\{\s?\\?(?<a>\p{L})\s?\}|\{\}|\\(?<b>[ij])(?![A-Za-z])(?:\{\}|\s)?|(?<c>\p{L}))`,
    String.raw`\\(?<letter>[uvHcdbkr])(?:\s?\{\s?\\?(?<d>\p{L})\s?\}|\s\\(?<e>[ij])(?![A-Za-z])|\s(?<f>\p{L}))`,
    String.raw`\\(?<command>[A-Za-z]+)(?:\{\}|\s)?`,
    String.raw`\\(?<escaped>[^])`,
    String.raw`(?<brace>[{}])`,
    String.raw`(?<tie>~)`,
    '(?<dashes>-{2,3})',
    "(?<quotes>``|'')",
  ].join('|'),
  'gu',
);

/**
 * What TeX prints of a field, as plain text: accents and signs as letters, styles and braces
 * dropped. Formulas between dollars stay as they are written, as arXiv shows them; a command that
 * is not known stays too. `\par` is a line break. Linear in the length of the text.
 */
export function plainTex(tex: string): string {
  const text = tex.replace(TOKEN, (...args) => plainToken(args.at(-1) as Token, args[0] as string));
  return text.normalize('NFC');
}

type Token = Partial<Record<string, string>>;

function plainToken(token: Token, whole: string): string {
  const { formula, sign, letter, command, escaped } = token;
  if (formula) return SIGNS.get(/^\$\\([A-Za-z]+)\{\}\$$/.exec(formula)?.[1] ?? '') ?? formula;
  if (sign ?? letter) {
    const base = token.a ?? token.b ?? token.c ?? token.d ?? token.e ?? token.f ?? '';
    // `\~{}` is a tilde by itself, as in addresses.
    if (!base) return /[~^]/.test(whole) ? sign! : '';
    return (base + MARKS.get((sign ?? letter)!)!).normalize('NFC');
  }
  if (command) return plainCommand(command, whole);
  if (escaped) return /[-/,;:!@]/.test(escaped) ? '' : escaped === '\\' ? ' ' : escaped;
  if (token.tie) return '\u00a0';
  if (token.dashes) return token.dashes === '--' ? '–' : '—';
  if (token.quotes) return token.quotes === "''" ? '”' : '“';
  return '';
}

function plainCommand(command: string, whole: string): string {
  const sign = SIGNS.get(command);
  if (sign !== undefined) return sign;
  return STYLES.test(command) ? '' : whole.replace('{}', '');
}
