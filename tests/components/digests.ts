import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { DigestItem } from '../../lib/digest/digest';
import { DEFAULT_DIGEST, type DigestSettings } from '../../lib/digest/digest-settings';
import { db } from '../../lib/db/open';
import type { Envelope } from '../../lib/messages';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { keep } from './worker-beside';

const HOUR = 60 * 60 * 1000;
const swedish = new Intl.DateTimeFormat('sv-SE');

/** The local date some days ago, as Swedes write it: that is how a digest names its day. */
export const daysAgo = (days: number) => swedish.format(Date.now() - days * 24 * HOUR);

export const titles = [
  'How kelp counts its days',
  'Otters as optimisers',
  'רשתות של אצות',
] as const;

/** Three papers in today's digest, one of them alone in yesterday's. */
export async function keepDigests(): Promise<void> {
  await keep(...titles);
  await db.papers.update('P0', { abstract: 'We count <b>fronds</b>.' });
  const start = Date.now() - 10 * HOUR;
  const growth = { source: 'hugging-face', signal: 'votes' as const, gained: 38, hours: 9.2 };
  const rising: DigestItem = {
    paperId: 'P0',
    reason: { kind: 'rising', ...growth, top: 3 },
    shown: { site: 'arxiv', listing: 'https://arxiv.org/list/cs.CL/new', day: daysAgo(1) },
    points: [
      [start, 1],
      [start + 4 * HOUR, 20],
      [start + 9 * HOUR, 39],
    ],
  };
  const best: DigestItem = {
    paperId: 'P1',
    reason: { kind: 'best', ...growth, gained: 0 },
    points: [[start, 38]],
  };
  const watched: DigestItem = {
    paperId: 'P2',
    reason: { kind: 'watch', watch: 'kelp forests' },
    points: [],
  };
  await db.digests.bulkPut([
    {
      date: daysAgo(1),
      madeAt: start - 24 * HOUR,
      settled: '2026-08-22',
      items: [best],
      missing: [],
    },
    {
      date: daysAgo(0),
      madeAt: start,
      settled: '2026-08-22',
      items: [rising, best, watched],
      missing: ['hugging-face'],
    },
  ]);
}

/** Stores these settings of the digest, and lets those that a page sends be stored as well. */
export async function digestSettings(stored: Partial<DigestSettings>): Promise<void> {
  const digest = { ...DEFAULT_DIGEST, ...stored };
  await fakeBrowser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, digest } });
  const sendMessage = vi.mocked(fakeBrowser.runtime.sendMessage);
  const worker = sendMessage.getMockImplementation() as unknown as (
    message: Envelope,
  ) => Promise<unknown>;
  sendMessage.mockImplementation((async (message: Envelope) => {
    const answer = await worker(message);
    if (message.name === 'saveSettings') {
      const { settings } = await fakeBrowser.storage.local.get('settings');
      const next = { ...(settings as object), ...(message.payload as object) };
      await fakeBrowser.storage.local.set({ settings: next });
    }
    return answer;
  }) as never);
}
