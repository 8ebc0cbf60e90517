import type { Ack } from '../../lib/db/journal';
import { send } from '../../lib/send';

/** What the stream does to one paper; each act is asked for once and awaited by nobody. */
export interface Act {
  op: string;
  kind: 'save' | 'tag' | 'status' | 'unsave';
  paperId: string;
  /** The tag, or the status. */
  value: string;
}

/**
 * Sends acts to the worker as a page of ours does, a few at a time, until the browser is killed.
 * Acts of one paper go one after the other; papers go side by side.
 */
function start(lanes: Act[][]): void {
  for (const lane of lanes) void run(lane);
}

async function run(lane: Act[]): Promise<void> {
  for (const act of lane) {
    try {
      const { changed } = await perform(act);
      // An act that changed nothing has nothing to lose.
      if (changed > 0) console.debug(`acknowledged ${act.op}`);
    } catch (error) {
      return console.error(`${act.op}: ${String(error)}`);
    }
  }
}

function perform({ op, kind, paperId, value }: Act): Promise<Ack> {
  const paperIds = [paperId];
  if (kind === 'save') return send('savePapers', { op, paperIds });
  if (kind === 'unsave') return send('unsavePapers', { op, paperIds });
  if (kind === 'tag') return send('tagPapers', { op, paperIds, add: [value], remove: [] });
  return send('setStatus', { op, paperIds, status: value as 'read' });
}

const soak = { start };
export type Soak = typeof soak;

Object.assign(globalThis, { soak });
