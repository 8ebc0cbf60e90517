import type { Session } from '../e2e/browser/index';

/** Exports a backup from Settings, click to file. */
export async function exportBackup(session: Session): Promise<{ ms: number; path: string }> {
  const page = await session.openExtension('options.html');
  try {
    const button = page.getByRole('button', { name: 'Export', exact: true });
    await button.waitFor();
    // Nobody finds it sooner; until then the page counts what it keeps.
    await page.waitForTimeout(500);
    const download = page.waitForEvent('download');
    const start = performance.now();
    await button.click();
    const path = await (await download).path();
    return { ms: performance.now() - start, path };
  } finally {
    await page.close();
  }
}

/** Exports, imports the file over the library, and goes back; answers the import's time. */
export async function importBackup(session: Session): Promise<number> {
  const { path } = await exportBackup(session);
  const page = await session.openExtension('options.html');
  try {
    const start = performance.now();
    await page.getByLabel('Import a backup').setInputFiles(path);
    await page.getByRole('radio', { name: /^Replace/ }).check();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(/^Imported/).waitFor({ timeout: 60_000 });
    const ms = performance.now() - start;
    await page.getByRole('button', { name: 'Go back' }).click();
    await page
      .getByText(/taken back/)
      .first()
      .waitFor({ timeout: 60_000 });
    return ms;
  } finally {
    await page.close();
  }
}
