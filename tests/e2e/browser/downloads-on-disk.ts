import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareExtensionPage } from './database';
import type { Session } from './launch';

/** A profile whose downloads go to a folder of their own. */
export function profileWithDownloads(): { profile: string; downloads: string } {
  const profile = mkdtempSync(join(tmpdir(), 'offprint-profile-'));
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads);
  mkdirSync(join(profile, 'Default'));
  const preferences = { download: { default_directory: downloads, prompt_for_download: false } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return { profile, downloads };
}

/** Playwright takes every download for itself; this lets the browser save them as a user's does. */
export async function saveDownloadsAsUsual(session: Session): Promise<void> {
  const devtools = await session.context.newCDPSession(await bareExtensionPage(session));
  await devtools.send('Browser.setDownloadBehavior', { behavior: 'default' });
}
