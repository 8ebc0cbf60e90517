import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Notes in a profile that its user once allowed the extension these origins. Chromium then grants
 * them without its prompt, which no headless test can answer. The browser must be closed.
 */
export function grantHosts(profile: string, extensionId: string, origins: readonly string[]): void {
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const extension = preferences.extensions?.settings?.[extensionId];
  if (!extension) throw new Error(`The profile knows no extension ${extensionId}.`);
  const hosts = { api: [], manifest_permissions: [], scriptable_host: [], explicit_host: origins };
  extension.runtime_granted_permissions = hosts;
  extension.granted_permissions = {
    ...extension.granted_permissions,
    explicit_host: [...(extension.granted_permissions?.explicit_host ?? []), ...origins],
  };
  writeFileSync(file, JSON.stringify(preferences));
}
