import { ACCENTS, FORMULA_COMMANDS, MATH_SYMBOLS, TEXT_SYMBOLS } from './tex-symbols';

/** `ascii`: accents and Greek as commands, for BibTeX, which counts bytes; biber reads UTF-8. */
export interface TexOptions {
  ascii: boolean;
}

/**
 * Text as TeX prints it: every special letter escaped, so that nothing in it is a command. Only
 * whole formulas, `$O(n^2)$`, pass as they are, and those only with commands that are harmless.
 */
export function texText(text: string, options: TexOptions): string {
  const escape = escaper(text, options);
  return spans(text)
    .map((span) => (span.isFormula ? span.text : escape(span.text)))
    .join('');
}

/**
 * A title: as text, and braces around what a style must not make small: formulas, words with a
 * capital or a digit inside (`NeRF`, `GPT-4`), known names, and in a title that is not in title
 * case every capital after the first word.
 */
export function texTitle(title: string, options: TexOptions): string {
  const escape = escaper(title, options);
  const isSentence = !isTitleCase(title);
  let isFirst = true;
  return spans(title)
    .map((span) => {
      if (span.isFormula) return `{${span.text}}`;
      return span.text.replace(/[\p{L}\p{M}\p{N}'’]+|[^\p{L}\p{M}\p{N}'’]+/gu, (part) => {
        const escaped = escape(part);
        if (!/^[\p{L}\p{N}]/u.test(part)) {
          // After a colon styles keep the capital by themselves.
          isFirst ||= /[:?!.]\s/.test(part);
          return escaped;
        }
        const keep = isProtected(part, isFirst, isSentence);
        isFirst = false;
        return keep ? `{${escaped}}` : escaped;
      });
    })
    .join('');
}

/** A note: as text, and its line breaks and runs of spaces with it. */
export function texNote(note: string, options: TexOptions): string {
  return note
    .split('\n')
    .map((line) =>
      texText(line, options).replace(/^ +| {2,}| +$/g, (run) => '\\ '.repeat(run.length)),
    )
    .join('\\par\n');
}

/** An address or identifier, which TeX reads letter by letter: no brace, no backslash. */
export function texVerbatim(text: string): string {
  return text.replace(/[{}\\\s]/g, encodeURIComponent);
}

interface Span {
  text: string;
  isFormula: boolean;
}

// As pandoc tells formulas from prices: no blank inside the dollars, no digit behind them.
const FORMULA = /\$(?=[^\s$])([^$]{0,300}?[^\s$\\])\$(?!\d)/g;

function spans(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(FORMULA)) {
    if (!isHarmless(match[1]!) || text[match.index - 1] === '\\') continue;
    found.push({ text: text.slice(end, match.index), isFormula: false });
    found.push({ text: match[0], isFormula: true });
    end = match.index + match[0].length;
  }
  found.push({ text: text.slice(end), isFormula: false });
  return found;
}

function isHarmless(formula: string): boolean {
  if (/[%#&~"@]|\^\^|[^\x20-\x7e]|\\$| {2}/.test(formula)) return false;
  for (const [, command] of formula.matchAll(/\\([A-Za-z]+)/g))
    if (!FORMULA_COMMANDS.has(command!)) return false;
  if (/\\[^A-Za-z,;:!|{}]/.test(formula)) return false;
  // Escaped or not: BibTeX counts every brace when it looks for the end of a field.
  return isBalanced(formula);
}

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // As formulas: pandoc does not know `\\textbraceleft` nor `\\textbar`, and drops them.
  '{': '{$\\lbrace{}$}',
  '}': '{$\\rbrace{}$}',
  '|': '{$\\vert{}$}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '\u00a0': '~',
};
// BibTeX counts them, but every reader knows them.
const SPECIAL_BALANCED: Record<string, string> = { ...SPECIAL, '{': '\\{', '}': '\\}' };

/** What escapes parts of `whole`. */
function escaper(whole: string, { ascii }: TexOptions): (part: string) => string {
  const special = isBalanced(whole) ? SPECIAL_BALANCED : SPECIAL;
  return (part) => {
    const escaped = part
      .replace(/[\\{}~^<>|\u00a0$%#&_]/g, (letter) => special[letter] ?? `\\${letter}`)
      // Two of these in a row would be one dash or quote.
      .replace(/-(?=-)|'(?=')|`(?=`)/g, '$&{}');
    return ascii ? escaped.replace(/[^\x00-\x7f]/gu, asCommand) : escaped;
  };
}

/** Whether every brace has its other one, none deeper than any reader goes. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '{' && ++depth > 20) return false;
    if (letter === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

const MARKS = new Map(ACCENTS.map(([command, mark]) => [mark, command]));
const SIGNS = new Map([
  ...[...TEXT_SYMBOLS]
    .filter(([, sign]) => /^\p{L}$/u.test(sign) && sign.normalize('NFD').length === 1)
    .map(([command, sign]): [string, string] => [sign, `{\\${command}}`]),
  ...[...MATH_SYMBOLS].map(([command, sign]): [string, string] => [
    sign,
    // The empty braces tell it from the same formula written in the text itself.
    `{$\\${command}{}$}`,
  ]),
]);

// What has no command stays: no TeX without UTF-8 could print it either way.
function asCommand(letter: string): string {
  const sign = SIGNS.get(letter);
  if (sign) return sign;
  const [base = '', mark = '', ...more] = letter.normalize('NFD');
  const command = MARKS.get(mark);
  if (command === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base)) return letter;
  return `{\\${command}{${base}}}`;
}

const NAMES = new Set(
  `Bayes Bayesian Gaussian Markov Markovian Monte Carlo Euclidean Riemannian Hilbert Banach Fourier Newton
  Hessian Jacobian Wasserstein Kullback Leibler Lipschitz Lagrangian Lagrange Hamiltonian Hamilton Boltzmann
  Turing Shannon Schrodinger Schrödinger Poisson Dirichlet Laplace Laplacian Langevin Nash Pareto Bellman
  Kalman Cauchy Hawkes Gibbs Bregman Nesterov Nyström Sobolev Stein Sinkhorn Stokes Navier Maxwell Einstein
  Ising Lyapunov Krylov Chebyshev Hermitian Abelian Galois Noether Python Java Linux Android Internet Wikipedia
  Twitter Google Facebook Atari Minecraft English Chinese Japanese Korean Arabic Hindi Indian African American
  European German French Spanish Italian Portuguese Russian Turkish Vietnamese Indonesian Persian Hebrew
  Latin Greek Africa America Asia Europe China India Japan Korea Germany France Earth Mars Bitcoin`.split(
    /\s+/,
  ),
);

function isProtected(word: string, isFirst: boolean, isSentence: boolean): boolean {
  if (/^.+\p{Lu}/u.test(word) || /^(?=.*\p{Lu})(?=.*\p{N})/u.test(word)) return true;
  if (!/^\p{Lu}/u.test(word)) return false;
  if ([...word].length === 1) return word !== 'A' && !(isFirst && isSentence);
  return NAMES.has(word.replace(/['’]s?$/, '')) || (isSentence && !isFirst);
}

/** Whether most longer words after the first begin with a capital. */
function isTitleCase(title: string): boolean {
  const words = title.split(/\s+/).slice(1);
  const telling = words.filter((word) => /^\p{L}{4}/u.test(word));
  const capital = telling.filter((word) => /^\p{Lu}/u.test(word));
  return telling.length === 0 || capital.length * 2 > telling.length;
}
