// @vitest-environment jsdom
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppFrame } from '../../components/app-frame';
import { DigestPage } from '../../components/digest/digest-page';
import { reasonSentence } from '../../components/digest/reason';
import { shortTrend } from '../../components/digest/short-trend';
import type { DigestItem, Reason } from '../../lib/digest/digest';
import { db } from '../../lib/db/open';
import type { Envelope } from '../../lib/messages';
import { daysAgo, digestSettings, keepDigests, titles } from './digests';
import { workerBeside } from './worker-beside';

let sent: Envelope[];
beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  history.replaceState(null, '', '/digest.html');
  sent = workerBeside();
  await digestSettings({ on: true });
});
afterEach(() => vi.unstubAllGlobals());

function open() {
  render(
    <AppFrame>
      <DigestPage />
    </AppFrame>,
  );
  return userEvent.setup();
}

const entry = (i: number) => screen.findByRole('article', { name: titles[i]! });
const inEntry = async (i: number) => within(await entry(i));
const feedback = async () =>
  (await db.feedback.toArray()).map(({ paperId, kind }) => `${paperId} ${kind}`).sort();
const named = (name: string) => sent.filter((message) => message.name === name);

describe('the digest page', () => {
  it('shows the newest digest with its reasons, and tells that it was looked at', async () => {
    await keepDigests();
    open();
    expect(await screen.findByRole('heading', { name: 'Digest of today' })).toBeVisible();
    const first = await inEntry(0);
    expect(first.getByRole('link', { name: titles[0] })).toHaveAttribute(
      'href',
      'https://arxiv.org/abs/2511.00000',
    );
    expect(
      first.getByText(
        '+38 votes in 9 h, top 3 % of Hugging Face this fortnight; ' +
          'seen by you on arXiv cs.CL new, yesterday',
      ),
    ).toBeVisible();
    expect(first.getByRole('img', { name: /^Votes: from 1 to 39 in 9\sh$/ })).toBeVisible();
    const second = await inEntry(1);
    expect(second.getByText('Among the day’s best on Hugging Face: 38 votes')).toBeVisible();
    expect(second.queryByRole('img')).toBeNull();
    expect((await inEntry(2)).getByText('Matches your watch “kelp forests”')).toBeVisible();
    expect(
      screen.getByText('Hugging Face could not be read today; nothing of it is in this digest.'),
    ).toBeVisible();
    await vi.waitFor(() => expect(named('readDigest')).toHaveLength(1));
    expect(document.title).toBe('Trending papers');
  });

  it('does not count as looked at before it is seen', async () => {
    await keepDigests();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    open();
    await entry(0);
    expect(named('readDigest')).toEqual([]);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(named('readDigest')).toHaveLength(1);
  });

  it('keeps older days, each at an address of its own', async () => {
    await keepDigests();
    const user = open();
    const days = within(await screen.findByRole('navigation', { name: 'Digests' }));
    await user.click(days.getByRole('link', { name: 'yesterday 1 paper' }));
    expect(await screen.findByRole('heading', { name: 'Digest of yesterday' })).toBeVisible();
    expect(location.hash).toBe(`#${daysAgo(1)}`);
    await entry(1);
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(screen.queryByText(/could not be read/)).toBeNull();
  });

  it('unfolds an abstract, its markup being words; a title runs its own way', async () => {
    await keepDigests();
    const user = open();
    const abstract = (await inEntry(0)).getByText('We count <b>fronds</b>.');
    expect(abstract).not.toBeVisible();
    await user.click((await inEntry(0)).getByText('Abstract'));
    expect(abstract).toBeVisible();
    expect((await inEntry(2)).getByRole('heading')).toHaveAttribute('dir', 'auto');
  });

  it('saves, and un-saves with a way back', async () => {
    await keepDigests();
    const user = open();
    await user.click((await inEntry(0)).getByRole('button', { name: 'Save' }));
    await user.click(await (await inEntry(0)).findByRole('button', { name: 'Saved' }));
    await (await inEntry(0)).findByRole('button', { name: 'Save' });
    expect(await db.library.count()).toBe(0);
    await screen.findByText('Removed from the list.');
    await user.click(screen.getAllByRole('button', { name: 'Undo' })[0]!);
    await (await inEntry(0)).findByRole('button', { name: 'Saved' });
    expect((await db.library.toArray()).map(({ paperId }) => paperId)).toEqual(['P0']);
  });

  it('folds what is not wanted into a line, and takes it back', async () => {
    await keepDigests();
    const user = open();
    await user.click((await inEntry(1)).getByRole('button', { name: 'Not interested' }));
    const undo = await (await inEntry(1)).findByRole('button', { name: 'Undo' });
    expect(await entry(1)).toHaveFocus();
    expect((await inEntry(1)).queryByRole('button', { name: 'Save' })).toBeNull();
    expect(await feedback()).toEqual(['P1 not-interested']);
    await user.click(undo);
    await (await inEntry(1)).findByRole('button', { name: 'Save' });
    expect(await feedback()).toEqual([]);
  });

  it('takes more or fewer, not both', async () => {
    await keepDigests();
    const user = open();
    const button = async (name: string) => (await inEntry(0)).findByRole('button', { name });
    await user.click(await button('More like this'));
    await vi.waitFor(async () =>
      expect(await button('More like this')).toHaveAttribute('aria-pressed', 'true'),
    );
    await user.click(await button('Fewer like this'));
    await vi.waitFor(async () =>
      expect(await button('More like this')).toHaveAttribute('aria-pressed', 'false'),
    );
    expect(await feedback()).toEqual(['P0 fewer']);
    await user.click(await button('Fewer like this'));
    await vi.waitFor(async () => expect(await feedback()).toEqual([]));
  });

  it('can be read and answered by keys alone', async () => {
    await keepDigests();
    const user = open();
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    await entry(0);
    await user.keyboard('j');
    expect(await entry(0)).toHaveFocus();
    await user.keyboard('jk');
    expect(await entry(0)).toHaveFocus();
    await user.keyboard('{Enter}');
    expect((await inEntry(0)).getByText('We count <b>fronds</b>.')).toBeVisible();
    await user.keyboard('s');
    await (await inEntry(0)).findByRole('button', { name: 'Saved' });
    await user.keyboard('o');
    expect(opened.mock.calls.map(([url]) => url)).toEqual(['https://arxiv.org/abs/2511.00000']);
    await user.keyboard('jx');
    await (await inEntry(1)).findByRole('button', { name: 'Undo' });
    await user.keyboard('x');
    await (await inEntry(1)).findByRole('button', { name: 'Not interested' });
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Keyboard' });
    expect(within(help).getByText('Not interested, or undo that')).toBeVisible();
  });

  it('ends the subscription in one click, keeps the digests, and takes it back', async () => {
    await keepDigests();
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Unsubscribe' }));
    await screen.findByText('Unsubscribed. Digests you have stay here.');
    const got = await screen.findByRole('switch', { name: 'Get trending papers once a day' });
    expect(got).not.toBeChecked();
    expect(await screen.findAllByRole('article')).toHaveLength(3);
    await user.click(screen.getAllByRole('button', { name: 'Undo' })[0]!);
    await screen.findByRole('button', { name: 'Unsubscribe' });
    expect(named('saveSettings').map(({ payload }) => payload)).toMatchObject([
      { digest: { on: false, size: 5 } },
      { digest: { on: true, size: 5 } },
    ]);
  });

  it('says what it does before it is subscribed to, and subscribes from today on', async () => {
    await digestSettings({ on: false });
    const user = open();
    const get = await screen.findByRole('switch', { name: 'Get trending papers once a day' });
    expect(get).toHaveAccessibleDescription(
      'Offprint then asks Hugging Face and arXiv a few times a day which papers rise. ' +
        'Nothing about you is sent.',
    );
    expect(named('saveSettings')).toEqual([]);
    await user.click(get);
    expect(await screen.findByText('No digest yet')).toBeVisible();
    expect(screen.getByText(/^Offprint looks .* after 8:00\sAM, and a notification/)).toBeVisible();
    expect(named('saveSettings').map(({ payload }) => payload)).toMatchObject([
      { digest: { on: true } },
    ]);
  });

  it('shows all that is stored without a network', async () => {
    await keepDigests();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    open();
    await entry(0);
    expect(screen.getByText('Offline. All that is kept works as always.')).toBeVisible();
  });

  it('says so when the papers of a digest were forgotten', async () => {
    await keepDigests();
    await db.papers.clear();
    open();
    expect(
      await screen.findByText('The papers of this digest were forgotten since.'),
    ).toBeVisible();
  });

  it('saves every digest as one Atom file', async () => {
    await keepDigests();
    const files: Blob[] = [];
    const createObjectURL = (file: Blob) => `blob:${files.push(file)}`;
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL, revokeObjectURL() {} }));
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Save as Atom' }));
    await vi.waitFor(() => expect(clicked).toHaveBeenCalled());
    const feed = parseXml(await files[0]!.text()).root!;
    const entries = feed.children.filter(
      (node) => node instanceof XmlElement && node.name === 'entry',
    ) as XmlElement[];
    expect(entries).toHaveLength(4);
    expect(entries[0]!.text).toContain('We count <b>fronds</b>.');
    expect(entries[3]!.text).toContain('Among the day’s best on Hugging Face: 38 votes');
  });
});

describe('why a paper is told', () => {
  const now = new Date(2026, 7, 22, 12).getTime();
  const rising: Reason = {
    kind: 'rising',
    source: 'hugging-face',
    signal: 'comments',
    gained: 1,
    hours: 0.2,
    top: 1,
  };
  const item = (reason: Reason, more: Partial<DigestItem> = {}): DigestItem => ({
    paperId: 'P',
    reason,
    points: [],
    ...more,
  });
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  it('counts one as one, and never less than an hour', () => {
    expect(plain(reasonSentence(item(rising), now))).toBe(
      '+1 comment in 1 h, top 1 % of Hugging Face this fortnight',
    );
  });

  it('says long spans in days, and large numbers so that they can be read', () => {
    const reason: Reason = { ...rising, signal: 'stars', gained: 12_345, hours: 73, top: 5 };
    expect(plain(reasonSentence(item(reason), now))).toBe(
      '+12,345 stars in 3 d, top 5 % of Hugging Face this fortnight',
    );
    expect(plain(shortTrend(reason))).toBe('+12,345 in 3 d');
  });

  it.each([
    ['2026-08-22', 'today'],
    ['2026-08-21', 'yesterday'],
    ['2026-08-19', 'Aug 19'],
    ['2025-12-31', 'Dec 31, 2025'],
  ])('says when it was seen: %s is %s', (day, said) => {
    const shown = { site: 'hugging-face', listing: 'https://huggingface.co/papers', day };
    const watch: Reason = { kind: 'watch', watch: 'kelp' };
    expect(reasonSentence(item(watch, { shown }), now)).toBe(
      `Matches your watch “kelp”; seen by you on Hugging Face daily, ${said}`,
    );
    expect(shortTrend(watch)).toBe('your watch');
  });
});
