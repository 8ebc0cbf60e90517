import { t } from '../i18n';
import type { PaperState } from '../messages';
import { NEW_FOR_MS, type Instant } from '../paper';
import { button, element, tinted } from './element';
import { makeHost } from './host';
import type { ShownRow } from './listing';
import type { Place } from './placement';
import { ago } from './seen-ago';

const TAGS_SHOWN = 2;

/** The one small control beside a title. */
export interface Control {
  readonly host: HTMLElement;
  shown: ShownRow;
  /** Shows what is known of the paper; the button stays the same, and keeps the focus. */
  draw(shown: ShownRow, now: Instant): void;
  /** Puts the control beside its title, unless it is there. */
  place(place: Place): void;
  expanded(isOpen: boolean): void;
}

export function makeControl(first: ShownRow, press: (control: Control) => void): Control {
  const [host, root] = makeHost('control');
  const pressed = button({}, '', () => press(control));
  let drawn: PaperState | undefined;
  root.append(pressed);
  const control: Control = {
    host,
    shown: first,
    draw(shown, now) {
      control.shown = shown;
      const { state, row } = shown;
      if (!state || state === drawn) return;
      drawn = state;
      const { saved, isNew } = state;
      const parts = saved
        ? [t('listingSaved'), ...tagParts(state)]
        : [...seenParts(shown, now), t('save')];
      pressed.className = `control ${saved ? 'saved' : isNew ? 'new' : ''}`;
      pressed.replaceChildren(...parts);
      const said = parts.map((part) => (part as Node).textContent ?? part);
      if (isNew) said.push(t('listingIsNew'));
      pressed.ariaLabel = t('listingControl', said.join(' '), row.paper.title);
      pressed.ariaHasPopup = saved ? 'dialog' : null;
    },
    place(place) {
      const { anchor } = control.shown.row;
      if (host.parentNode === anchor) return;
      host.dataset.place = place;
      if (place === 'above') anchor.prepend(host);
      else anchor.append(host);
    },
    expanded: (isOpen) => (pressed.ariaExpanded = isOpen ? 'true' : null),
  };
  return control;
}

function tagParts({ tags }: PaperState): (Node | string)[] {
  const rest = tags.length - TAGS_SHOWN;
  return [
    ...tags
      .slice(0, TAGS_SHOWN)
      .map(({ name, color }) => tinted(color, element('span', { className: 'cut' }, `#${name}`))),
    ...(rest > 0 ? [`+${rest}`] : []),
  ];
}

/** "seen 3d ago ·"; nothing for a paper that is new, or was first met only now. */
function seenParts({ row, state }: ShownRow, now: Instant): (Node | string)[] {
  if (!state || state.isNew) return [];
  const isOld = now - state.firstSeenAt >= NEW_FOR_MS;
  if (!isOld && row.paper.announcement !== 'replacement') return [];
  const text = isOld ? t('listingSeen', ago(state.firstSeenAt, now)) : t('listingReplaced');
  return [element('span', { className: 'soft' }, text), '·'];
}
