import type { BenchPaper } from '../papers';
import { randomOf } from './random';

/**
 * `papers`, and mixtures of them up to `count`: sentences of different abstracts, halves of two
 * titles, names of two authors. Each mixture coins two words from halves of others, so that the
 * vocabulary goes on growing, as that of a library does.
 */
export function mixedPapers(papers: readonly BenchPaper[], count: number): BenchPaper[] {
  const random = randomOf(count);
  const any = () => papers[Math.floor(random() * papers.length)]!;
  const sentences = papers.map(({ abstract }) => abstract.split(/(?<=\. )/));
  const titles = papers.map(({ title }) => title.split(' '));
  const mixed: BenchPaper[] = papers.slice(0, count);
  while (mixed.length < count) {
    const i = mixed.length;
    const length = 4 + Math.floor(random() * 6);
    const parts = Array.from({ length }, () => {
      const some = sentences[Math.floor(random() * sentences.length)]!;
      return some[Math.floor(random() * some.length)]!.trim();
    });
    const one = titles[Math.floor(random() * titles.length)]!;
    const other = titles[Math.floor(random() * titles.length)]!;
    const name = coined(random, one, other);
    const title = [...one.slice(0, one.length / 2 + 1), ...other.slice(other.length / 2)];
    mixed.push({
      ...any(),
      id: `x${String(i).padStart(7, '0')}`,
      title: `${name}: ${title.join(' ')}`,
      authors: any().authors.map((author) => {
        const family = any().authors[0] ?? author;
        return `${author.split(' ')[0]} ${family.split(' ').at(-1)}`;
      }),
      abstract: `${parts.join(' ')} We call it ${name}, after ${coined(random, other, one)}.`,
    });
  }
  return mixed;
}

/** A word of the first half of a word of `a` and the second of one of `b`. */
function coined(random: () => number, a: readonly string[], b: readonly string[]): string {
  const half = (words: readonly string[]) => {
    const word = words[Math.floor(random() * words.length)]!.replace(/\W/g, '') || 'Offprint';
    return [word.slice(0, word.length / 2 + 1), word.slice(word.length / 2)] as const;
  };
  return half(a)[0] + half(b)[1].toLowerCase();
}
