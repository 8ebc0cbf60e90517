// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppFrame } from '../../components/app-frame';
import { SettingsPage } from '../../components/settings/settings-page';
import { lastDays } from '../../components/settings/last-days';
import { db } from '../../lib/db/open';
import { parseSettings, type Settings } from '../../lib/settings';

let granted = true;
let refusal = '';
const sent: unknown[] = [];
const request = vi.fn();

beforeEach(async () => {
  granted = true;
  refusal = '';
  sent.length = 0;
  const on = { addListener: () => {}, removeListener: () => {} };
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async () => granted,
      request: request.mockImplementation(async () => (granted = true)),
      remove: async () => true,
      onAdded: on,
      onRemoved: on,
    },
    commands: { getAll: async () => [{ name: 'save', description: 'Save it', shortcut: 'Alt+S' }] },
  });
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US');
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Offprint',
    version: '1.2.3',
    host_permissions: ['https://huggingface.co/*'],
  } as never);
  // The worker, as far as settings see it.
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: {
    payload: Partial<Settings>;
  }) => {
    sent.push(message);
    if (refusal) return { ok: false, error: refusal };
    const { settings } = await fakeBrowser.storage.local.get('settings');
    const next = parseSettings({ ...(settings as object), ...message.payload });
    await fakeBrowser.storage.local.set({ settings: next });
    return { ok: true, value: next };
  }) as never);
  await Promise.all(db.tables.map((table) => table.clear()));
});

async function open(stored: Partial<Settings> = {}) {
  await fakeBrowser.storage.local.set({ settings: stored });
  render(
    <AppFrame>
      <SettingsPage />
    </AppFrame>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  return userEvent.setup();
}

const choice = (group: string, option: string) =>
  within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name: option });

describe('settings', () => {
  it('shows what is set', async () => {
    await open({
      bar: 'hidden',
      seenRows: 'dim',
      savedRows: 'hide',
      titleOpens: 'pdf',
      fill: 'never',
    });
    expect(choice('Bar in the corner', 'Hidden')).toBeChecked();
    expect(choice('Papers you have seen before', 'Dim')).toBeChecked();
    expect(choice('Papers you have saved', 'Hide')).toBeChecked();
    expect(choice('A title opens', 'The PDF')).toBeChecked();
    expect(choice('Fetch missing abstracts', 'Never')).toBeChecked();
    expect(screen.getByRole('switch', { name: 'Pause everywhere' })).not.toBeChecked();
  });

  it('changes one setting at a time and shows what the worker kept', async () => {
    const user = await open();
    await user.click(choice('Papers you have saved', 'Dim'));
    expect(sent).toEqual([{ name: 'saveSettings', payload: { savedRows: 'dim' } }]);
    await vi.waitFor(() => expect(choice('Papers you have saved', 'Dim')).toBeChecked());
  });

  it('pauses one site and leaves the others', async () => {
    const user = await open({ pausedSites: ['arxiv'] });
    await user.click(screen.getByRole('switch', { name: 'Pause on Hugging Face' }));
    expect(sent).toEqual([
      { name: 'saveSettings', payload: { pausedSites: ['arxiv', 'hugging-face'] } },
    ]);
  });

  it('says why a change was refused', async () => {
    const user = await open();
    refusal = 'The disk is full; nothing was changed.';
    await user.click(screen.getByRole('switch', { name: 'Pause everywhere' }));
    // Once to see, once for screen readers.
    const said = await screen.findAllByText('The disk is full; nothing was changed.');
    expect(said[0]).toBeVisible();
  });

  it('asks for a site that is not allowed, from the click', async () => {
    granted = false;
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Allow on Hugging Face' }));
    expect(request).toHaveBeenCalledWith({ origins: ['https://huggingface.co/*'] });
    expect(await screen.findByText('Permission: granted')).toBeVisible();
  });

  it('offers to remove only what the browser lets go', async () => {
    await open();
    expect(
      await screen.findByRole('button', { name: /Site access for Hugging Face/ }),
    ).toBeVisible();
    // Here arXiv is not among the required hosts.
    expect(screen.getByRole('button', { name: 'Remove permission for arXiv' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Remove permission for Hugging Face' })).toBeNull();
  });

  it('says that a layout may have changed, and on which page', async () => {
    const day = lastDays(Date.now(), 14)[13]!;
    const figures = { rowsPromised: 30, rowsFound: 30, abstractsPromised: 30, abstractsFound: 0 };
    const listing = 'https://huggingface.co/papers/date/2026-08-21';
    await db.siteHealth.add({
      ...{ site: 'hugging-face', day, at: 1, pages: 2, errors: [] },
      ...{ rowsPromised: 90, rowsFound: 90, abstractsPromised: 90, abstractsFound: 60 },
      worst: { listing, ...figures },
    });
    await open();
    const link = await screen.findByRole('link', { name: listing.replace('https://', '') });
    expect(link).toHaveAttribute('href', listing);
    expect(link.parentElement).toHaveTextContent(
      '0 of 30 abstracts: the page’s layout may have changed.',
    );
    expect(
      screen.getByRole('img', { name: 'Abstracts found a day, last 14 days: 60 of 90' }),
    ).toBeVisible();
  });

  it('lists what left the browser, or that nothing has', async () => {
    await open();
    expect(await screen.findByText('Nothing has left your browser yet.')).toBeVisible();
    await db.requests.add({
      ...{ at: 1, host: 'export.arxiv.org', url: 'https://export.arxiv.org/api/query' },
      ...{ why: 'fill-abstracts', result: '200', bytes: 12_345, ms: 5 },
    } as never);
    const row = (await screen.findByText('export.arxiv.org')).closest('tr')!;
    expect(row).toHaveTextContent('Abstracts a page did not show');
    expect(row).toHaveTextContent('12 kB');
    expect(row).toHaveTextContent('200');
    expect(screen.queryByText('Nothing has left your browser yet.')).toBeNull();
  });

  it('names the keys of the browser as they are set', async () => {
    await open();
    expect(await screen.findByText('Save it')).toBeVisible();
  });
});
