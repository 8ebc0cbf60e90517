import { browser } from 'wxt/browser';
import { db } from '../../lib/db/open';
import { draftFile } from '../../lib/snapshots/draft';
import {
  isMakeSnapshot,
  type MadeSnapshot,
  type MakeSnapshot,
} from '../../lib/snapshots/offscreen-message';

browser.runtime.onMessage.addListener((message: unknown, { id }) =>
  isMakeSnapshot(message) && id === browser.runtime.id ? make(message) : undefined,
);

async function make({ settings, now }: MakeSnapshot): Promise<MadeSnapshot> {
  try {
    const { file, ...said } = await draftFile(db, { settings, now });
    return { made: { ...said, url: URL.createObjectURL(file) } };
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
