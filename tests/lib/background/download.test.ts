import { describe, expect, it } from 'vitest';
import { download, MAX_PDF_BYTES, type Taker } from '../../../lib/background/download';
import { aWorker } from './a-worker';

const url = 'https://papers.example.org/a.pdf';
const file = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(5_000)}`);

function taking(endAfter = Infinity): Taker & { begun: unknown[]; bytes: number } {
  const taker = {
    begun: [] as unknown[],
    bytes: 0,
    begin: (begin: unknown) => Promise.resolve(taker.begun.push(begin) > 0),
    take: (bytes: Uint8Array) => Promise.resolve((taker.bytes += bytes.length) < endAfter),
  };
  return taker;
}

function answering(body: BodyInit | null, init: ResponseInit = {}) {
  const asked: RequestInit[] = [];
  const worker = aWorker({
    fetch: (_, given) => {
      asked.push(given!);
      return Promise.resolve(new Response(body, init));
    },
  });
  return { worker, asked };
}

const wanted = { url, why: 'keep-pdf', from: 0 };

describe('a download', () => {
  it('takes a PDF, and the log has its bytes', async () => {
    const { worker, asked } = answering(file, {
      headers: { 'content-length': String(file.length), etag: '"a"' },
    });
    const taker = taking();
    expect(await download(worker, wanted, taker)).toEqual({ ok: true });
    expect(taker).toMatchObject({
      begun: [{ at: 0, size: file.length, etag: '"a"' }],
      bytes: file.length,
    });
    expect(asked[0]).toMatchObject({ credentials: 'omit', redirect: 'manual' });
    expect(asked[0]!.headers).toEqual({ accept: 'application/pdf' });
    expect(await worker.db.requests.toArray()).toMatchObject([
      { url, why: 'keep-pdf', result: '200', bytes: file.length },
    ]);
  });

  it('asks for the rest of a file by its mark, and takes it where it goes on', async () => {
    const rest = file.slice(1_000);
    const { worker, asked } = answering(rest, {
      status: 206,
      headers: { 'content-range': `bytes 1000-${file.length - 1}/${file.length}`, etag: '"a"' },
    });
    const taker = taking();
    const answered = await download(worker, { ...wanted, from: 1_000, etag: '"a"' }, taker);
    expect(answered).toEqual({ ok: true });
    expect(asked[0]!.headers).toMatchObject({ range: 'bytes=1000-', 'if-range': '"a"' });
    expect(taker).toMatchObject({ begun: [{ at: 1_000, size: file.length }], bytes: rest.length });
  });

  it.each([
    ['without a mark', undefined],
    ['with a weak mark', 'W/"a"'],
  ])('begins anew %s', async (_, etag) => {
    const { worker, asked } = answering(file);
    const taker = taking();
    expect(await download(worker, { ...wanted, from: 1_000, etag }, taker)).toEqual({ ok: true });
    expect(asked[0]!.headers).toEqual({ accept: 'application/pdf' });
    expect(taker.begun).toEqual([{ at: 0 }]);
  });

  it.each([
    ['a page', '<html>%PDF-</html>', {}, 'not a pdf'],
    ['nothing', '', {}, 'not a pdf'],
    ['the start of one', '%PD', {}, 'not a pdf'],
    ['a length over the cap', file, { headers: { 'content-length': '100000001' } }, 'too large'],
    ['a status', file, { status: 503 }, '503'],
    ['a redirect', null, { status: 302, headers: { location: '/b' } }, 'redirect'],
    [
      'a range nobody asked for',
      file,
      { status: 206, headers: { 'content-range': 'bytes 0-9/10' } },
      'cut short',
    ],
  ])('takes nothing of %s', async (_, body, init, result) => {
    const { worker } = answering(body, init);
    const taker = taking();
    expect(await download(worker, wanted, taker)).toEqual({ ok: false, result });
    expect(taker).toMatchObject({ begun: [], bytes: 0 });
    expect(await worker.db.requests.toArray()).toMatchObject([{ result }]);
  });

  it('says when less came than was promised', async () => {
    const { worker } = answering(file, { headers: { 'content-length': '9999' } });
    expect(await download(worker, wanted, taking())).toEqual({ ok: false, result: 'cut short' });
  });

  it('stops at the cap where no length was told', async () => {
    const piece = new Uint8Array(1_000_000);
    piece.set(file.slice(0, 5));
    const endless = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(piece) });
    const { worker } = answering(endless);
    const taker = taking();
    expect(await download(worker, wanted, taker)).toEqual({ ok: false, result: 'too large' });
    expect(taker.bytes).toBeLessThanOrEqual(MAX_PDF_BYTES);
  });

  it('ends when the taker or the signal says so', async () => {
    const { worker } = answering(file);
    const cancelled = { ok: false, result: 'cancelled' };
    expect(await download(worker, wanted, taking(1))).toEqual(cancelled);
    const signal = AbortSignal.abort();
    expect(await download(worker, { ...wanted, signal }, taking())).toEqual(cancelled);
  });

  it('throws what the taker throws, after the log was written', async () => {
    const { worker } = answering(file);
    const full = new DOMException('full', 'QuotaExceededError');
    const taker = { ...taking(), take: () => Promise.reject(full) };
    await expect(download(worker, wanted, taker)).rejects.toBe(full);
    expect(await worker.db.requests.toArray()).toMatchObject([{ result: 'cancelled' }]);
  });

  it.each(['http://papers.example.org/a.pdf', 'https://a:b@papers.example.org/a.pdf', 'ftp://x/a'])(
    'never asks %s',
    async (other) => {
      const { worker, asked } = answering(file);
      await expect(download(worker, { ...wanted, url: other }, taking())).rejects.toThrow(
        'nothing was sent',
      );
      expect(asked).toEqual([]);
    },
  );
});
