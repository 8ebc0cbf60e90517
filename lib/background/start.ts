import { browser } from 'wxt/browser';
import { hybridClock, type Clock } from '../db/clock';
import { lastClock } from '../db/last-clock';
import { OffprintDb } from '../db/schema';
import { SearchSegments } from '../db/search-segments';
import { SecondCopy } from '../db/second-copy';
import { parseSettings, SETTINGS_KEY, type Settings } from '../settings';
import { sites } from '../sites/registry';
import { inTurn } from '../in-turn';
import { openCopy } from './open-copy';
import { restore } from './restore';
import type { Worker } from './worker';

const DEVICE_KEY = 'device';

/** The worker's world, made once each time the browser starts the worker. */
export function startWorker(): Worker {
  const db = new OffprintDb();
  const copy = new SecondCopy(db, openCopy);
  db.on('ready', (opened) => restore(copy, opened, Date.now), true);
  let clock: Promise<Clock> | undefined;
  // A database that could not be read once is asked again by the next message.
  const forgetClock = (error: unknown): never => {
    clock = undefined;
    throw error;
  };
  return {
    db,
    copy,
    index: new SearchSegments(db),
    sites,
    now: () => Date.now(),
    clock: () => (clock ??= makeClock(db).catch(forgetClock)),
    settings: { read: readSettings, change: changeSettings },
    fetch: (input, init) => fetch(input, init),
    mayRead: (origin) => browser.permissions.contains({ origins: [origin] }),
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    online: () => navigator.onLine,
    random: () => Math.random(),
  };
}

async function makeClock(db: OffprintDb): Promise<Clock> {
  const [device, last] = await Promise.all([deviceId(), lastClock(db)]);
  return hybridClock(device, last);
}

async function deviceId(): Promise<string> {
  const stored = (await browser.storage.local.get(DEVICE_KEY))[DEVICE_KEY];
  if (typeof stored === 'string') return stored;
  const device = crypto.randomUUID().slice(0, 8);
  await browser.storage.local.set({ [DEVICE_KEY]: device });
  return device;
}

async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

// One after the other: of two that read at once, the later would write what the earlier changed.
const turn = inTurn<Settings>();

function changeSettings(patch: Partial<Settings>): Promise<Settings> {
  return turn(() => writeSettings(patch));
}

async function writeSettings(patch: Partial<Settings>): Promise<Settings> {
  const settings = parseSettings({ ...(await readSettings()), ...patch });
  await browser.storage.local.set({ [SETTINGS_KEY]: settings });
  return settings;
}
