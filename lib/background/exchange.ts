import { logRequest, logResult } from '../db/requests';
import type { Worker } from './worker';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/** How long the other side may say nothing. */
export const TIMEOUT_MS = 15_000;

type World = Pick<Worker, 'db' | 'fetch' | 'now'>;

/** One question to one address. */
export interface Question {
  url: string;
  /** Why it is made, for the log: a key such as `fill-abstracts`. */
  why: string;
  headers: Record<string, string>;
  /** Sent by `POST`. */
  body?: string | undefined;
  /** The hosts that may be asked; nothing is sent to others. */
  hosts: ReadonlySet<string>;
  /** Ends it. */
  signal?: AbortSignal | undefined;
}

/** What went wrong, in a word. */
export interface Failure {
  ok: false;
  /** The status, or `network`, `timeout`, `redirect`, `cancelled`, or what the reader says. */
  result: string;
  /** What the server said of when to ask again. */
  retryAfterMs?: number;
}

/** The time that is left, for who reads an answer. */
export interface Patience {
  /** Bytes read, for the log. */
  bytes: number;
  /** Throws when the time is over. */
  check(): void;
  /** The other side said something: it has the whole time again. */
  renew(): void;
}

/**
 * The one way out: asks an allowed host without cookies, follows no redirect (its target would be
 * asked before it is known), and enters the request into the log.
 * @param read takes the answer, whatever its status; what it throws counts as a broken connection
 * @param resultOf what the log says of an answer that was taken
 * @throws when the host is not allowed; then nothing was sent
 */
export async function exchange<A extends { ok: true }>(
  { db, fetch, now }: World,
  question: Question,
  read: (response: Response, patience: Patience) => Promise<A | Failure>,
  resultOf: (answer: A) => string = () => '200',
): Promise<A | Failure> {
  const { url, why } = question;
  const { host } = allowed(url, question.hosts);
  const start = now();
  const log = await logRequest(db, { at: start, host, url, why, result: 'sent', bytes: 0, ms: 0 });
  const patience = { bytes: 0, check() {}, renew() {} };
  const answered = await ask(fetch, question, read, patience);
  const result = answered.ok ? resultOf(answered) : answered.result;
  await logResult(db, log, { result, bytes: patience.bytes, ms: now() - start });
  return answered;
}

/** An answer that says no, and when to ask again. */
export function refused(response: Response): Failure {
  const result = String(response.status);
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return seconds > 0 && seconds < 86_400
    ? { ok: false, result, retryAfterMs: seconds * 1000 }
    : { ok: false, result };
}

/** Whether a mark may be kept and sent back; a mark that was cut would name another answer. */
export function isMark(mark: string | null | undefined): mark is string {
  return typeof mark === 'string' && /^[\x20-\x7e]{1,200}$/.test(mark);
}

function allowed(address: string, hosts: ReadonlySet<string>): URL {
  const url = new URL(address);
  const isAllowed =
    (url.protocol === 'https:' && hosts.has(url.host)) ||
    (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!isAllowed || url.username || url.password)
    throw new Error(`Offprint does not ask ${url.host}; nothing was sent.`);
  return url;
}

async function ask<A extends { ok: true }>(
  fetch: Worker['fetch'],
  { url, headers, body, signal }: Question,
  read: (response: Response, patience: Patience) => Promise<A | Failure>,
  patience: Patience,
): Promise<A | Failure> {
  const abort = new AbortController();
  const end = () => abort.abort();
  let timer = setTimeout(end, TIMEOUT_MS);
  patience.check = () => abort.signal.throwIfAborted();
  patience.renew = () => {
    clearTimeout(timer);
    timer = setTimeout(end, TIMEOUT_MS);
  };
  signal?.addEventListener('abort', end);
  try {
    signal?.throwIfAborted();
    const response = await fetch(url, {
      headers,
      ...(body !== undefined && { method: 'POST', body }),
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: abort.signal,
    });
    const moved = response.status >= 300 && response.status < 400 && response.status !== 304;
    if (response.type === 'opaqueredirect' || moved) return { ok: false, result: 'redirect' };
    return await read(response, patience);
  } catch {
    const result = abort.signal.aborted ? 'timeout' : 'network';
    return { ok: false, result: signal?.aborted ? 'cancelled' : result };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    // Lets go of a body that was not read to its end.
    abort.abort();
  }
}
