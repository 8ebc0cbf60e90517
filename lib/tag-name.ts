/** What a tag may be called, and when two names are one tag's. */

export const MAX_TAG_LENGTH = 60;

/** What is shown of a tag's name: white space collapsed, a leading # dropped, cut at 60 letters. */
export function cleanTagName(name: string): string {
  const clean = name.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/^#+/, '').trim();
  return [...clean].slice(0, MAX_TAG_LENGTH).join('');
}

/** What two tag names are compared by: case and width do not count. */
export function tagNameKey(name: string): string {
  return cleanTagName(name).normalize('NFKC').toLowerCase();
}
