import { collapse } from '../paper';

/** What a record says of where a paper appeared. */
export interface SaidVenue {
  container?: string;
  volume?: string;
  issue?: string;
  pages?: string;
}

/** `Journal of Tides 12(3), 45–67`, the one line in which Offprint keeps it; '' when nothing is said. */
export function venueLine({ container = '', volume, issue, pages }: SaidVenue): string {
  if (!container) return '';
  const number = issue ? `(${issue})` : '';
  const place = volume ? ` ${volume}${number}` : number && ` ${number}`;
  return collapse(`${container}${place}${pages ? `, ${pages.replace(/--?/g, '–')}` : ''}`);
}

/** The arXiv number somewhere in a text such as "arXiv preprint arXiv:1706.03762". */
export function arxivIn(text: string): string | undefined {
  return /\b(?:arxiv[:\s]\s{0,3}|abs\/)([a-z-]{0,12}(?:\.[A-Za-z]{2})?\/?\d{4}\.?\d{3,5}(?:v\d{1,3})?)\b/i.exec(
    text.slice(0, 2_000),
  )?.[1];
}
