import type { Instant } from '../paper';
import type { Settings } from '../settings';
import type { Drafted } from './draft';

/** What the worker asks of the offscreen document, which hears every message of ours. */
export interface MakeSnapshot {
  to: 'offscreen';
  settings: Settings;
  now: Instant;
}

export type MadeSnapshot = { made: Drafted & { url: string } } | { error: string };

export function isMakeSnapshot(message: unknown): message is MakeSnapshot {
  return (message as Partial<MakeSnapshot> | null)?.to === 'offscreen';
}
