import { browser, type Browser } from 'wxt/browser';
import type { Settings } from '../settings';
import type { Instant } from '../paper';
import type { Drafted } from './draft';
import { SnapshotFailure, type FailureKind } from './failure';
import { isSnapshotName, SNAPSHOT_FOLDER } from './name';
import type { Kept, Place } from './place';

type Download = Browser.downloads.DownloadItem;

/** A file under an address that the browser can download from, until it is let go. */
export interface AddressedDraft extends Drafted {
  url: string;
  drop(): Promise<void>;
}

/** Far above what is ever kept; without it browsers answer the first thousand at most. */
const MOST = 100_000;
const LOOK_EVERY_MS = 100;
/** The browser may be asking the user where to save. */
const GIVE_UP_MS = 5 * 60_000;

/** Copies in the folder `Offprint` of the browser's downloads. */
export function downloadsPlace(
  draft: (options: { settings: Settings; now: Instant }) => Promise<AddressedDraft>,
): Place {
  return {
    async mustBeOpen() {
      if (!(await mayDownload())) throw new SnapshotFailure('downloads');
    },
    async draft(options) {
      const { url, drop, ...said } = await draft(options);
      return { ...said, drop, save: (name) => save(url, name, said.bytes) };
    },
    list: downloadedSnapshots,
    async clear(name) {
      for (const item of await ourDownloads())
        if (nameOf(item) === name || item.state !== 'complete') await discard(item);
    },
    async remove({ downloadId }) {
      const item = (await ourDownloads()).find(({ id }) => id === downloadId);
      if (item) await discard(item);
    },
  };
}

export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] });
}

/** The copies among the downloads that the browser still lists, newest first. */
export async function downloadedSnapshots(): Promise<Kept[]> {
  const whole = (await ourDownloads()).filter(
    ({ state, exists }) => state === 'complete' && exists,
  );
  return whole
    .map((item) => ({
      name: nameOf(item),
      bytes: item.fileSize,
      at: Date.parse(item.startTime),
      downloadId: item.id,
    }))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Downloads that this extension began and whose name is that of a copy; nobody else's. */
async function ourDownloads(): Promise<Download[]> {
  if (!(await mayDownload())) return [];
  const all = await browser.downloads.search({ filenameRegex: 'offprint-', limit: MOST });
  return all.filter(
    (item) => item.byExtensionId === browser.runtime.id && isSnapshotName(nameOf(item)),
  );
}

function nameOf({ filename }: Download): string {
  return filename.split(/[\\/]/).at(-1) ?? '';
}

async function save(url: string, name: string, bytes: number): Promise<void> {
  const id = await browser.downloads.download({
    url,
    filename: `${SNAPSHOT_FOLDER}/${name}`,
    conflictAction: 'uniquify',
    saveAs: false,
  });
  const item = await ended(id);
  if (item?.state === 'complete' && item.fileSize === bytes) return;
  if (item) await discard(item);
  throw new SnapshotFailure(item ? failureOf(item) : 'cancelled');
}

/** Asked again and again, since that also keeps the worker from being stopped. */
async function ended(id: number): Promise<Download | undefined> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state !== 'in_progress' || waited >= GIVE_UP_MS) return item;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function failureOf({ state, error }: Download): FailureKind {
  if (state === 'complete') return 'damaged';
  if (error === 'FILE_NO_SPACE') return 'full';
  if (state === 'in_progress' || error === 'USER_CANCELED') return 'cancelled';
  return /^FILE_(?:ACCESS|BLOCKED|SECURITY|VIRUS|FAILED)/.test(error ?? '') ? 'blocked' : 'unknown';
}

/** Takes a download and its file away, as far as they are there. */
async function discard({ id, state }: Download): Promise<void> {
  if (state === 'in_progress') await browser.downloads.cancel(id).catch(() => {});
  if (state === 'complete') await browser.downloads.removeFile(id).catch(() => {});
  await browser.downloads.erase({ id });
}
