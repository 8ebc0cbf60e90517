/** An archive or subject class of arXiv, as arXiv writes it: `math`, `cs.LG`, `cond-mat.soft`. */
export const ARXIV_CATEGORY =
  /^[a-z]{1,10}(-[a-z]{2,5})?(\.([A-Z]{2}|[a-z]{2,5}-[a-z]{2,5}|[a-z]{4,8}))?$/;

/** The category that is meant, in arXiv's own letters: `cs.LG` for "CS.lg"; undefined for none. */
export function arxivCategory(typed: string): string | undefined {
  const name = typed
    .trim()
    .toLowerCase()
    .replace(/\.[a-z]{2}$/, (subject) => subject.toUpperCase());
  return ARXIV_CATEGORY.test(name) ? name : undefined;
}
