// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppFrame } from '../../components/app-frame';
import { withInitials } from '../../components/author-name';
import { Highlight } from '../../components/highlight';
import { useKeys } from '../../components/keys';
import { NoteEditor } from '../../components/note-editor';
import { TagEditor } from '../../components/tag-editor';
import { useUndo } from '../../components/act';
import { useLiveQuery } from 'dexie-react-hooks';
import { paperRows } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { Envelope } from '../../lib/messages';
import { keep, workerBeside } from './worker-beside';

let sent: Envelope[];
beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  sent = workerBeside();
});
afterEach(() => vi.useRealTimers());

const toasts = () =>
  [...document.querySelectorAll('.toast-text')].map((toast) => toast.textContent);

describe('withInitials', () => {
  it.each([
    ['Chen Huang', 'C. Huang'],
    ['élodie de la Fontaine', 'É. de la Fontaine'],
    ['Ludwig van Beethoven', 'L. van Beethoven'],
    ['Madonna', 'Madonna'],
    ['王 小明', '王 小明'],
    ['محمد العلي', 'محمد العلي'],
  ])('%s is %s', (name, short) => expect(withInitials(name)).toBe(short));
});

describe('Highlight', () => {
  it('marks each match in text nodes, whatever the text holds', () => {
    const { container } = render(
      <p>
        <Highlight
          text="<b>Sparse</b> (sparse)"
          mark={() => [
            { start: 3, end: 9 },
            { start: 14, end: 15 },
            { start: 15, end: 21 },
          ]}
        />
      </p>,
    );
    expect(container.textContent).toBe('<b>Sparse</b> (sparse)');
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Sparse',
      '(',
      'sparse',
    ]);
    expect(container.querySelector('b')).toBeNull();
  });
});

describe('useKeys', () => {
  function Page({ onKey }: { onKey: (key: string) => void }) {
    useKeys({ s: () => onKey('s'), Enter: () => onKey('Enter') });
    return (
      <>
        <input aria-label="field" />
        <button type="button">press</button>
      </>
    );
  }

  it('leaves what is typed, browser shortcuts, and Enter on a button alone', async () => {
    const onKey = vi.fn();
    render(<Page onKey={onKey} />);
    const user = userEvent.setup();
    await user.keyboard('s');
    await user.keyboard('{Control>}s{/Control}');
    await user.click(screen.getByLabelText('field'));
    await user.keyboard('s{Enter}');
    await user.click(screen.getByText('press'));
    await user.keyboard('{Enter}');
    expect(onKey.mock.calls).toEqual([['s']]);
  });
});

describe('TagEditor', () => {
  function Tags() {
    const row = useLiveQuery(async () => (await paperRows(db, ['P0']))[0]);
    return <TagEditor paperIds={['P0']} tags={row?.tags ?? []} anchor={null} onDone={() => {}} />;
  }
  const tagsOf = async (id: string) => (await paperRows(db, [id]))[0]!.tags.map((tag) => tag.name);
  const openEditor = () =>
    render(
      <AppFrame>
        <Tags />
      </AppFrame>,
    );
  const tag = (paperIds: string[], ...add: string[]) =>
    fakeBrowser.runtime.sendMessage({
      name: 'tagPapers',
      payload: { op: crypto.randomUUID(), paperIds, add, remove: [] },
    });

  it('suggests most used first, and makes what is not there', async () => {
    await keep('One', 'Two', 'Three');
    await tag(['P1'], 'rivers');
    await tag(['P1', 'P2'], 'river birds');
    openEditor();
    const user = userEvent.setup();
    const input = await screen.findByRole('combobox');
    await user.type(input, 'river');
    await waitFor(() =>
      expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
        'river birds2',
        'rivers1',
        'Create “river”',
      ]),
    );
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(async () => expect(await tagsOf('P0')).toEqual(['river']));
    expect(await screen.findByText('Tagged “river”.')).toBeInTheDocument();
    await user.type(input, 'RIVERS');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await tagsOf('P0')).toEqual(['river', 'rivers']));
    expect(await db.tags.count()).toBe(3);
  });

  it('renames in place, offers to merge where a name is taken, and takes off', async () => {
    await keep('One', 'Two');
    await tag(['P0', 'P1'], 'owls');
    await tag(['P1'], 'herons');
    openEditor();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'owls' }));
    await user.keyboard('herons{Enter}');
    await screen.findByRole('dialog', { name: '“herons” exists already' });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'owls' }));
    await user.keyboard('barn owls{Enter}');
    await waitFor(async () => expect(await tagsOf('P1')).toEqual(['barn owls', 'herons']));
    await user.click(await screen.findByRole('button', { name: 'Remove tag barn owls' }));
    await waitFor(async () => expect(await tagsOf('P0')).toEqual([]));
    expect(await tagsOf('P1')).toEqual(['barn owls', 'herons']);
    await tag(['P0'], 'barn owls');
    await user.click(await screen.findByRole('button', { name: 'barn owls' }));
    await user.keyboard('HERONS{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Merge into “herons”' }));
    await waitFor(async () => expect(await tagsOf('P0')).toEqual(['herons']));
    expect(await tagsOf('P1')).toEqual(['herons']);
    expect(await db.tags.count()).toBe(1);
    expect(toasts()).toContain('Merged into “herons”.');
  });
});

describe('NoteEditor', () => {
  const field = () => screen.getByRole('textbox', { name: 'Note' });
  const notes = () => sent.filter(({ name }) => name === 'setNote').map(({ payload }) => payload);
  const openNote = () =>
    render(
      <AppFrame>
        <NoteEditor paperId="P0" stored="" hint="Write a note" />
      </AppFrame>,
    );

  it('stores once typing has paused, not before, and once', async () => {
    await keep('One');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    openNote();
    fireEvent.change(field(), { target: { value: 'a' } });
    vi.advanceTimersByTime(700);
    fireEvent.change(field(), { target: { value: 'ab' } });
    vi.advanceTimersByTime(799);
    expect(notes()).toEqual([]);
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await waitFor(async () => expect((await db.library.get('P0'))?.note).toBe('ab'));
    fireEvent.blur(field());
    expect(notes()).toHaveLength(1);
  });

  it('stores at once when the page goes', async () => {
    await keep('One');
    openNote();
    fireEvent.change(field(), { target: { value: 'in a hurry' } });
    fireEvent(window, new Event('pagehide'));
    await waitFor(async () => expect((await db.library.get('P0'))?.note).toBe('in a hurry'));
  });

  it('keeps what could not be stored in the field, says why, and stores it later', async () => {
    await keep('One');
    openNote();
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValueOnce({
      ok: false,
      error: 'QuotaExceededError: the disk is full',
    } as never);
    fireEvent.change(field(), { target: { value: 'too much' } });
    fireEvent.blur(field());
    expect(await screen.findByText(/^The disk is full, so this/)).toBeVisible();
    expect(field()).toHaveValue('too much');
    fireEvent.blur(field());
    await waitFor(async () => expect((await db.library.get('P0'))?.note).toBe('too much'));
    await waitFor(() => expect(screen.queryByText(/^The disk is full/)).toBeNull());
  });
});

describe('undo', () => {
  function UndoButton() {
    const undo = useUndo();
    return (
      <button type="button" onClick={undo}>
        take back
      </button>
    );
  }

  it('says so where there is nothing to undo', async () => {
    render(
      <AppFrame>
        <UndoButton />
      </AppFrame>,
    );
    await userEvent.click(screen.getByText('take back'));
    expect(await screen.findByText('There is nothing to undo.')).toBeInTheDocument();
  });
});

describe('a page that cannot go on', () => {
  function Broken(): never {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  }

  it('says what was kept and hands out what can be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const written: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => written.push(blob),
        revokeObjectURL() {},
      }),
    );
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await keep('One', 'Two');
    render(
      <AppFrame>
        <Broken />
      </AppFrame>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Offprint cannot read its library.');
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was deleted.');
    await userEvent.click(screen.getByRole('button', { name: 'Export what can be read' }));
    expect(await screen.findByText(/^2 rows were read/)).toBeInTheDocument();
    const { tables } = JSON.parse(await written[0]!.text());
    expect(tables.papers.map((paper: { title: string }) => paper.title)).toEqual(['One', 'Two']);
    vi.unstubAllGlobals();
  });
});
