/** The formats papers go out in, in the order of menus. */
export const CITE_FORMATS = [
  'bibtex',
  'biblatex',
  'ris',
  'csl',
  'markdown',
  'csv',
  'html',
] as const;
export type CiteFormat = (typeof CITE_FORMATS)[number];

/** Those that go to the clipboard: a page with a search in it is a file. */
export const COPY_FORMATS = CITE_FORMATS.filter((format) => format !== 'html');

/** Letters a pattern of citation keys may have. */
export const MAX_KEY_PATTERN = 200;
