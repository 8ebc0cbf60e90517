import type { Page } from 'playwright-core';
import type { Session } from '../../tests/e2e/browser/index';
export async function scanForText(_session: Session, _tab: Page): Promise<void> {}
