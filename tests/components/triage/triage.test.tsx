// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppFrame } from '../../../components/app-frame';
import { LibraryPage } from '../../../components/library/library-page';
import { giveFeedback } from '../../../lib/db/feedback';
import { savePapers, setNote, setStatus } from '../../../lib/db/library';
import { db } from '../../../lib/db/open';
import type { Envelope } from '../../../lib/messages';
import { acts } from '../../lib/db/fresh-db';
import { daysAgo, keepDigests } from '../digests';
import { keep, workerBeside } from '../worker-beside';

vi.setConfig({ testTimeout: 30_000 });

const TITLES = ['Bees that vote', 'Clay as memory', 'Dunes that walk', 'Eels in the dark'];
let sent: Envelope[];

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  sessionStorage.clear();
  // jsdom lays nothing out and scrolls nothing.
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  sent = workerBeside();
  const papers = await keep(...TITLES);
  await db.papers.bulkPut(papers.map((paper, i) => ({ ...paper, lastSeenAt: 100 - i })));
});

async function open(of: string) {
  cleanup();
  history.replaceState(null, '', `/library.html#/triage?of=${of}`);
  return shown();
}

/** Draws the page anew, as a reload does. */
function shown() {
  cleanup();
  render(
    <AppFrame>
      <LibraryPage />
    </AppFrame>,
  );
  return userEvent.setup();
}

const front = (i: number) => screen.findByRole('article', { name: TITLES[i]! });
const save = (...ids: string[]) => savePapers(db, acts(Date.now())(), ids);
const library = async () =>
  (await db.library.toArray()).map(({ paperId, status }) => `${paperId} ${status}`);
const dismissed = async () => (await db.feedback.toArray()).map(({ paperId }) => paperId);
const hasFocus = (i: number) =>
  vi.waitFor(async () => expect(await front(i)).toHaveFocus(), { timeout: 5_000 });
const eventually = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 5_000 });

describe('triage of everything seen', () => {
  it('keeps, skips, marks as read, puts off, and takes all of it back', async () => {
    const user = await open('seen');
    await front(0);
    expect(document.title).toBe('Triage: Everything seen');
    expect(screen.getByText('1 of 4')).toBeVisible();
    await user.keyboard('l');
    await front(1);
    expect(screen.getByText('1 for later')).toBeVisible();
    await user.keyboard('s');
    await front(2);
    expect(screen.queryByText(/left$/)).toBeNull();
    await user.keyboard('x');
    await front(3);
    expect(screen.getByText('3 of 4')).toBeVisible();
    expect(screen.getByText('less than a minute left')).toBeVisible();
    await user.keyboard('e');
    await front(0);
    await user.keyboard('l');
    expect(
      await screen.findByText('1 kept · 1 skipped · 1 read · 1 left for another day'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Back to the list' })).toBeVisible();
    await eventually(async () => expect(await library()).toEqual(['P1 unread', 'P3 read']));
    expect(await dismissed()).toEqual(['P2']);

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await front(0);
    for (const i of [3, 2, 1, 0]) {
      await user.keyboard('u');
      await front(i);
    }
    await eventually(async () => expect(await library()).toEqual([]));
    expect(await dismissed()).toEqual([]);
    expect(screen.getByText('1 of 4')).toBeVisible();
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo).toHaveAttribute('aria-disabled', 'true');
  });

  it('does not ask again about what was saved or skipped', async () => {
    await save('P0');
    await giveFeedback(db, { paperId: 'P1', kind: 'not-interested', isOn: true }, 1);
    await open('seen');
    await front(2);
    expect(screen.getByText('1 of 2')).toBeVisible();
  });

  it('edits tags with an undo of its own, in the order of the acts', async () => {
    const user = await open('seen');
    await front(0);
    await user.keyboard('t');
    await user.type(await screen.findByRole('combobox', { name: 'Add a tag' }), 'insects{Enter}');
    await eventually(async () => expect(await library()).toEqual(['P0 unread']));
    await user.keyboard('{Escape}');
    await eventually(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(within(await front(0)).getByText('insects')).toBeVisible();
    await user.keyboard('s');
    await front(1);
    await user.keyboard('uu');
    await eventually(async () => expect(await library()).toEqual([]));
    expect(await db.tags.count()).toBe(0);
    await front(0);
    expect(screen.queryByText('Tagged “insects”.', { selector: '.toast-text' })).toBeNull();
  });

  it('goes on after a reload where it was, and can still be undone', async () => {
    let user = await open('seen');
    await front(0);
    await user.keyboard('x');
    await front(1);
    await user.keyboard('l');
    await front(2);
    user = shown();
    await front(2);
    expect(screen.getByText('2 of 4')).toBeVisible();
    await user.keyboard('uu');
    await front(0);
    await eventually(async () => expect(await dismissed()).toEqual([]));
  });

  it('leaves out what is decided elsewhere, but not the paper in front', async () => {
    const user = await open('seen');
    await front(0);
    await save('P0', 'P1');
    await within(await front(0)).findByText('Unread');
    await user.keyboard('x');
    await front(2);
    await eventually(async () => expect(await library()).toEqual(['P0 archived', 'P1 unread']));
    expect(screen.getByText('2 of 3')).toBeVisible();
  });

  it('goes by the buttons too, which keep the keyboard', async () => {
    const user = await open('seen');
    await front(0);
    const button = screen.getByRole('button', { name: 'Skip' });
    await user.click(button);
    await front(1);
    expect(button).toHaveFocus();
    await user.keyboard('{Enter}');
    await front(2);
    await eventually(async () => expect(await dismissed()).toEqual(['P0', 'P1']));
  });

  it('reads a paper out when it comes by a key', async () => {
    const user = await open('seen');
    await hasFocus(0);
    await user.keyboard('s');
    await hasFocus(1);
  });

  it('brings a paper back that could not be kept', async () => {
    const user = await open('seen');
    await front(0);
    const send = vi.mocked(fakeBrowser.runtime.sendMessage);
    const real = send.getMockImplementation()!;
    send.mockResolvedValueOnce({
      ok: false,
      error: 'The disk is full; nothing was changed.',
    } as never);
    await user.keyboard('s');
    expect(await screen.findAllByText('The disk is full; nothing was changed.')).not.toEqual([]);
    await front(0);
    send.mockImplementation(real);
    await user.keyboard('s');
    await eventually(async () => expect(await library()).toEqual(['P0 unread']));
  });
});

describe('triage of what is saved', () => {
  it('takes the unread, archives what is skipped, leaves what is kept', async () => {
    await save('P0', 'P1', 'P2');
    await setStatus(db, acts(Date.now())(), ['P1'], 'reading');
    await setNote(db, acts(Date.now())(), 'P2', 'Ask Ada about the wind.');
    const user = await open('list');
    // The one that was saved last comes first; they were saved at one time.
    const first = await screen.findByRole('article');
    expect(screen.getByText('1 of 2')).toBeVisible();
    const isDunes = within(first).queryByText('Ask Ada about the wind.') !== null;
    await user.keyboard('x');
    await front(isDunes ? 0 : 2);
    await user.keyboard('k');
    expect(await screen.findByText('1 kept · 1 skipped')).toBeVisible();
    await eventually(async () =>
      expect(await library()).toContain(isDunes ? 'P2 archived' : 'P0 archived'),
    );
    expect(sent.map(({ name }) => name)).toEqual(['setStatus']);
    await user.keyboard('uu');
    await eventually(async () =>
      expect(await library()).toEqual(['P0 unread', 'P1 reading', 'P2 unread']),
    );
  });

  it('takes a search, which may name a status', async () => {
    await save('P0', 'P1', 'P2');
    await setStatus(db, acts(Date.now())(), ['P1', 'P2'], 'reading');
    await open('list&q=is:reading clay');
    await front(1);
    expect(screen.getByText('1 of 1')).toBeVisible();
    expect(document.title).toBe('Triage: Reading list, “is:reading clay”');
  });
});

describe('triage of a digest', () => {
  it('takes its papers, and those dismissed there are out', async () => {
    await keepDigests();
    await giveFeedback(db, { paperId: 'P1', kind: 'not-interested', isOn: true }, 1);
    await open(`digest/${daysAgo(0)}`);
    expect(await screen.findByText('1 of 2')).toBeVisible();
    expect(document.title).toBe('Triage: Digest of today');
  });
});

describe('where there is nothing to triage', () => {
  it.each([
    ['seen', 'Every paper of this list is saved, or you said that it does not interest you.'],
    ['archived', 'There is no paper in this list.'],
    ['tab/7', 'That page is not open any more, or nothing was read there.'],
    ['digest/2020-01-01', 'There is no digest of that day.'],
  ])('%s says why', async (of, why) => {
    await save('P0', 'P1', 'P2', 'P3');
    await open(of);
    expect(await screen.findByText(why)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Back to the list' })).toBeVisible();
  });

  it('says that nothing of a saved list is unread', async () => {
    await save('P0');
    await setStatus(db, acts(Date.now())(), ['P0'], 'read');
    await open('list');
    expect(await screen.findByText('No paper of this list is unread.')).toBeVisible();
  });
});

describe('help and the way out', () => {
  it('says what the acts mean', async () => {
    const user = await open('seen');
    await front(0);
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Keyboard' });
    expect(within(help).getByText('Later: comes once more at the end')).toBeVisible();
    await user.keyboard('{Escape}');
    await front(0);
  });

  it('leads back to the library', async () => {
    const user = await open('seen&q=bees');
    await front(0);
    await user.click(screen.getByRole('link', { name: 'Close' }));
    expect(await screen.findByRole('listbox', { name: 'Papers' })).toBeVisible();
    expect(location.hash).toBe('#/seen?q=bees');
    expect(await screen.findByRole('link', { name: 'Triage' })).toHaveAttribute(
      'href',
      '/library.html#/triage?of=seen&q=bees',
    );
  });
});
