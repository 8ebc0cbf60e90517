import type { SeenPaper } from '../paper';

/** A row without the fields its page was silent about: no abstract is none, not an empty one. */
export function seenPaper(fields: SeenPaper): SeenPaper {
  const said = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && value !== false,
  );
  return Object.fromEntries(said) as unknown as SeenPaper;
}
