import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { request, type Answered, type Ask, type Unchanged } from '../../../lib/background/request';
import { aWorker } from './a-worker';

const ask = {
  url: 'https://rss.arxiv.org/atom/cs.LG',
  why: 'trends',
  accept: 'application/atom+xml',
};
const etag = 'W/"5f-abc"';
const lastModified = 'Fri, 21 Nov 2025 05:00:00 GMT';

function answering(response: () => Response) {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(response()));
  const worker = aWorker({ fetch });
  return { worker, sent: () => new Headers(fetch.mock.calls[0]![1]!.headers) };
}

const notModified = () => new Response(null, { status: 304 });

describe('a conditional request', () => {
  it('gives the marks of an answer', async () => {
    const headers = { etag, 'last-modified': lastModified };
    const { worker } = answering(() => new Response('x', { headers }));
    expect(await request(worker, ask)).toEqual({ ok: true, text: 'x', etag, lastModified });
  });

  it('sends them back, and is told that there is nothing newer', async () => {
    const { worker, sent } = answering(notModified);
    expect(await request(worker, { ...ask, etag, lastModified })).toEqual({
      ok: true,
      unchanged: true,
    });
    expect(sent().get('if-none-match')).toBe(etag);
    expect(sent().get('if-modified-since')).toBe(lastModified);
    expect(await worker.db.requests.toArray()).toMatchObject([{ result: '304', bytes: 0 }]);
  });

  it.each([{ etag }, { lastModified }])('needs one of them: %o', async (mark) => {
    const { worker } = answering(notModified);
    expect(await request(worker, { ...ask, ...mark })).toEqual({ ok: true, unchanged: true });
  });

  it('reads what is newer', async () => {
    const { worker } = answering(() => new Response('new', { headers: { etag: '"2"' } }));
    expect(await request(worker, { ...ask, etag })).toEqual({ ok: true, text: 'new', etag: '"2"' });
  });

  it.each([{}, { etag: '' }, { etag: 'a\r\nx-other: 1' }, { lastModified: 'x'.repeat(201) }])(
    'takes a 304 that nobody asked for, here with %o, for a refusal',
    async (mark: Partial<Ask>) => {
      const { worker, sent } = answering(notModified);
      expect(await request(worker, { ...ask, ...mark })).toEqual({ ok: false, result: '304' });
      expect([...sent().keys()]).toEqual(['accept']);
      expect(await worker.db.requests.toArray()).toMatchObject([{ result: '304' }]);
    },
  );

  it('keeps a mark of 200 letters, and none that is longer or says something strange', async () => {
    const marked = async (value: string) => {
      const answer = new Response('x');
      // A Response takes no such header; a server's answer may still come with one.
      vi.spyOn(answer.headers, 'get').mockImplementation((name) =>
        name === 'etag' ? value : null,
      );
      return request(answering(() => answer).worker, ask);
    };
    expect(await marked('e'.repeat(200))).toMatchObject({ etag: 'e'.repeat(200) });
    for (const strange of ['e'.repeat(201), 'a\tb', 'a\u0000b', 'a\u007fb', 'é', ''])
      expect(await marked(strange)).toEqual({ ok: true, text: 'x' });
  });

  it('is unknown to callers who name no earlier answer', () => {
    const worker = aWorker();
    expectTypeOf(() => request(worker, ask)).returns.resolves.toEqualTypeOf<Answered>();
    expectTypeOf(() => request(worker, ask as Ask)).returns.resolves.toEqualTypeOf<
      Answered | Unchanged
    >();
  });
});
