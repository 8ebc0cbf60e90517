import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_BYTES, request, TIMEOUT_MS } from '../../../lib/background/request';
import { KEPT_REQUESTS } from '../../../lib/db/requests';
import { aWorker } from './a-worker';

const url = 'https://export.arxiv.org/api/query?id_list=2401.01234';
const ask = { url, why: 'fill-abstracts', accept: 'application/atom+xml' };

afterEach(() => {
  vi.useRealTimers();
});

describe('request', () => {
  it('gives the text and keeps one row of the log', async () => {
    const worker = aWorker({ fetch: () => Promise.resolve(new Response('añswer')) });
    expect(await request(worker, ask)).toEqual({ ok: true, text: 'añswer' });
    expect(await worker.db.requests.toArray()).toEqual([
      {
        id: 1,
        at: worker.time,
        host: 'export.arxiv.org',
        url,
        why: 'fill-abstracts',
        result: '200',
        bytes: 7,
        ms: 0,
      },
    ]);
  });

  it('sends no cookies, no referrer, and follows no redirect', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response('')));
    await request(aWorker({ fetch }), ask);
    expect(fetch.mock.calls[0]![1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
  });

  it.each([
    'https://arxiv.example/api',
    'https://export.arxiv.org.example/',
    'https://export.arxiv.org:8443/',
    'https://hf.co/api/daily_papers',
    'https://datasets.huggingface.co/',
    'http://rss.arxiv.org/atom/cs.LG',
    'https://user:word@export.arxiv.org/',
    'http://export.arxiv.org/',
    'http://192.168.1.1/',
    'data:text/plain,hello',
  ])('refuses %s and sends nothing', async (other) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const worker = aWorker({ fetch });
    await expect(request(worker, { ...ask, url: other })).rejects.toThrow('nothing was sent');
    expect(fetch).not.toHaveBeenCalled();
    expect(await worker.db.requests.count()).toBe(0);
  });

  it.each([
    ['429', new Response('', { status: 429, headers: { 'retry-after': '120' } }), 120_000],
    ['503', new Response('', { status: 503, headers: { 'retry-after': 'soon' } }), undefined],
    ['redirect', new Response(null, { status: 302, headers: { location: '/x' } }), undefined],
  ])('tells a %s', async (result, response, retryAfterMs) => {
    const worker = aWorker({ fetch: () => Promise.resolve(response) });
    expect(await request(worker, ask)).toEqual({
      ok: false,
      result,
      ...(retryAfterMs && { retryAfterMs }),
    });
    expect(await worker.db.requests.toArray()).toMatchObject([{ result }]);
  });

  it.each([
    ['https://huggingface.co/api/daily_papers?date=2026-11-23&limit=100', 'huggingface.co'],
    ['https://rss.arxiv.org/atom/cs.LG+cs.CL', 'rss.arxiv.org'],
  ])('asks %s, and no host it is sent on to', async (address, host) => {
    const moved = { status: 301, headers: { location: 'https://other.example/' } };
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response(null, moved)));
    const worker = aWorker({ fetch });
    expect(await request(worker, { ...ask, url: address })).toEqual({
      ok: false,
      result: 'redirect',
    });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(await worker.db.requests.toArray()).toMatchObject([{ host, result: 'redirect' }]);
  });

  it('stops reading at the cap', async () => {
    const piece = new Uint8Array(1_000_000);
    let pieces = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(to) {
        pieces++;
        to.enqueue(piece);
      },
      cancel() {
        cancelled = true;
      },
    });
    const worker = aWorker({ fetch: () => Promise.resolve(new Response(endless)) });
    expect(await request(worker, ask)).toEqual({ ok: false, result: 'too large' });
    expect(cancelled).toBe(true);
    expect(pieces).toBeLessThanOrEqual(MAX_BYTES / piece.length + 2);
  });

  it('gives up after fifteen seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let sent: () => void;
    const isSent = new Promise<void>((resolve) => (sent = resolve));
    const worker = aWorker({
      fetch: (_, init) =>
        new Promise((_, reject) => {
          init!.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
          sent();
        }),
    });
    const answered = request(worker, ask);
    await isSent;
    expect(await worker.db.requests.toArray()).toMatchObject([{ result: 'sent' }]);
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    expect(await answered).toEqual({ ok: false, result: 'timeout' });
    expect(await worker.db.requests.toArray()).toMatchObject([{ result: 'timeout' }]);
  });

  it('keeps the last two thousand rows', async () => {
    const worker = aWorker({ fetch: () => Promise.resolve(new Response('')) });
    const row = { at: 1, host: 'h', url, why: 'w', result: '200', bytes: 0, ms: 0 };
    await worker.db.requests.bulkAdd(Array.from({ length: KEPT_REQUESTS }, () => row));
    await request(worker, ask);
    expect(await worker.db.requests.count()).toBe(2_000);
    expect((await worker.db.requests.orderBy('id').first())?.id).toBe(2);
  });
});
