import type { CitationSource, Looked } from './look-citations';

/**
 * What an import of a file would do, found out in a worker of its own, so that the page stays alive
 * however large the file is; `signal` ends it.
 * @throws when the worker fails, or the signal's reason
 */
export function readCitations(source: CitationSource, signal: AbortSignal): Promise<Looked> {
  const worker = new Worker(new URL('./look.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Looked>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Looked>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    worker.postMessage(source);
  }).finally(() => worker.terminate());
}
