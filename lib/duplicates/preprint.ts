import { aliasKey, idsConflict, keyKind } from '../identity';

/**
 * DOIs of preprint servers: bioRxiv and medRxiv (whose prefix Cold Spring Harbor's journals share),
 * openRxiv, Research Square, SSRN, ChemRxiv, OSF and its children, TechRxiv, Preprints.org, Authorea.
 */
const PREPRINT_DOI =
  /^doi:10\.(?:1101\/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,}|(?:64898|21203|2139|26434|31219|31234|31235|31222|35542|36227|20944|22541)\/)/;

/** Whether an identifier is that of a preprint: an arXiv number or a DOI of a preprint server. */
export function isPreprintId(id: string): boolean {
  return keyKind(id) === 'arxiv' || PREPRINT_DOI.test(aliasKey(id));
}

/**
 * Whether the identifiers of two records say that they are two works: different ones of one kind,
 * other than a preprint's and its publication's.
 */
export function idsForbid(a: readonly string[], b: readonly string[]): boolean {
  const kindly = (ids: readonly string[], isOfPreprint: boolean) =>
    ids.filter((id) => isPreprintId(id) === isOfPreprint);
  return (
    idsConflict(kindly(a, true), kindly(b, true)) || idsConflict(kindly(a, false), kindly(b, false))
  );
}

/** Whether exactly one of two records is known only as a preprint. */
export function isPreprintAndPublication(a: readonly string[], b: readonly string[]): boolean {
  const isPreprint = (ids: readonly string[]) => ids.length > 0 && ids.every(isPreprintId);
  const isPublished = (ids: readonly string[]) => ids.some((id) => !isPreprintId(id));
  return (isPreprint(a) && isPublished(b)) || (isPreprint(b) && isPublished(a));
}
