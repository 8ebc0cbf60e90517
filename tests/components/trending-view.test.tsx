// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppFrame } from '../../components/app-frame';
import { readOpening } from '../../components/paper-panel/opening';
import { PaperPanel } from '../../components/paper-panel/paper-panel';
import { db } from '../../lib/db/open';
import type { Envelope } from '../../lib/messages';
import { digestSettings, keepDigests, titles } from './digests';
import { keep, workerBeside } from './worker-beside';

let sent: Envelope[];
beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  sent = workerBeside();
  const on = { addListener: () => {}, removeListener: () => {} };
  Object.assign(fakeBrowser.tabs, {
    query: async () => [],
    onActivated: on,
    onUpdated: on,
  });
  // jsdom lays nothing out; a list without height would show no row.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(380);
});

async function open() {
  const opening = await readOpening();
  render(
    <AppFrame>
      <PaperPanel opening={opening} />
    </AppFrame>,
  );
  return userEvent.setup();
}

const trending = (count: number) => screen.findByRole('tab', { name: `Trending${count}` });
const row = (i: number) => screen.findByRole('article', { name: titles[i]! });
const names = (sent: Envelope[]) => sent.map(({ name }) => name);

describe('Trending, in the popup', () => {
  it('stands between this page and the reading list, its count coming late', async () => {
    await digestSettings({ on: true });
    await keepDigests();
    const read = vi.spyOn(db.digests, 'orderBy');
    const opening = await readOpening();
    expect(read).not.toHaveBeenCalled();
    render(
      <AppFrame>
        <PaperPanel opening={opening} />
      </AppFrame>,
    );
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
      'This page0',
      'Trending',
      'Reading list0',
    ]);
    await trending(3);
    expect(names(sent)).not.toContain('readDigest');
  });

  it('shows the newest digest as rows with their trend, and the way to all digests', async () => {
    await digestSettings({ on: true });
    await keepDigests();
    const user = await open();
    await user.click(await trending(3));
    expect(within(await row(0)).getByText(/· \+38 in 9\sh$/)).toBeVisible();
    expect(within(await row(2)).getByText(/· your watch$/)).toBeVisible();
    expect(screen.getByText('Digest of today')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All digests' })).toHaveAttribute(
      'href',
      '/digest.html',
    );
    await vi.waitFor(() => expect(names(sent)).toContain('readDigest'));
    await user.click(within(await row(0)).getByRole('button', { name: 'Save' }));
    await within(await row(0)).findByRole('button', { name: 'Saved' });
    expect(await db.library.count()).toBe(1);
  });

  it('leaves out what was dismissed, and searches the rest', async () => {
    await digestSettings({ on: true });
    await keepDigests();
    await db.feedback.put({ paperId: 'P1', kind: 'not-interested', at: 1 });
    const user = await open();
    await user.click(await trending(2));
    await row(0);
    expect(screen.queryByRole('article', { name: titles[1] })).toBeNull();
    await user.type(screen.getByRole('textbox', { name: 'Search trending papers' }), 'zebra');
    expect(
      await screen.findByText('No paper of the newest digest has all of these words.'),
    ).toBeVisible();
  });

  it('is a switch where the reader is not subscribed', async () => {
    await digestSettings({ on: false });
    const user = await open();
    await user.click(await trending(0));
    await user.click(await screen.findByRole('switch', { name: 'Get trending papers once a day' }));
    expect(await screen.findByText('No digest yet')).toBeVisible();
    expect(screen.getByText(/The first digest comes on a day you chose, after 8:00/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'All digests' })).toBeVisible();
  });

  it('unsubscribes in one click, and takes that back', async () => {
    await digestSettings({ on: true });
    await keepDigests();
    const user = await open();
    await user.click(await trending(3));
    await user.click(await screen.findByRole('button', { name: 'Unsubscribe' }));
    await screen.findByText('Unsubscribed. Digests you have stay here.');
    await screen.findByRole('button', { name: 'Subscribe' });
    await row(0);
    await user.click(screen.getAllByRole('button', { name: 'Undo' })[0]!);
    await screen.findByRole('button', { name: 'Unsubscribe' });
  });

  it('is reached by its number, as the other views are', async () => {
    await digestSettings({ on: true });
    await keep('A paper');
    const user = await open();
    // The keyboard stands in the search: numbers typed there are words.
    (document.activeElement as HTMLElement).blur();
    for (const [key, name] of [
      ['2', /^Trending/],
      ['3', /^Reading list/],
      ['1', /^This page/],
    ] as const) {
      await user.keyboard(key);
      expect(screen.getByRole('tab', { selected: true })).toHaveAccessibleName(name);
    }
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Keyboard' });
    const line = within(help).getByText('This page, trending, reading list').parentElement!;
    expect([...line.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});
