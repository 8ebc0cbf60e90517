import type { Instant } from '../paper';
import { exchange, isMark, refused, type Failure, type Patience } from './exchange';
import { Gathered, MAGIC_BYTES } from './gathered';
import type { Worker } from './worker';

/** What a file is taken up to. */
export const MAX_PDF_BYTES = 100_000_000;

export interface WantedFile {
  url: string;
  why: string;
  /** Bytes that are here already; with the mark of the file, only the others are asked for. */
  from: number;
  etag?: string | undefined;
  signal?: AbortSignal;
}

/** Where what comes is put; each answers false to end it. */
export interface Taker {
  /** Before the first byte: where it begins (0: anew), and what the server said of the file. */
  begin(file: { at: number; size?: number; etag?: string }): Promise<boolean>;
  take(bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
}

/**
 * Gets a PDF of at most 100 MB, piece by piece, as long as something comes every 15 s. What is no
 * PDF is not begun. Where it ends too soon, what was taken may be gone on with.
 * @returns besides what `exchange` says: `too large`, `not a pdf`, `cut short`, `cancelled`
 * @throws what `taker` throws, once the connection is let go; and when nothing may be sent there
 */
export async function download(
  world: Pick<Worker, 'db' | 'fetch' | 'now'>,
  { url, why, from, etag, signal }: WantedFile,
  taker: Taker,
): Promise<{ ok: true } | Failure> {
  // Of a file without a mark, or with a weak one, nobody knows whether the rest belongs to it.
  const condition = from > 0 && etag && isStrong(etag) ? etag : undefined;
  const headers = {
    accept: 'application/pdf',
    ...(condition && { range: `bytes=${from}-`, 'if-range': condition }),
  };
  const careful = new Careful(taker);
  const answered = await exchange(
    world,
    { url, why, headers, hosts: new Set([new URL(url).host]), signal },
    (response, patience) => readPdf(response, condition ? from : 0, careful, patience, world.now),
    ({ status }: { ok: true; status: string }) => status,
  );
  careful.throwIfFailed();
  return answered.ok ? { ok: true } : answered;
}

/** Whether the rest of a file can be asked for by this mark. */
export function isStrong(etag: string | null | undefined): etag is string {
  return isMark(etag) && /^"[^"]*"$/.test(etag);
}

async function readPdf(
  response: Response,
  from: number,
  taker: Taker,
  patience: Patience,
  now: () => Instant,
): Promise<{ ok: true; status: string } | Failure> {
  if (response.status !== 200 && response.status !== 206) return refused(response);
  const { at, size } = extent(response, from);
  if (at === undefined) return { ok: false, result: 'cut short' };
  if ((size ?? 0) > MAX_PDF_BYTES) return { ok: false, result: 'too large' };
  const etag = response.headers.get('etag');
  const file = { at, ...(size !== undefined && { size }), ...(isStrong(etag) && { etag }) };
  const reader = response.body?.getReader();
  const gathered = new Gathered(now);
  let isBegun = at > 0;
  if (isBegun && !(await taker.begin(file))) return CANCELLED;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    patience.check();
    if (value) {
      patience.renew();
      patience.bytes += value.byteLength;
      gathered.add(value);
    }
    if (at + patience.bytes > MAX_PDF_BYTES) return { ok: false, result: 'too large' };
    if (!isBegun && (done || gathered.bytes >= MAGIC_BYTES)) {
      if (!gathered.isPdf()) return { ok: false, result: 'not a pdf' };
      if (!(await taker.begin(file))) return CANCELLED;
      isBegun = true;
    }
    if (isBegun && gathered.bytes > 0 && (done || gathered.isDue()))
      if (!(await taker.take(gathered.empty()))) return CANCELLED;
    if (done) break;
  }
  const isWhole = size === undefined || at + patience.bytes === size;
  return isWhole
    ? { ok: true, status: String(response.status) }
    : { ok: false, result: 'cut short' };
}

const CANCELLED: Failure = { ok: false, result: 'cancelled' };

/** Where an answer begins, and how long the whole file is; no `at` where it is not what was asked. */
function extent({ status, headers }: Response, from: number): { at?: number; size?: number } {
  if (status === 206) {
    const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers.get('content-range') ?? '');
    const [begin, end, size] = (range?.slice(1) ?? []).map(Number);
    return from > 0 && begin === from && end! + 1 === size ? { at: from, size: size! } : {};
  }
  // Of a compressed answer, the length is not that of the file.
  const length = headers.get('content-encoding') ? null : headers.get('content-length');
  return length && /^\d+$/.test(length) ? { at: 0, size: Number(length) } : { at: 0 };
}

/** Keeps what a taker throws apart from what a connection does. */
class Careful implements Taker {
  private failure: { error: unknown } | undefined;

  constructor(private readonly taker: Taker) {}

  begin(file: Parameters<Taker['begin']>[0]): Promise<boolean> {
    return this.noting(this.taker.begin(file));
  }

  take(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    return this.noting(this.taker.take(bytes));
  }

  throwIfFailed(): void {
    if (this.failure) throw this.failure.error;
  }

  private noting(answer: Promise<boolean>): Promise<boolean> {
    return answer.catch((error: unknown) => {
      this.failure = { error };
      return false;
    });
  }
}
