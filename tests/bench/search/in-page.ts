import type { BenchPaper } from '../papers';
import { mixedPapers } from './mixed-papers';
import { speedAt, type Speed } from './speed';

const LARGE = 100_000;

function searchSpeed(papers: readonly BenchPaper[], size: 'real' | 'large'): Speed[] {
  return speedAt(size === 'real' ? papers : mixedPapers(papers, LARGE));
}

export type SearchSpeed = typeof searchSpeed;

Object.assign(globalThis, { searchSpeed });
