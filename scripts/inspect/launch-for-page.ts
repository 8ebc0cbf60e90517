import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MatchPattern } from 'wxt/utils/match-patterns';
import { launch, launchGranted, type Session } from '../../tests/e2e/browser/index';

/**
 * Starts the browser with the extension allowed to read the page's site: hosts it has from the
 * start need nothing more, others are granted as if its user had once said yes.
 */
export function launchForPage(page: { url: string; extension: string }): Promise<Session> {
  const { extension, url } = page;
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const required: string[] = manifest.host_permissions ?? [];
  const isRequired = required.some((pattern) => new MatchPattern(pattern).includes(url));
  if (isRequired) return launch({ extension });
  const { protocol, hostname } = new URL(url);
  return launchGranted([`${protocol}//${hostname}/*`], { extension });
}
