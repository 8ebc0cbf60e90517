/** The elements that make up the row of a title: arXiv's is a `dt` and the `dd` after it. */
export function rowElements(anchor: Element, rowSelector: string): Element[] {
  const details = anchor.closest('dd');
  const term = details?.previousElementSibling;
  if (details) return term?.matches('dt') ? [term, details] : [details];
  return [anchor.closest(rowSelector) ?? anchor];
}
