import { exchange, isMark, refused, type Failure, type Patience } from './exchange';
import type { Worker } from './worker';

/** The hosts that Offprint may ask, each only after the user agreed to what it is asked for. */
export const ALLOWED_HOSTS: ReadonlySet<string> = new Set([
  'export.arxiv.org',
  'huggingface.co',
  'rss.arxiv.org',
]);

export { TIMEOUT_MS } from './exchange';
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

/** The answer's text and marks, or what went wrong in a word, such as `too large`. */
export type Answered =
  { ok: true; unchanged?: false; text: string; etag?: string; lastModified?: string } | Failure;

/** There is nothing newer than what was named in the question. */
export interface Unchanged {
  ok: true;
  unchanged: true;
}

/**
 * Asks an allowed host for a text of at most 5 MB, in 15 s.
 * Only a question that names an earlier answer can be told that there is nothing newer.
 * @throws when the host is not allowed; then nothing was sent
 */
export async function request(
  world: World,
  question: Ask & { etag?: undefined; lastModified?: undefined },
): Promise<Answered>;
export async function request(world: World, question: Ask): Promise<Answered | Unchanged>;
export async function request(world: World, question: Ask): Promise<Answered | Unchanged> {
  const { url, why, accept, body } = question;
  const conditions = conditionsOf(question);
  const json = body !== undefined && { 'content-type': 'application/json' };
  const headers = { ...question.headers, accept, ...json, ...conditions };
  let status = 200;
  return exchange<Exclude<Answered, Failure> | Unchanged>(
    world,
    { url, why, headers, body, hosts: ALLOWED_HOSTS },
    async (response, patience) => {
      if (response.status === 304 && Object.keys(conditions).length > 0)
        return { ok: true, unchanged: true };
      if (response.status !== 200 && response.status !== 201) return refused(response);
      status = response.status;
      const text = await readText(response, patience);
      if (text === undefined) return { ok: false, result: 'too large' };
      return { ok: true, text, ...marksOf(response) };
    },
    ({ unchanged }) => (unchanged ? '304' : String(status)),
  );
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

async function readText(response: Response, patience: Patience): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return text + decoder.decode();
    patience.bytes += value.byteLength;
    if (patience.bytes > MAX_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    patience.check();
    text += decoder.decode(value, { stream: true });
  }
}
