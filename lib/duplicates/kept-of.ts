import type { Paper } from '../paper';

/**
 * Which of two records is kept when they become one, unless the reader says otherwise: the saved
 * one; then the one with an abstract, with all its authors, with more identifiers; then the older.
 */
export function keptOf(
  a: { paper: Paper; entry: unknown },
  b: { paper: Paper; entry: unknown },
): Paper {
  const worth = ({ paper, entry }: { paper: Paper; entry: unknown }) => [
    entry ? 1 : 0,
    paper.abstract ? 1 : 0,
    paper.authorsCut ? 0 : 1,
    paper.ids.length,
  ];
  const [x, y] = [worth(a), worth(b)];
  const at = x.findIndex((value, i) => value !== y[i]);
  if (at >= 0) return x[at]! > y[at]! ? a.paper : b.paper;
  return a.paper.id < b.paper.id ? a.paper : b.paper;
}
