import type { SourceFault } from './source';

const HTML = /<(?:!doctype\s+html|html|head|body)\b/i;

/**
 * Why a body could not be parsed.
 * @param begins how every good answer begins: one that does, yet cannot be parsed, was cut
 */
export function whyUnreadable(body: string, begins: RegExp): SourceFault {
  const start = body.trimStart().slice(0, 1_000);
  if (start === '') return 'cut';
  if (start.startsWith('<') && HTML.test(start)) return 'html';
  return begins.test(start) ? 'cut' : 'not-understood';
}
