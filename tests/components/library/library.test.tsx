// @vitest-environment jsdom
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppFrame } from '../../../components/app-frame';
import { Library } from '../../../components/library/library';
import { handlers } from '../../../lib/background/handlers';
import { receive } from '../../../lib/background/receive';
import { startWorker } from '../../../lib/background/start';
import { db } from '../../../lib/db/open';
import { setNote } from '../../../lib/db/library';
import { SearchSegments } from '../../../lib/db/search-segments';
import { acts, NOON, seen, show } from '../../lib/db/fresh-db';

// A machine that runs other things beside the tests is slow, not wrong.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 30_000 });
const eventually = <T,>(holds: () => T | Promise<T>) => vi.waitFor(holds, { timeout: 5_000 });

const ORIGIN = 'chrome-extension://offprint/';
const HOUR = 60 * 60 * 1000;
const ids: Record<string, string> = {};
const titles = {
  bees: 'How bees agree on where to go',
  clay: 'Clay tablets as a store of graphs',
  dunes: 'Dunes that walk against the wind',
};

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  const rows = {
    bees: seen(titles.bees, {
      abstract: 'We watch swarms decide.',
      authors: [
        'Ada One',
        'Bo Two',
        'Cy Three',
        'Di Four',
        'Ed Five',
        'Flo Six',
        'Gus Seven',
        'Hal Eight',
      ],
      ids: ['arxiv:2601.00001'],
      publishedAt: '2026-01-05',
      rank: 3,
      votes: 38,
      links: [
        { rel: 'page', href: 'https://arxiv.org/abs/2601.00001' },
        { rel: 'pdf', href: 'https://arxiv.org/pdf/2601.00001' },
        { rel: 'code', href: 'http://insecure.example/code' },
      ],
    }),
    clay: seen(titles.clay, { abstract: 'Clay keeps edges.', ids: ['arxiv:2601.00002'] }),
    dunes: seen(titles.dunes, { ids: ['arxiv:2601.00003'] }),
  };
  let hour = 0;
  for (const [name, row] of Object.entries(rows)) {
    const shown = {
      site: 'hugging-face',
      listing: 'https://huggingface.co/papers/date/2026-08-21',
      day: '2026-08-21',
      now: NOON - hour++ * HOUR,
    };
    ids[name] = (await show(db, [row], shown))[0]!.paper.id;
  }
  const index = new SearchSegments(db);
  while (await index.step());
  // The worker itself, in the same process.
  const worker = { ...startWorker(), db, online: () => false };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) =>
    receive(worker, handlers, message, { url: `${ORIGIN}library.html` }, ORIGIN),
  );
  // jsdom lays nothing out; a list without height would show no line.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(600);
  history.replaceState(null, '', '/library.html');
});

async function save(...names: string[]) {
  const act = acts(NOON);
  for (const name of names)
    await handlers.savePapers.run(
      { ...startWorker(), db },
      { op: act().op, paperIds: [ids[name]!] },
      { url: ORIGIN },
    );
}

async function open(fragment = '#/list') {
  history.replaceState(null, '', fragment);
  render(
    <AppFrame>
      <Library />
    </AppFrame>,
  );
  await screen.findByRole('listbox', { name: 'Papers' });
  return userEvent.setup();
}

const lines = () =>
  within(screen.getByRole('listbox', { name: 'Papers' }))
    .getAllByRole('option')
    .map((line) => line.textContent ?? '');
const paper = () => screen.getByRole('region', { name: 'Paper' });
const heading = (title: string) => within(paper()).findByRole('heading', { name: title });

describe('the library', () => {
  it('shows the reading list, the newest first, and counts', async () => {
    await save('bees', 'clay');
    await open();
    await eventually(() => expect(lines()[0]).toContain(titles.clay));
    expect(lines()).toHaveLength(2);
    expect(await screen.findByRole('link', { name: 'Reading list 2' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(screen.getByRole('link', { name: 'Everything seen 3' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Unread 2' })).toBeVisible();
  });

  it('goes from view to view, and Back', async () => {
    await save('bees');
    const user = await open();
    await user.click(await screen.findByRole('link', { name: /Everything seen/ }));
    await eventually(() => expect(lines()).toHaveLength(3));
    expect(location.hash).toBe('#/seen');
    history.back();
    await eventually(() => expect(lines()).toHaveLength(1));
  });

  it('opens a paper by key and says why it is here', async () => {
    await save('bees');
    const user = await open();
    await user.keyboard('j');
    await heading(titles.bees);
    expect(within(paper()).getByText('We watch swarms decide.')).toBeVisible();
    expect(within(paper()).getByText('Hugging Face daily, rank 3, Aug 21, 38 votes')).toBeVisible();
    expect(within(paper()).queryByText(/Hal Eight/)).toBeNull();
    await user.click(within(paper()).getByRole('button', { name: 'and 2 more' }));
    expect(within(paper()).getByText(/Hal Eight/)).toBeVisible();
    await eventually(() => expect(location.hash).toBe(`#/list?paper=${ids.bees}`));
  });

  it('follows https links only, to a tab that knows nothing of this one', async () => {
    await open(`#/seen?paper=${ids.bees}`);
    await heading(titles.bees);
    const links = within(paper()).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://arxiv.org/abs/2601.00001',
      'https://arxiv.org/abs/2601.00001',
      'https://arxiv.org/pdf/2601.00001',
    ]);
    for (const link of links) {
      expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      expect(link).toHaveAttribute('target', '_blank');
    }
  });

  it('finds by words, tag and status together', async () => {
    await save('bees', 'clay', 'dunes');
    const user = await open();
    await user.type(screen.getByRole('searchbox'), 'clay edges');
    await eventually(() => expect(lines()).toHaveLength(1));
    expect(lines()[0]).toContain(titles.clay);
    expect(await screen.findByText('1 of 3 papers')).toBeVisible();
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'is:read');
    expect(await screen.findByText('Nothing found')).toBeVisible();
  });

  it('changes many at once, and one undo takes all of it back', async () => {
    await save('bees', 'clay', 'dunes');
    const user = await open();
    await eventually(() => expect(lines()).toHaveLength(3));
    await user.keyboard('{ArrowDown}x');
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(await screen.findByText('2 selected')).toBeVisible();
    await eventually(() => expect(screen.getByRole('toolbar')).toBeVisible());
    await user.keyboard('e');
    await eventually(async () =>
      expect(await db.library.where('status').equals('read').count()).toBe(2),
    );
    const groups = new Set((await db.journal.toArray()).map((row) => row.groupId));
    expect(groups.size).toBe(4);
    await user.keyboard('u');
    await eventually(async () =>
      expect(await db.library.where('status').equals('unread').count()).toBe(3),
    );
  });

  it('takes a paper off the list by key, and Undo brings it back', async () => {
    await save('bees');
    const user = await open();
    await user.keyboard('j');
    await heading(titles.bees);
    await user.keyboard('s');
    await eventually(async () => expect(await db.library.count()).toBe(0));
    await user.click((await screen.findAllByRole('button', { name: 'Undo' }))[0]!);
    await eventually(async () => expect(await db.library.count()).toBe(1));
  });

  it('renames, colours and deletes a tag, with undo', async () => {
    await save('bees');
    const user = await open(`#/list?paper=${ids.bees}`);
    await heading(titles.bees);
    await user.keyboard('t');
    await user.type(await screen.findByRole('combobox', { name: 'Add a tag' }), 'insects{Enter}');
    await eventually(async () => expect(await db.tags.count()).toBe(1));
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Change tag insects' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Teal' }));
    await eventually(async () => expect((await db.tags.toArray())[0]!.color).toBe(5));
    await user.click(screen.getByRole('button', { name: 'Change tag insects' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
    const field = await screen.findByRole('textbox', { name: 'Rename tag insects' });
    await user.clear(field);
    await user.type(field, 'six legs{Enter}');
    await eventually(async () => expect((await db.tags.toArray())[0]!.name).toBe('six legs'));
    await user.click(await screen.findByRole('button', { name: 'Change tag six legs' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete tag' }));
    await eventually(async () => expect(await db.tags.count()).toBe(0));
    await user.keyboard('u');
    await eventually(async () => expect(await db.tags.count()).toBe(1));
    expect((await db.library.get(ids.bees!))?.tagIds).toHaveLength(1);
  });

  it('says that no abstract is known, and asks before anything is fetched', async () => {
    await save('dunes');
    const user = await open(`#/list?paper=${ids.dunes}`);
    await heading(titles.dunes);
    expect(within(paper()).getByText('The abstract is not known yet.')).toBeVisible();
    await user.click(await within(paper()).findByRole('button', { name: 'Once' }));
    await eventually(async () =>
      expect((await db.fills.toArray()).map((fill) => fill.key)).toEqual(['arxiv:2601.00003']),
    );
  });
});

describe('a note', () => {
  const field = () => within(paper()).findByRole('textbox', { name: /^Note/ });

  it('stores itself when typing pauses', async () => {
    await save('bees');
    const user = await open(`#/list?paper=${ids.bees}`);
    await user.type(await field(), 'ask Ada');
    expect((await db.library.get(ids.bees!))?.note).toBe('');
    await eventually(async () => expect((await db.library.get(ids.bees!))?.note).toBe('ask Ada'));
    expect(await screen.findByText('Stored')).toBeVisible();
    const notes = (await db.journal.toArray()).filter((row) => row.field === 'note');
    expect(notes).toHaveLength(1);
  });

  it('is stored at once when another paper is opened', async () => {
    await save('bees', 'clay');
    const user = await open(`#/list?paper=${ids.clay}`);
    await user.type(await field(), 'half a thought');
    await user.click(await screen.findByRole('option', { name: new RegExp(titles.bees) }));
    await heading(titles.bees);
    await eventually(async () =>
      expect((await db.library.get(ids.clay!))?.note).toBe('half a thought'),
    );
  });

  it('loses nothing that was typed when the row changes underneath', async () => {
    await save('bees');
    const user = await open(`#/list?paper=${ids.bees}`);
    const note = await field();
    await user.type(note, 'mine');
    await setNote(db, acts(Date.now())(), ids.bees!, 'from elsewhere');
    expect(await screen.findByText('from elsewhere')).toBeVisible();
    expect(note).toHaveValue('mine');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await db.library.get(ids.bees!))?.note).toBe('from elsewhere');
    await user.click(screen.getByRole('button', { name: 'Keep both' }));
    await eventually(async () =>
      expect((await db.library.get(ids.bees!))?.note).toBe('from elsewhere\n\nmine'),
    );
  });
});

describe('import of a listing', () => {
  const text = Array.from(
    { length: 4 },
    (_, i) =>
      `${['Red', 'Green', 'Blue', 'Grey'][i]} Lanterns for Sparse Retrieval in Long Documents\n` +
      `In this paper we propose a method for sparse retrieval that uses lanterns of ${i} colours. ` +
      'We evaluate our approach on several datasets and show that it improves the accuracy of ' +
      'existing models. Experiments demonstrate that lanterns generalise to unseen documents.',
  ).join('\n');

  it('counts, imports and saves, and one undo takes all off the list', async () => {
    await save('bees');
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Import…' }));
    const box = await screen.findByRole('textbox', {
      name: 'Paste references, addresses or the text of a page',
    });
    await user.click(box);
    await user.paste(text);
    expect(await screen.findByText('4 papers found')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Import 4 papers' }));
    await eventually(async () => expect(await db.library.count()).toBe(5));
    await user.click((await screen.findAllByRole('button', { name: 'Undo' }))[0]!);
    await eventually(async () => expect(await db.library.count()).toBe(1));
    expect(await db.papers.count()).toBe(7);
  });

  it('says when a text holds no papers', async () => {
    await save('bees');
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Import…' }));
    await user.click(
      await screen.findByRole('textbox', {
        name: 'Paste references, addresses or the text of a page',
      }),
    );
    await user.paste('Milk, eggs, and a bag of flour.');
    expect(
      await screen.findByText(/Neither references nor titles with abstracts were found/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
  });
});
