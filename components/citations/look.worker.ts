import { lookCitations, type CitationSource } from './look-citations';

/** Reads one file and answers what an import of it would do, away from the page. */
addEventListener('message', ({ data }: MessageEvent<CitationSource>) => {
  // What goes wrong here is an error of the worker, of which the page is told.
  lookCitations(data).then(postMessage, (error: unknown) =>
    setTimeout(() => {
      throw error;
    }),
  );
});
