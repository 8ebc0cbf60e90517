import type { Paper } from './paper';

const MAX_LETTERS = 150;
const MAX_AUTHOR = 60;
/** Most file systems count bytes and take 255. */
const MAX_BYTES = 240;
const ENDING = '.pdf';

const encoder = new TextEncoder();
const segmenter = new Intl.Segmenter();

// What Windows, macOS or Linux refuse in a name, and what turns the text around it.
// Persian and the scripts of India cannot be written without the two joiners.
const REFUSED = /(?![\u200c\u200d])[<>"?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/i;

/**
 * A file name for a paper's PDF, `Author Year - Title.pdf`, that every system takes: at most 150
 * letters and 240 bytes of UTF-8. What is not known is left out.
 */
export function pdfName({
  authors,
  publishedAt,
  title,
}: Pick<Paper, 'authors' | 'publishedAt' | 'title'>): string {
  const author = shortened(clean(familyNameOf(authors[0] ?? '')), MAX_AUTHOR);
  const year = publishedAt?.slice(0, 4) ?? '';
  const who = [author, year].filter(Boolean).join(' ');
  const name = [who, clean(title)].filter(Boolean).join(' - ') || 'Paper';
  const stem = shortened(trimmed(name), MAX_LETTERS - ENDING.length - 1);
  return (RESERVED.test(stem) ? `_${stem}` : stem) + ENDING;
}

/** "Ludwig van Beethoven" is "van Beethoven"; "Family, Given" is "Family". */
function familyNameOf(author: string): string {
  if (author.includes(',')) return author.split(',', 1)[0]!;
  const parts = author
    .trim()
    .replace(/\s+(?:jr|sr|ii|iii|iv)\.?$/i, '')
    .split(/\s+/);
  const particle = parts.findIndex((part, i) => i > 0 && /^\p{Ll}/u.test(part));
  return parts.slice(particle > 0 ? particle : -1).join(' ');
}

function clean(text: string): string {
  const spaced = text.toWellFormed().normalize('NFC').replace(/\s+/g, ' ');
  const parted = spaced.replace(/\s*:\s+/g, ' - ').replace(/[:|/\\]/g, ' ');
  return trimmed(parted.replace(REFUSED, ''));
}

// A leading dot hides a file, and Windows drops dots and spaces at the end.
function trimmed(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
}

function shortened(text: string, letters: number): string {
  let short = '';
  let bytes = 0;
  for (const { segment } of segmenter.segment(text)) {
    bytes += encoder.encode(segment).length;
    if (short.length + segment.length > letters || bytes > MAX_BYTES) return trimmed(short);
    short += segment;
  }
  return short;
}
