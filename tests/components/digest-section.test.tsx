// @vitest-environment jsdom
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppFrame } from '../../components/app-frame';
import { DigestSection } from '../../components/settings/digest-section';
import { useSettings } from '../../components/use-settings';
import { db } from '../../lib/db/open';
import { DEFAULT_DIGEST, type DigestSettings } from '../../lib/digest/digest-settings';
import { localDay } from '../../lib/paper';
import { parseSettings, settingsPatchSchema, type Settings } from '../../lib/settings';

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US');
  await Promise.all(db.tables.map((table) => table.clear()));
});

/** Settings as the page has them, kept as the worker would: strictly, or not at all. */
function Page() {
  const settings = useSettings();
  const change = async (patch: Partial<Settings>) => {
    settingsPatchSchema.parse(patch);
    const { settings: before } = await fakeBrowser.storage.local.get('settings');
    const next = parseSettings({ ...(before as object), ...patch });
    await fakeBrowser.storage.local.set({ settings: next });
  };
  return settings && <DigestSection settings={settings} change={(patch) => void change(patch)} />;
}

async function open(digest: Partial<DigestSettings> = {}) {
  await fakeBrowser.storage.local.set({
    settings: { digest: { ...DEFAULT_DIGEST, on: true, ...digest } },
  });
  render(
    <AppFrame>
      <Page />
    </AppFrame>,
  );
  await screen.findByRole('heading', { level: 2, name: 'Trending papers' });
  return userEvent.setup();
}

async function kept(): Promise<DigestSettings> {
  const { settings } = await fakeBrowser.storage.local.get('settings');
  return (settings as Settings).digest;
}

const list = (name: string) => within(screen.getByRole('group', { name }));
const items = (name: string) =>
  list(name)
    .queryAllByRole('listitem')
    .map((item) => item.textContent);

describe('trending papers in settings', () => {
  it('is off at first; switched on, it begins today and shows the choices', async () => {
    const user = await open({ on: false, categories: ['cs.LG'] });
    const subscribe = screen.getByRole('switch', { name: 'Get trending papers once a day' });
    expect(subscribe).not.toBeChecked();
    expect(screen.queryByLabelText('Time of day')).toBeNull();
    expect(screen.getByText(/^Off: nothing is asked/)).toBeVisible();

    await user.click(subscribe);
    expect(await screen.findByLabelText('Time of day')).toHaveValue('08:00');
    expect(await kept()).toMatchObject({ on: true });

    await user.click(subscribe);
    await vi.waitFor(() => expect(screen.queryByLabelText('Time of day')).toBeNull());
    expect(await kept()).toMatchObject({ on: false, categories: ['cs.LG'] });
  });

  it('leads to the digests, on or off', async () => {
    await open({ on: false });
    expect(screen.getByRole('link', { name: 'Open digests' })).toHaveAttribute(
      'href',
      '/digest.html',
    );
  });

  it('takes a time once its field is left, not while it is typed', async () => {
    await open();
    const time = screen.getByLabelText('Time of day');
    fireEvent.change(time, { target: { value: '01:00' } });
    fireEvent.change(time, { target: { value: '12:30' } });
    expect(time).toHaveValue('12:30');
    expect((await kept()).time).toBe(480);
    fireEvent.blur(time);
    await vi.waitFor(async () => expect((await kept()).time).toBe(750));
    await vi.waitFor(() => expect(time).toHaveValue('12:30'));
  });

  it('takes a time that rests, and none that was cleared', async () => {
    await open();
    const time = screen.getByLabelText('Time of day');
    fireEvent.change(time, { target: { value: '' } });
    fireEvent.blur(time);
    expect(time).toHaveValue('08:00');
    fireEvent.change(time, { target: { value: '06:15' } });
    await vi.waitFor(async () => expect((await kept()).time).toBe(375), 5_000);
  });

  it('names the weekdays from the first of the language, and says when none is left', async () => {
    const user = await open({ days: [1, 3] });
    const days = within(screen.getByRole('group', { name: 'Weekdays' }));
    expect(days.getAllByRole('button').map((day) => day.getAttribute('aria-label'))).toEqual(
      'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
    );
    const day = (name: string) => days.getByRole('button', { name });
    expect(day('Monday')).toHaveAttribute('aria-pressed', 'true');
    expect(day('Sunday')).toHaveAttribute('aria-pressed', 'false');

    // Two at once: the second builds on the first.
    fireEvent.click(day('Sunday'));
    fireEvent.click(day('Monday'));
    await vi.waitFor(async () => expect((await kept()).days).toEqual([0, 3]));
    await vi.waitFor(() => expect(day('Monday')).toHaveAttribute('aria-pressed', 'false'));
    await user.click(day('Sunday'));
    await user.click(day('Wednesday'));
    expect(await days.findByText('No day is chosen, so no digest comes.')).toBeVisible();
  });

  it('offers 3 to 20 papers', async () => {
    const user = await open();
    const size = screen.getByRole('combobox', { name: 'Papers in a digest, at most' });
    const sizes = within(size)
      .getAllByRole('option')
      .map((option) => Number(option.textContent));
    expect([sizes[0], sizes.at(-1), sizes.length]).toEqual([3, 20, 18]);
    await user.selectOptions(size, '12');
    await vi.waitFor(async () => expect((await kept()).size).toBe(12));
  });

  it('keeps quiet hours, and what they were', async () => {
    const user = await open({ time: 23 * 60 });
    const quiet = screen.getByRole('switch', { name: 'Quiet hours' });
    expect(quiet).not.toBeChecked();
    await user.click(quiet);
    await vi.waitFor(async () => expect((await kept()).quiet).toEqual({ from: 1320, to: 420 }));
    expect(await screen.findByText(/the digest comes at 7:00\sAM\.$/)).toBeVisible();

    const until = screen.getByLabelText('Quiet until');
    fireEvent.change(until, { target: { value: '09:30' } });
    fireEvent.blur(until);
    await vi.waitFor(async () => expect((await kept()).quiet).toEqual({ from: 1320, to: 570 }));
    await user.click(quiet);
    await vi.waitFor(async () => expect((await kept()).quiet).toBeUndefined());
    await vi.waitFor(() => expect(quiet).not.toBeChecked());
    await user.click(quiet);
    await vi.waitFor(async () => expect((await kept()).quiet).toEqual({ from: 1320, to: 570 }));
  });

  it('says that quiet hours of no length are none', async () => {
    await open({ quiet: { from: 480, to: 480 } });
    expect(screen.getByText('Both times are the same: there are no quiet hours.')).toBeVisible();
  });

  it('asks the sources that are chosen, and says how that went', async () => {
    const figures = { rowsPromised: 1, rowsFound: 1, abstractsPromised: 1, abstractsFound: 1 };
    const row = { day: localDay(Date.now()), at: Date.now(), pages: 1, ...figures };
    await db.siteHealth.bulkAdd([
      { ...row, site: 'poll:hugging-face', errors: ['html'] },
      { ...row, site: 'poll:arxiv-rss', errors: [] },
    ]);
    const user = await open({ categories: ['cs.LG'] });
    const face = screen.getByRole('switch', { name: 'Hugging Face' });
    await vi.waitFor(() =>
      expect(face).toHaveAccessibleDescription(/Last asked .*: a web page came back instead/),
    );
    expect(screen.getByRole('switch', { name: 'arXiv' })).toHaveAccessibleDescription(/Last read /);
    await user.click(face);
    await vi.waitFor(async () => expect((await kept()).sources).toEqual(['arxiv-rss']));
    await vi.waitFor(() => expect(face).not.toBeChecked());
    await user.click(face);
    await vi.waitFor(async () =>
      expect((await kept()).sources).toEqual(['arxiv-rss', 'hugging-face']),
    );
  });

  it('says that arXiv is not asked while no category is followed', async () => {
    await open();
    await vi.waitFor(() =>
      expect(screen.getByRole('switch', { name: 'arXiv' })).toHaveAccessibleDescription(
        'Nothing is asked until you follow a category below. Not asked yet.',
      ),
    );
  });

  it('refuses what is no category, and takes one in arXiv’s own letters', async () => {
    const user = await open();
    const name = 'Categories followed on arXiv';
    const field = screen.getByRole('textbox', { name });
    await user.type(field, 'machine learning{Enter}');
    const refusal =
      '“machine learning” is not a category as arXiv writes them; try one like cs.LG.';
    expect(list(name).getByRole('alert')).toHaveTextContent(refusal);
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(refusal);
    expect(field).toHaveValue('machine learning');
    expect((await kept()).categories).toEqual([]);

    await user.clear(field);
    expect(list(name).getByRole('alert')).toBeEmptyDOMElement();
    await user.type(field, 'CS.lg{Enter}math.AG{Enter}');
    await vi.waitFor(() => expect(items(name)).toEqual(['cs.LG', 'math.AG']));
    expect(field).toHaveValue('');
    await user.type(field, 'cs.LG{Enter}');
    expect(list(name).getByRole('alert')).toHaveTextContent('“cs.LG” is on the list already.');
    expect((await kept()).categories).toEqual(['cs.LG', 'math.AG']);
  });

  it('removes with the keyboard, and Undo puts it back where it was', async () => {
    const user = await open({ categories: ['cs.LG', 'cs.CL', 'math.AG'] });
    const name = 'Categories followed on arXiv';
    screen.getByRole('button', { name: 'Remove “cs.CL”' }).focus();
    await user.keyboard('{Enter}');
    await vi.waitFor(() => expect(items(name)).toEqual(['cs.LG', 'math.AG']));
    expect(screen.getByRole('textbox', { name })).toHaveFocus();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await vi.waitFor(() => expect(items(name)).toEqual(['cs.LG', 'cs.CL', 'math.AG']));
  });

  it('mutes words, authors and categories', async () => {
    const user = await open();
    const type = (name: string, text: string) =>
      user.type(screen.getByRole('textbox', { name }), `${text}{Enter}`);
    await type('Muted words', '  a   survey ');
    await type('Muted authors', '!!!');
    expect(list('Muted authors').getByRole('alert')).toHaveTextContent('“!!!” is not a name');
    await user.clear(screen.getByRole('textbox', { name: 'Muted authors' }));
    await type('Muted authors', 'Mira Ortell');
    await type('Muted categories', 'cs.cy');
    await vi.waitFor(async () =>
      expect((await kept()).muted).toEqual({
        words: ['a survey'],
        authors: ['Mira Ortell'],
        categories: ['cs.CY'],
      }),
    );
  });

  it('never keeps more than the settings can', async () => {
    const words = Array.from({ length: 200 }, (_, i) => `word ${i}`);
    const user = await open({ muted: { words, authors: [], categories: [] } });
    await user.type(screen.getByRole('textbox', { name: 'Muted words' }), 'one more{Enter}');
    expect(list('Muted words').getByRole('alert')).toHaveTextContent(
      'The list is full: it keeps 200. Remove one first.',
    );
  });

  it('watches for words, an author or a tag until that is removed, and undone', async () => {
    await db.tags.add({ id: 't1', name: 'world models', color: 1 } as never);
    const user = await open();
    const field = () => list('Tell me when').getByLabelText('Watch');
    const kind = screen.getByRole('combobox', { name: 'What to watch for' });

    await user.type(field(), 'is:unread{Enter}');
    expect(list('Tell me when').getByRole('alert')).toHaveTextContent('“is:unread” holds no word');
    await user.clear(field());
    await user.type(field(), 'sparse attention{Enter}');
    await user.selectOptions(kind, 'Author');
    await user.type(field(), 'Mira Ortell');
    await user.click(screen.getByRole('button', { name: 'Add to “Watch”' }));
    await vi.waitFor(() =>
      expect(items('Tell me when')).toEqual(['Search wordssparse attention', 'AuthorMira Ortell']),
    );
    await user.selectOptions(kind, 'Words of a tag');
    await vi.waitFor(() => expect(document.querySelector('datalist option')).not.toBeNull());
    expect(document.querySelector('datalist option')).toHaveValue('world models');

    const { watches } = await kept();
    expect(new Set(watches.map(({ id }) => id)).size).toBe(2);
    expect(watches.map(({ kind, text }) => [kind, text])).toEqual([
      ['search', 'sparse attention'],
      ['author', 'Mira Ortell'],
    ]);

    await user.click(screen.getByRole('button', { name: 'Remove “sparse attention”' }));
    await vi.waitFor(() => expect(items('Tell me when')).toEqual(['AuthorMira Ortell']));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await vi.waitFor(async () => expect((await kept()).watches).toEqual(watches));
  });
});
