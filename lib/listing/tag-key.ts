/** What two tag names are compared by: case, width and a leading # do not count. */
export function tagKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/^#+/, '').toLowerCase();
}
