import { checksum } from '../backup/write-backup';

/** Letters from the start of a backup within which it says when it was made. */
const HEAD = 200;
const MADE_AT = /^"madeAt":\d+,\n/m;
/** Letters at the end of a backup: its own checksum, which follows from `madeAt` too. */
const END = /"checksum":"[^"]*"\s*\}\s*$/;

/** The checksum of what a backup holds, whenever it was made: the same while nothing has changed. */
export async function contentMark(file: Blob): Promise<string> {
  const head = await file.slice(0, HEAD).text();
  const end = await file.slice(-HEAD).text();
  const madeAt = MADE_AT.exec(head);
  const from = madeAt ? madeAt.index + madeAt[0].length : 0;
  const to = file.size - (END.exec(end)?.[0].length ?? 0);
  return checksum(await file.slice(from, to).arrayBuffer());
}
