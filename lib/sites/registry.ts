import type { SiteAdapter } from './adapter';
import { arxiv } from './arxiv';
import { demo } from './demo';
import { huggingFace } from './hugging-face';

/** Every site, for the worker, settings and tests. A page only ever gets its own adapter. */
export const sites: readonly SiteAdapter[] = [
  huggingFace,
  arxiv,
  ...(import.meta.env.OFFPRINT_DEMO ? [demo] : []),
];
