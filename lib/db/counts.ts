import type { OffprintDb } from './schema';

export interface Counts {
  papers: number;
  saved: number;
  tags: number;
  sightings: number;
}

/** How much is here. */
export async function countAll(db: OffprintDb): Promise<Counts> {
  const [papers, saved, tags, sightings] = await Promise.all([
    db.papers.orderBy('lastSeenAt').count(),
    db.library.count(),
    db.tags.count(),
    db.sightings.count(),
  ]);
  return { papers, saved, tags, sightings };
}
