import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../../lib/paper';

/** The votes of an item, as they were read at an instant. */
export interface Observation {
  at: Instant;
  votes: number;
}

/** A story on Hacker News; `observations` in the order of time, at least one. */
export interface Item {
  id: number;
  submittedAt: Instant;
  observations: Observation[];
}

const HOUR = 3_600_000;
const SEEN_WITHIN = 12 * HOUR;

/** The items whose submission time is known and that were first seen within 12 h of it. */
export function readItems(folder: string): Item[] {
  const observations = readObservations(join(folder, 'hn-points-observations.csv'));
  return readSubmissions(join(folder, 'hn-items.csv'))
    .map(([id, submittedAt]) => ({ id, submittedAt, observations: observations.get(id) ?? [] }))
    .filter(
      (item) => item.observations[0] && item.observations[0].at <= item.submittedAt + SEEN_WITHIN,
    )
    .sort((a, b) => a.submittedAt - b.submittedAt);
}

/** Titles may hold commas, the first and the last column cannot. */
function readSubmissions(file: string): [id: number, at: Instant][] {
  return linesOf(file).flatMap((line): [number, Instant][] => {
    // In UTC, which only some rows say.
    const [, id, submitted] = /^(\d+),.*,(\d{4}-[^,Z]+)Z?$/.exec(line) ?? [];
    return id && submitted ? [[Number(id), Date.parse(`${submitted}Z`)]] : [];
  });
}

function readObservations(file: string): Map<number, Observation[]> {
  const byItem = new Map<number, Observation[]>();
  for (const line of linesOf(file)) {
    const [at, id, points] = line.split(',');
    if (!at || !id || !points) continue;
    const seen = byItem.get(Number(id)) ?? [];
    byItem.set(Number(id), [...seen, { at: Date.parse(at), votes: Number(points) }]);
  }
  for (const seen of byItem.values()) seen.sort((a, b) => a.at - b.at);
  return byItem;
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split(/\r?\n/).slice(1);
}
