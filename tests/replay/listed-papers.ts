import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sharedFolder } from '../shared-folder-path';

const FOLDER = join(sharedFolder, 'data/hf-daily');

/** Whether the real lists are here to be replayed. */
export const hasLists = existsSync(FOLDER);

/** A paper as it stood on one list date, with the counts of the one look that was had at it. */
export interface Listed {
  day: string;
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  submittedAt: number;
  votes: number;
  comments: number;
  stars: number | undefined;
}

/** Every list date in order with its papers. */
export function listedPapers(): Map<string, Listed[]> {
  const texts = new Map(
    gunzipSync(readFileSync(join(FOLDER, 'hf-daily-papers.jsonl.gz')))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string } & Record<string, unknown>)
      .map((paper) => [paper.id, paper] as const),
  );
  const days = new Map<string, Listed[]>();
  const [, ...lines] = readFileSync(join(FOLDER, 'hf-daily-observations.csv'), 'utf8')
    .trim()
    .split('\n');
  for (const line of lines) {
    const [, day = '', id = '', votes, comments, stars, , submitted = ''] = line.split(',');
    const text = texts.get(id);
    if (!text || !day) continue;
    const listed: Listed = {
      day,
      id,
      title: String(text.title),
      abstract: String(text.abstract ?? ''),
      authors: Array.isArray(text.authors) ? text.authors.map(String) : [],
      // Where the list says nothing better: two hours into its day.
      submittedAt: onDay(day, submitted) ?? Date.parse(`${day}T02:00:00Z`),
      votes: Number(votes) || 0,
      comments: Number(comments) || 0,
      stars: stars ? Number(stars) : undefined,
    };
    days.set(day, [...(days.get(day) ?? []), listed]);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function onDay(day: string, submitted: string): number | undefined {
  return submitted.startsWith(day) ? Date.parse(submitted) : undefined;
}
