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

/** What a card says, and how to make it. */
type Card = [string, () => HTMLElement];

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
  let drawn = new Map<string, HTMLElement>();

  const [host, root] = makeHost('corner');
  const spoken = element('p', { className: 'spoken', ariaLive: 'polite' });
  const cards = element('div');
  const seat = element('span');
  root.append(spoken, cards);

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
      if (host.matches(':hover, :focus-within')) dismissLater();
      else dismiss();
    }, NOTICE_MS);
  }

  function dismiss(): void {
    notice = undefined;
    draw();
  }

  function draw(): void {
    const buttons = () => [...cards.querySelectorAll<HTMLElement>('button, [data-offprint]')];
    const focused = buttons().indexOf(root.activeElement as HTMLElement);
    const before = drawn;
    drawn = new Map();
    for (const [key, make] of [...noticeCard(), ...healthCard(), ...questionCard(), ...bar()])
      drawn.set(key, before.get(key) ?? make());
    // A card that says the same stays: nobody may lose a button that is being pressed.
    const shown = [...drawn.values()];
    for (const card of before.values()) if (!shown.includes(card)) card.remove();
    shown.forEach((card, at) => {
      if (cards.children[at] !== card) cards.insertBefore(card, cards.children[at] ?? null);
    });
    if (focused >= 0 && !root.activeElement) (buttons()[focused] ?? buttons()[0])?.focus();
    if (shown.length === 0) host.remove();
    else if (!host.isConnected) document.documentElement.append(host);
  }

  function card(className: string, text: string, buttons: () => Node[] = () => []): Card {
    const properties = { className: `card ${className}`, role: 'group' };
    return [text, () => element('div', properties, text, ' ', ...buttons())];
  }

  function noticeCard(): Card[] {
    if (!notice) return [];
    const { text, undo, failed } = notice;
    const undoLatest = () => {
      const latest = notice;
      dismiss();
      latest?.undo?.();
    };
    const buttons = () => (undo ? [button({}, t('undo'), undoLatest)] : []);
    return [card(failed ? 'failed' : '', text, buttons)];
  }

  function healthCard(): Card[] {
    if (!news || barState() !== 'open') return [];
    const { promised, found } = news.summary;
    const what = (['rows', 'abstracts'] as const).find((kind) => found[kind] < promised[kind]);
    if (!what) return [];
    return [card('warn', plural(`health_${what}`, promised[what], found[what]), () => [hide()])];
  }

  function questionCard(): Card[] {
    if (!news) return [];
    const { missing, papers } = news;
    const isAsked = missing.some(({ saved }) => saved || barState() === 'open');
    if (!isAsked) return [];
    const answers = () =>
      (['once', 'always', 'never'] as const).map((each) =>
        button({}, t(`fill_${each}`), () => answer(each)),
      );
    return [card('', plural('listingFill', missing.length, papers.length), answers)];
  }

  function bar(): Card[] {
    if (!news) return [];
    const { papers, isList, hidden, showsHidden } = news;
    const isFolded = barState() === 'collapsed';
    const isWanted = isList || seat.childElementCount > 0;
    if (papers.length === 0 || !isWanted || (barState() === 'hidden' && hidden === 0)) return [];
    const fresh = papers.filter(({ isNew }) => isNew).length;
    const key = [papers.length, fresh, hidden, showsHidden, isFolded].join();
    return [[key, () => barElement(papers.length, fresh, isFolded)]];
  }

  function barElement(count: number, fresh: number, isFolded: boolean): HTMLElement {
    const { isList, hidden, showsHidden } = news!;
    const title = t(isFolded ? 'listingUnfold' : 'listingFold');
    const fold = { className: 'plain fold', title, ariaExpanded: String(!isFolded) };
    const parts: Node[] = [button(fold, '', () => setBar(isFolded ? 'open' : 'collapsed')), seat];
    if (isFolded) parts.push(element('b', {}, fresh ? String(fresh) : ''));
    else {
      if (isList) {
        const freshText = fresh ? plural('listingNew', fresh) : t('listingNoneNew');
        parts.push(element('b', {}, plural('papers', count)));
        parts.push(element('span', { className: 'soft' }, freshText));
        const saveAll = () => acts.save(news!.papers.filter(({ isNew }) => isNew));
        if (fresh) parts.push(button({ className: 'primary' }, t('listingSaveAll'), saveAll));
      }
      if (hidden) {
        const ariaPressed = String(showsHidden);
        parts.push(button({ ariaPressed }, plural('listingShowHidden', hidden), toggleHidden));
      }
      parts.push(hide());
    }
    const region = { className: 'card bar', role: 'region', ariaLabel: 'Offprint' };
    return element('div', region, ...parts);
  }

  function hide(): Node {
    const title = t('listingHideBar');
    return button({ className: 'plain', title, ariaLabel: title }, '×', () => setBar('hidden'));
  }

  function barState(): ListingState['bar'] {
    return chosen ?? news?.summary.bar ?? 'open';
  }

  function setBar(state: ListingState['bar']): void {
    chosen = state;
    draw();
  }
}
