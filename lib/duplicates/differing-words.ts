import { normalise } from '../identity';

/** A piece of a title, and whether the other title lacks it. */
export interface TitlePart {
  text: string;
  differs: boolean;
}

/** Words and what stands between them; a longer rest is one word. */
const MAX_WORDS = 240;

/**
 * Two titles in parts, those marked that stand in one alone; joined, the parts of each are the
 * title. Words are compared in the form titles are compared in, in their order.
 */
export function differingWords(a: string, b: string): [TitlePart[], TitlePart[]] {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const common = longestCommon(
    x.map(({ key }) => key),
    y.map(({ key }) => key),
  );
  return [partsOf(x, common.a), partsOf(y, common.b)];
}

interface Word {
  /** As it is written. */
  text: string;
  /** As it is compared; empty where there is no letter in it, as in what stands between words. */
  key: string;
}

function wordsOf(title: string): Word[] {
  const texts = title.split(/(\s+)/).filter(Boolean);
  const words = texts.slice(0, MAX_WORDS);
  const rest = texts.slice(MAX_WORDS).join('');
  return (rest ? [...words, rest] : words).map((text) => ({ text, key: normalise(text) }));
}

/** Which words belong to the longest common run of words, gaps allowed. */
function longestCommon(
  x: readonly string[],
  y: readonly string[],
): { a: Set<number>; b: Set<number> } {
  const isSame = (i: number, j: number) => x[i] !== '' && x[i] === y[j];
  const width = y.length + 1;
  const lengths = new Uint16Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      lengths[i * width + j] = isSame(i, j)
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const [a, b] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (isSame(i, j)) {
      a.add(i++);
      b.add(j++);
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return { a, b };
}

function partsOf(words: readonly Word[], common: ReadonlySet<number>): TitlePart[] {
  const isOwn = (i: number) => Boolean(words[i]?.key) && !common.has(i);
  const parts: TitlePart[] = [];
  words.forEach(({ text, key }, i) => {
    // What stands between two marked words is marked with them.
    const differs = key ? isOwn(i) : isOwn(i - 1) && isOwn(i + 1);
    const last = parts.at(-1);
    if (last && last.differs === differs) last.text += text;
    else parts.push({ text, differs });
  });
  return parts;
}
