import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chrome } from './chrome';
import { bareExtensionPage } from './database';
import { launch, type LaunchOptions, type Session } from './launch';

declare const chrome: Chrome;

/**
 * Like `launch`, with these optional origins (`https://example.org/*`) and permissions allowed and in
 * force.
 */
export async function launchGranted(
  origins: readonly string[],
  { permissions = [], ...options }: LaunchOptions & { permissions?: readonly string[] } = {},
): Promise<Session> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'offprint-profile-'));
  const first = await launch({ ...options, profile });
  await first.close();
  noteAsGranted(profile, first.extensionId, origins, permissions);
  const session = await launch({ ...options, profile, ownsProfile: !options.profile });
  // Playwright evaluates with a user gesture; Chromium asks nobody about what was granted before.
  const page = await bareExtensionPage(session);
  const granted = await page.evaluate(
    (asked) =>
      chrome.permissions.request(asked as Parameters<typeof chrome.permissions.request>[0]),
    { origins: [...origins], permissions: [...permissions] },
  );
  if (!granted)
    throw new Error(`Chromium did not grant ${[...origins, ...permissions].join(', ')}.`);
  return session;
}

// Chromium's own prompt cannot be answered headless, but it does not ask twice.
function noteAsGranted(
  profile: string,
  extensionId: string,
  origins: readonly string[],
  permissions: readonly string[],
): void {
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const extension = preferences.extensions?.settings?.[extensionId];
  if (!extension) throw new Error(`The profile knows no extension ${extensionId}.`);
  extension.runtime_granted_permissions = {
    api: permissions,
    manifest_permissions: [],
    scriptable_host: [],
    explicit_host: origins,
  };
  extension.granted_permissions = {
    ...extension.granted_permissions,
    api: [...(extension.granted_permissions?.api ?? []), ...permissions],
    explicit_host: [...(extension.granted_permissions?.explicit_host ?? []), ...origins],
  };
  writeFileSync(file, JSON.stringify(preferences));
}
