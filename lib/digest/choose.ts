/** Today's digest out of what rises and what is watched for. Pure. */
import { normalise } from '../identity';
import type { Instant, Paper, PaperId, Sighting } from '../paper';
import type { Candidate } from '../trending/candidates';
import { growth } from '../trending/trend';
import type { DigestItem, Muted, Reason, Watch } from './digest';
import { watcher } from './watches';
import { likeness, wordVectors, type WordVector } from './words';

/** All that a digest is made of, read at one moment. */
export interface Material {
  candidates: readonly Candidate[];
  /** Papers that sources told of in the fortnight, for the watches. */
  fresh: readonly Paper[];
  papers: ReadonlyMap<PaperId, Paper>;
  /** Never told: saved, dismissed, or told before. */
  excluded: ReadonlySet<PaperId>;
  /** Texts of papers the reader wants more of, and fewer. */
  liked: readonly Paper[];
  disliked: readonly Paper[];
  shown: ReadonlyMap<PaperId, Sighting>;
  muted: Muted;
  watches: readonly Watch[];
  /** How many papers at the most. */
  size: number;
  now: Instant;
}

/** From this likeness on two papers tell the same story; at most two of them are told. */
const ALIKE = 0.6;
const ALIKE_TOLD = 2;
/** Papers the reader must have liked before that has a say in the order. */
const ENOUGH_LIKED = 3;

interface Pick {
  paper: Paper;
  reason: Reason;
  points: DigestItem['points'];
}

/** The papers to tell, watches first; never more than `size`. */
export function chooseDigest(material: Material): DigestItem[] {
  const { shown, size } = material;
  const isMuted = mutes(material.muted);
  const picks = [...watched(material), ...rising(material)].filter(
    ({ paper }) => !paper.stub && paper.title !== '' && !isMuted(paper),
  );
  return withoutRepeats(picks, size).map(({ paper, reason, points }): DigestItem => {
    const sighting = shown.get(paper.id);
    const item: DigestItem = { paperId: paper.id, reason, points };
    if (!sighting) return item;
    const { site, listing, day } = sighting;
    return { ...item, shown: { site, listing, day } };
  });
}

function watched({ fresh, watches, excluded, candidates }: Material): Pick[] {
  const watchOf = watcher(watches);
  const points = new Map(candidates.map(({ trend }) => [trend.paperId, trend.points]));
  return fresh.flatMap((paper): Pick[] => {
    const watch = excluded.has(paper.id) ? undefined : watchOf(paper);
    const reason: Reason | undefined = watch && { kind: 'watch', watch: watch.text };
    return reason ? [{ paper, reason, points: points.get(paper.id) ?? [] }] : [];
  });
}

function rising(material: Material): Pick[] {
  const { candidates, papers, excluded, now } = material;
  const left = candidates.flatMap((candidate) => {
    const paper = papers.get(candidate.trend.paperId);
    return paper && !excluded.has(paper.id) ? [{ candidate, paper }] : [];
  });
  return byTaste(left, material).map(({ candidate, paper }) => ({
    paper,
    reason: reasonOf(candidate, now),
    points: candidate.trend.points,
  }));
}

function reasonOf({ trend, standing, rises }: Candidate, now: Instant): Reason {
  const { source, signal } = trend;
  const { gained, hours } = growth(trend, now);
  const said = { source, signal, gained, hours };
  if (!rises) return { kind: 'best', ...said };
  return { kind: 'rising', ...said, top: Math.max(1, Math.round(100 * (1 - standing.percentile))) };
}

/** Half by how it rises, half by how it is to the reader's taste, once that is known. */
function byTaste<T extends { candidate: Candidate; paper: Paper }>(
  left: readonly T[],
  { liked, disliked }: Material,
): T[] {
  if (liked.length < ENOUGH_LIKED && disliked.length === 0) return [...left];
  const texts = [...left.map(({ paper }) => paper), ...liked, ...disliked].map(textOf);
  const vectors = wordVectors(texts);
  const of = (from: number, count: number) => vectors.slice(from, from + count);
  const own = of(0, left.length);
  const likes = liked.length < ENOUGH_LIKED ? [] : of(left.length, liked.length);
  const dislikes = of(left.length + liked.length, disliked.length);
  const taste = own.map((vector) => nearest(vector, likes) - nearest(vector, dislikes));
  const order = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    return values.map((value) => sorted.lastIndexOf(value) / Math.max(1, values.length - 1));
  };
  const rises = order(left.map((_, i) => -i));
  const tastes = order(taste);
  return left
    .map((each, i) => ({ each, score: rises[i]! / 2 + tastes[i]! / 2 }))
    .sort((a, b) => b.score - a.score)
    .map(({ each }) => each);
}

function nearest(vector: WordVector, others: readonly WordVector[]): number {
  return Math.max(0, ...others.map((other) => likeness(vector, other)));
}

function withoutRepeats(picks: readonly Pick[], size: number): Pick[] {
  const vectors = wordVectors(picks.map(({ paper }) => textOf(paper)));
  const kept: number[] = [];
  picks.forEach(({ paper }, i) => {
    if (kept.length >= size) return;
    const isTwice = kept.some((k) => picks[k]!.paper.id === paper.id);
    const alike = kept.filter((k) => likeness(vectors[k]!, vectors[i]!) >= ALIKE);
    if (!isTwice && alike.length < ALIKE_TOLD) kept.push(i);
  });
  return kept.map((k) => picks[k]!);
}

function mutes({ words, authors, categories }: Muted): (paper: Paper) => boolean {
  const quiet = words.map(asWords).filter((word) => word.trim() !== '');
  const names = new Set(authors.map(normalise).filter(Boolean));
  const fields = new Set(categories);
  return (paper) =>
    quiet.some((word) => asWords(textOf(paper)).includes(word)) ||
    paper.authors.some((author) => names.has(normalise(author))) ||
    (paper.categories ?? []).some(
      (category) => fields.has(category) || fields.has(archiveOf(category)),
    );
}

// `math` for `math.ST`: a reader can mute a whole archive.
function archiveOf(category: string): string {
  return category.split('.', 1)[0]!;
}

// Between spaces, so that "ai" is not found in "training".
function asWords(text: string): string {
  return ` ${normalise(text)} `;
}

function textOf({ title, abstract = '' }: Paper): string {
  return `${title}\n${abstract}`;
}
