import type { FillAnswer, PaperState } from '../messages';
import type { RowMode } from '../settings';
import type { Instant, PaperId } from '../paper';
import type { Control } from './control';
import { makeControls } from './controls';
import { makeCorner } from './corner';
import { watchKeys, type KeyAct } from './keys';
import type { ListingSummary, ShownRow } from './listing';
import { pageScheme, watchScheme } from './page-scheme';
import { pageRules, pageSheet } from './page-sheet';
import type { PlaceFor } from './placement';
import type { Notice, ReaderActs } from './reader-acts';
import { rowModes } from './row-modes';
import { makeTagPicker } from './tag-picker';

/** Everything Offprint shows in one page. */
export interface View {
  show(rows: readonly ShownRow[], summary: ListingSummary): void;
  say(notice: Notice): void;
  remove(): void;
}

interface World {
  acts: ReaderActs;
  answerFill(answer: FillAnswer, paperIds: PaperId[]): void;
  rowSelector: string;
  placeFor: PlaceFor;
  now(): Instant;
  signal: AbortSignal;
}

export function makeView(world: World): View {
  const { acts, answerFill, rowSelector, placeFor, now, signal } = world;
  let rows: readonly ShownRow[] = [];
  let summary: ListingSummary | undefined;
  let showsHidden = false;
  // Asked once: the answer costs the page a whole style computation.
  let scheme: string | undefined;
  const answered = new Set<PaperId>();
  const controls = makeControls(rowSelector, press, placeFor, now);
  const picker = makeTagPicker(acts);
  const sheet = pageSheet();
  const modes = rowModes(now);
  const corner = makeCorner(
    acts,
    () => {
      showsHidden = !showsHidden;
      draw();
    },
    (answer) => {
      const paperIds = missing().map(({ id }) => id);
      for (const id of paperIds) answered.add(id);
      answerFill(answer, paperIds);
      draw();
    },
  );
  watchKeys({ s: onKey(save), t: onKey(openPicker) }, signal);
  watchScheme(() => {
    scheme = undefined;
    draw();
  }, signal);
  return {
    show(shown, latest) {
      // A page without a title, such as a PDF, has its control in the corner.
      const { seat } = corner;
      rows = shown.map((each) =>
        each.row.anchor === document.body ? { ...each, row: { ...each.row, anchor: seat } } : each,
      );
      summary = latest;
      draw();
    },
    say: corner.say,
    remove,
  };

  function remove(): void {
    controls.remove();
    picker.close();
    corner.remove();
    sheet.remove();
  }

  function draw(): void {
    if (!summary) return;
    if (!summary.active) return remove();
    const own = modes(summary);
    const modeOf = (shown: ShownRow): RowMode => {
      const mode = own(shown);
      return mode === 'hide' && showsHidden ? 'dim' : mode;
    };
    if (rows.length > 0) {
      scheme ??= pageScheme();
      sheet.set(pageRules(rowSelector, scheme, new Set(rows.map(modeOf))));
    }
    const isKnown = rows.length > 0 && rows.every(({ state }) => state);
    void controls.show(rows, modeOf).then((isDone) => {
      if (isDone && isKnown) performance.mark('offprint:shown');
    });
    const states = rows.flatMap(({ state }) => state ?? []);
    const first = rows[0]?.row.anchor;
    corner.show({
      summary,
      papers: [...new Map(states.map((state) => [state.id, state])).values()],
      isList: rows.length > 1 || (first !== corner.seat && first?.localName !== 'h1'),
      hidden: rows.filter((shown) => own(shown) === 'hide').length,
      showsHidden,
      missing: summary.fill === 'ask' ? missing() : [],
    });
    picker.update(states, summary.tags);
  }

  /** Papers whose abstract could be fetched, and about which nobody was asked. */
  function missing(): PaperState[] {
    return rows.flatMap(({ state }) => (state?.askFill && !answered.has(state.id) ? [state] : []));
  }

  function press(control: Control): void {
    if (control.shown.state?.saved) openPicker(control);
    else save(control);
  }

  function save({ shown: { state } }: Control): void {
    if (state) acts.save([state]);
  }

  function openPicker(control: Control): void {
    picker.open(control, summary?.tags ?? []);
  }

  function onKey(act: (control: Control) => void): KeyAct {
    return (target) => {
      // On the page of one paper every place is its row.
      const control = controls.at(rows.length === 1 ? rows[0]!.row.anchor : target);
      if (control) act(control);
      return Boolean(control);
    };
  }
}
