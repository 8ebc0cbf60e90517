import { plural, t } from '../i18n';
import type { FillAnswer, ListingState, PaperState } from '../messages';
import { button, element } from './element';
import { makeHost } from './host';
import type { ListingSummary } from './listing';
import type { Notice, ReaderActs } from './reader-acts';

const NOTICE_MS = 8_000;

/** What the corner is told of the page. */
export interface CornerNews {
  summary: ListingSummary;
  /** One per work. */
  papers: PaperState[];
  /** Whether the page is a list, with counts to show. */
  isList: boolean;
  /** Rows that settings hide, and whether they are shown all the same. */
  hidden: number;
  showsHidden: boolean;
  /** Papers whose abstract could be fetched, and nobody said whether to. */
  missing: PaperState[];
}

/** The corner of the page: counts, the question about abstracts, news of the layout, notices. */
export interface Corner {
  /** Where the control of a page without a title stands. */
  seat: HTMLElement;
  show(news: CornerNews): void;
  say(notice: Notice): void;
  remove(): void;
}

export function makeCorner(
  acts: ReaderActs,
  toggleHidden: () => void,
  answer: (answer: FillAnswer) => void,
): Corner {
  let news: CornerNews | undefined;
  let notice: Notice | undefined;
  let chosen: ListingState['bar'] | undefined;
  let timer: ReturnType<typeof setTimeout>;

  const [host, root] = makeHost('corner');
  const spoken = element('p', { class: 'spoken', 'aria-live': 'polite' });
  const cards = element('div');
  const seat = element('span', { class: 'seat' });
  root.append(spoken, cards);
  host.addEventListener('pointerenter', () => clearTimeout(timer));
  host.addEventListener('pointerleave', dismissLater);

  return {
    seat,
    show(latest) {
      news = latest;
      draw();
    },
    say(latest) {
      spoken.textContent = latest.text;
      if (latest.quiet) return;
      notice = latest;
      draw();
      dismissLater();
    },
    remove() {
      clearTimeout(timer);
      host.remove();
    },
  };

  function dismissLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (host.matches(':focus-within')) return dismissLater();
      notice = undefined;
      draw();
    }, NOTICE_MS);
  }

  function draw(): void {
    const shown = [noticeCard(), healthCard(), questionCard(), bar()].filter(
      (card) => card !== undefined,
    );
    const focused = focusables().indexOf(root.activeElement as HTMLButtonElement);
    cards.replaceChildren(...shown);
    if (focused >= 0) focusables()[Math.min(focused, focusables().length - 1)]?.focus();
    if (shown.length === 0) host.remove();
    else if (!host.isConnected) document.documentElement.append(host);
  }

  function focusables(): HTMLButtonElement[] {
    return [...cards.querySelectorAll('button')];
  }

  function noticeCard(): HTMLElement | undefined {
    if (!notice) return undefined;
    const { text, undo, failed } = notice;
    const card = element('div', { class: failed ? 'card failed' : 'card' }, text);
    if (undo)
      card.append(
        button('undo', t('listingUndo'), () => {
          notice = undefined;
          draw();
          undo();
        }),
      );
    return card;
  }

  function healthCard(): HTMLElement | undefined {
    if (!news) return undefined;
    const { promised, found } = news.summary;
    const what = (['rows', 'abstracts'] as const).find((kind) => found[kind] < promised[kind]);
    if (!what) return undefined;
    return element(
      'p',
      { class: 'card warn' },
      t(`listingFew_${what}`, found[what], promised[what]),
    );
  }

  function questionCard(): HTMLElement | undefined {
    if (!news || news.missing.length === 0) return undefined;
    const { missing, papers } = news;
    if (barState() !== 'open' && !missing.some(({ saved }) => saved)) return undefined;
    const text = plural('listingFill', missing.length, papers.length);
    const answers = (['once', 'always', 'never'] as const).map((each) =>
      button(each === 'once' ? 'primary' : '', t(`listingFill_${each}`), () => answer(each)),
    );
    const attributes = { class: 'card', role: 'group', 'aria-label': text };
    return element('div', attributes, text, element('div', { class: 'answers' }, ...answers));
  }

  function bar(): HTMLElement | undefined {
    if (!news) return undefined;
    const { papers, isList, hidden, showsHidden } = news;
    const isFolded = barState() === 'collapsed';
    const isBare = seat.childElementCount > 0;
    if (papers.length === 0 || !(isList || isBare)) return undefined;
    if (barState() === 'hidden' && hidden === 0) return undefined;
    const fresh = papers.filter(({ isNew }) => isNew);
    const foldText = t(isFolded ? 'listingUnfold' : 'listingFold');
    const fold = button('plain fold', '', () => setBar(isFolded ? 'open' : 'collapsed'));
    fold.title = fold.ariaLabel = foldText;
    fold.ariaExpanded = String(!isFolded);
    const made = element(
      'div',
      { class: 'card bar', role: 'region', 'aria-label': 'Offprint' },
      fold,
    );
    if (isBare) made.append(seat);
    if (isFolded) {
      if (isList && fresh.length > 0) made.append(element('b', {}, String(fresh.length)));
      return made;
    }
    if (isList) {
      const freshText = fresh.length > 0 ? plural('listingNew', fresh.length) : t('listingNoneNew');
      made.append(
        element('b', {}, plural('listingPapers', papers.length)),
        element('span', { class: 'soft' }, freshText),
      );
      if (fresh.length > 0)
        made.append(button('primary', t('listingSaveAll'), () => acts.save(fresh)));
    }
    if (hidden > 0)
      made.append(
        button(
          '',
          plural(showsHidden ? 'listingHideAgain' : 'listingShowHidden', hidden),
          toggleHidden,
        ),
      );
    const hide = button('plain', '×', () => setBar('hidden'));
    hide.title = hide.ariaLabel = t('listingHideBar');
    made.append(hide);
    return made;
  }

  function barState(): ListingState['bar'] {
    return chosen ?? news?.summary.bar ?? 'open';
  }

  function setBar(state: ListingState['bar']): void {
    chosen = state;
    draw();
  }
}
