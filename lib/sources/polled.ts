import { arxivRss } from './arxiv-rss';
import { huggingFaceDaily } from './hugging-face-daily';
import type { Source } from './source';

/** Every source that is polled. */
export const polledSources: readonly Source[] = [huggingFaceDaily, arxivRss];
