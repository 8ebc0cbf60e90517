import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Answer, MessageName, Payload, Reply } from '../../lib/messages';
import { bareExtensionPage, launch, type Chrome, type Session } from '../e2e/browser/index';
import { benchPapers } from './papers';

declare const chrome: Chrome;

/** A browser whose library holds a number of saved papers. */
export interface World {
  session: Session;
  /** Closes the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const ROWS_PER_MESSAGE = 250;

/** Starts a browser and saves `n` papers by the extension's own message, as an import does. */
export async function worldOf(n: number): Promise<World> {
  const profile = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  const world: World = {
    session: await launch({ profile }),
    async restart() {
      await world.session.close();
      world.session = await launch({ profile });
    },
    async close() {
      await world.session.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await fill(world.session, n);
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}

async function fill(session: Session, n: number): Promise<void> {
  for (let from = 0; from < n; from += ROWS_PER_MESSAGE) {
    const rows = benchPapers(Math.min(ROWS_PER_MESSAGE, n - from), from).map(
      ({ id, title, authors, abstract, day }) => ({
        title,
        authors,
        abstract,
        ids: [`arxiv:${id}`],
        publishedAt: day,
        links: [{ rel: 'page' as const, href: `https://arxiv.org/abs/${id}` }],
      }),
    );
    await tell(session, 'addPapers', { op: `bench-seed-${from}`, rows, from: 'bench', save: true });
  }
}

/** Sends a message to the worker as one of the extension's own pages does. */
export async function tell<N extends MessageName>(
  session: Session,
  name: N,
  payload: Payload<N>,
): Promise<{ answer: Answer<N>; ms: number }> {
  const page = await bareExtensionPage(session);
  const { reply, ms } = await page.evaluate(
    async (envelope) => {
      const start = performance.now();
      const reply = (await chrome.runtime.sendMessage(envelope)) as unknown;
      return { reply, ms: performance.now() - start };
    },
    { name, payload },
  );
  const answered = reply as Reply<N>;
  if (!answered.ok) throw new Error(`The worker refused ${name}: ${answered.error}`);
  return { answer: answered.value, ms };
}

/** Milliseconds from the start of the navigation to the first mark of that name. */
export async function markedAt(page: Page, name: string): Promise<number> {
  const handle = await page.waitForFunction(
    (mark) => performance.getEntriesByName(mark, 'mark')[0]?.startTime,
    name,
    { polling: 20, timeout: 30_000 },
  );
  return (await handle.jsonValue()) as number;
}

/** The id of the n-th saved paper. */
export async function savedPaper(session: Session, n: number): Promise<string> {
  const id = (await savedPapers(session, n + 1))[n];
  if (id === undefined) throw new Error(`There is no saved paper number ${n}.`);
  return id;
}

/** The ids of the first `count` saved papers. */
export async function savedPapers(session: Session, count: number): Promise<string[]> {
  const page = await bareExtensionPage(session);
  return page.evaluate(
    (most) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error ?? new Error('unreadable'));
        opening.onsuccess = () => {
          const store = opening.result.transaction('library').objectStore('library');
          const keys = store.getAllKeys(null, most);
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.map(String));
          };
        };
      }),
    count,
  );
}
