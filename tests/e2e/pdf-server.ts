import type { Answer, Handler } from './browser';

export interface FileServer {
  handler: Handler;
  /** The ranges that were asked for; '' for the whole file. */
  ranges: string[];
}

/** Serves one file slowly, the rest of it to who names its mark, and cuts no corner. */
export function fileServer(
  file: Buffer,
  { pieceBytes = 64 * 1024, everyMs = 0, etag = '"first"' } = {},
): FileServer {
  const ranges: string[] = [];
  const handler: Handler = ({ headers }): Answer => {
    const range = /^bytes=(\d+)-$/.exec(headers.range ?? '');
    ranges.push(headers.range ?? '');
    const from = range && headers['if-range'] === etag ? Number(range[1]) : 0;
    const rest = file.subarray(from);
    return {
      status: from > 0 ? 206 : 200,
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(rest.length),
        'accept-ranges': 'bytes',
        etag,
        ...(from > 0 && { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }),
      },
      body: everyMs === 0 ? rest : slowly(rest, pieceBytes, everyMs),
    };
  };
  return { handler, ranges };
}

async function* slowly(file: Buffer, bytes: number, everyMs: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += bytes) {
    yield file.subarray(at, at + bytes);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
