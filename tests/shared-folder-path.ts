import { resolve } from 'node:path';

/** The folder of real saved pages and data beside the project; it is not part of the project. */
export const sharedFolder = resolve(
  import.meta.dirname,
  '..',
  process.env.OFFPRINT_SHARED ?? '../shared',
);
