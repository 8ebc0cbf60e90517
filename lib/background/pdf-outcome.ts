import type { Failure } from './exchange';

/** How long a PDF that does not come is tried for. */
export const PATIENCE_MS = 24 * 60 * 60 * 1000;

/** What may be otherwise in a while: the server is busy or ill, or the way to it is. */
const PASSING = /^(?:408|425|429|5\d\d|416|network|timeout|cut short)$/;

/** Whether a PDF that was asked for at `askedAt` is to be tried again after `failure`. */
export function mayComeYet({ result }: Failure, askedAt: number, now: number): boolean {
  return PASSING.test(result) && now - askedAt < PATIENCE_MS;
}

/** Whether what is here of the file is of no use for the next try. */
export function mustBeginAnew({ result }: Failure, tries: number): boolean {
  return result === '416' || (result === 'cut short' && tries > 0);
}

/** Whether an error says that the disk, or what the browser gives of it, is full. */
export function isDiskFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; depth++) {
    if (/quota/i.test(at.name + at.message)) return true;
    at = (at as { inner?: unknown }).inner ?? at.cause;
  }
  return false;
}
