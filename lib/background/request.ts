import { logRequest, logResult } from '../db/requests';
import type { Worker } from './worker';

/** The hosts that Offprint may ask, each only after the user agreed to what it is asked for. */
export const ALLOWED_HOSTS: ReadonlySet<string> = new Set([
  'export.arxiv.org',
  'huggingface.co',
  'rss.arxiv.org',
]);

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

export const TIMEOUT_MS = 15_000;
export const MAX_BYTES = 5_000_000;

type World = Pick<Worker, 'db' | 'fetch' | 'now'>;

export interface Ask {
  url: string;
  /** Why it is made, for the log: a key such as `fill-abstracts`. */
  why: string;
  accept: string;
  /** What an earlier answer of `url` was marked with: only a newer one is asked for. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** Sent by `POST`, as JSON. */
  body?: string;
  /** Headers that a server wants of every question, such as the version of its interface. */
  headers?: Record<string, string>;
}

/** The answer's text and marks, or what went wrong in a word. */
export type Answered =
  | { ok: true; unchanged?: false; text: string; etag?: string; lastModified?: string }
  | {
      ok: false;
      /** The status, or `network`, `timeout`, `redirect`, `too large`. */
      result: string;
      /** What the server said of when to ask again. */
      retryAfterMs?: number;
    };

/** There is nothing newer than what was named in the question. */
export interface Unchanged {
  ok: true;
  unchanged: true;
}

/**
 * The one way out: asks an allowed host without cookies, follows no redirect (its target would be
 * asked before it is known), stops after 15 s or 5 MB, and enters the request into the log.
 * Only a question that names an earlier answer can be told that there is nothing newer.
 * @throws when the host is not allowed; then nothing was sent
 */
export async function request(
  world: World,
  question: Ask & { etag?: undefined; lastModified?: undefined },
): Promise<Answered>;
export async function request(world: World, question: Ask): Promise<Answered | Unchanged>;
export async function request(
  { db, fetch, now }: World,
  question: Ask,
): Promise<Answered | Unchanged> {
  const { url, why } = question;
  const { host } = allowed(url);
  const start = now();
  const log = await logRequest(db, { at: start, host, url, why, result: 'sent', bytes: 0, ms: 0 });
  const size = { bytes: 0, status: 200 };
  const answered = await ask(fetch, question, size);
  const result = answered.ok ? (answered.unchanged ? '304' : String(size.status)) : answered.result;
  await logResult(db, log, { result, bytes: size.bytes, ms: now() - start });
  return answered;
}

function allowed(address: string): URL {
  const url = new URL(address);
  const isAllowed =
    (url.protocol === 'https:' && ALLOWED_HOSTS.has(url.host)) ||
    (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!isAllowed || url.username || url.password)
    throw new Error(`Offprint does not ask ${url.host}; nothing was sent.`);
  return url;
}

async function ask(
  fetch: Worker['fetch'],
  question: Ask,
  size: { bytes: number; status: number },
): Promise<Answered | Unchanged> {
  const conditions = conditionsOf(question);
  const { body } = question;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(question.url, {
      headers: {
        ...question.headers,
        accept: question.accept,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...conditions,
      },
      ...(body !== undefined && { method: 'POST', body }),
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: abort.signal,
    });
    if (response.status === 304)
      return Object.keys(conditions).length > 0 ? { ok: true, unchanged: true } : refused(response);
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
      return { ok: false, result: 'redirect' };
    if (response.status !== 200 && response.status !== 201) return refused(response);
    size.status = response.status;
    const text = await read(response, size, abort);
    if (text === undefined) return { ok: false, result: 'too large' };
    return { ok: true, text, ...marksOf(response) };
  } catch {
    return { ok: false, result: abort.signal.aborted ? 'timeout' : 'network' };
  } finally {
    clearTimeout(timer);
    // Lets go of a body that was not read to its end.
    abort.abort();
  }
}

function conditionsOf({ etag, lastModified }: Ask): Record<string, string> {
  return {
    ...(isMark(etag) && { 'if-none-match': etag }),
    ...(isMark(lastModified) && { 'if-modified-since': lastModified }),
  };
}

function marksOf({ headers }: Response): { etag?: string; lastModified?: string } {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(isMark(etag) && { etag }), ...(isMark(lastModified) && { lastModified }) };
}

/** Whether a mark may be kept and sent back; a mark that was cut would name another answer. */
function isMark(mark: string | null | undefined): mark is string {
  return typeof mark === 'string' && /^[\x20-\x7e]{1,200}$/.test(mark);
}

function refused(response: Response): Answered {
  const result = String(response.status);
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return seconds > 0 && seconds < 86_400
    ? { ok: false, result, retryAfterMs: seconds * 1000 }
    : { ok: false, result };
}

async function read(
  response: Response,
  size: { bytes: number },
  abort: AbortController,
): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return text + decoder.decode();
    size.bytes += value.byteLength;
    if (size.bytes > MAX_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    if (abort.signal.aborted) throw new Error('timeout');
    text += decoder.decode(value, { stream: true });
  }
}
