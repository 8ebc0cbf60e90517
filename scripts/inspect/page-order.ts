import type { Paper, Sighting } from '../../lib/paper';

/** One entry per work, in the order the page showed them, with the site that showed it. */
export function inPageOrder(
  papers: readonly Paper[],
  sightings: readonly Sighting[],
): { paper: Paper; site: string }[] {
  const shown = new Map(sightings.map((sighting) => [sighting.paperId, sighting]));
  const rank = (paper: Paper) => shown.get(paper.id)?.rank ?? Number.MAX_SAFE_INTEGER;
  return papers
    .filter((paper) => shown.has(paper.id))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .map((paper) => ({ paper, site: shown.get(paper.id)!.site }));
}
