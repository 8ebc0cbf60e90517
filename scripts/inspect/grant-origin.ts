import { readFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MatchPattern } from 'wxt/utils/match-patterns';
import { grantHosts, launch, type Session } from '../../tests/e2e/browser/index';

/**
 * Makes sure the extension may read the page's site, as a user does who allows it: hosts it has
 * from the start need nothing, others are granted in the profile and the browser started again.
 */
export async function grantOrigin(
  session: Session,
  page: { url: string; extension: string },
): Promise<Session> {
  const manifest = JSON.parse(readFileSync(join(page.extension, 'manifest.json'), 'utf8'));
  const required: string[] = manifest.host_permissions ?? [];
  if (required.some((pattern) => new MatchPattern(pattern).includes(page.url))) return session;
  const { extension } = page;
  await session.close();
  const profile = mkdtempSync(join(tmpdir(), 'offprint-inspect-'));
  const first = await launch({ extension, profile });
  await first.close();
  grantHosts(profile, first.extensionId, [`${new URL(page.url).origin}/*`]);
  return launch({ extension, profile });
}
