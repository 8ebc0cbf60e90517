import { t } from '../i18n';
import type { PaperState, ShownTag } from '../messages';
import type { Control } from './control';
import { button, element, tinted } from './element';
import { keepFromPage, makeHost } from './host';
import type { ReaderActs } from './reader-acts';
import { MAX_TAG_LENGTH, tagNameKey } from '../tag-name';
import { suggestTags, type Suggestion } from './tag-suggestions';

/** The popover in which a paper is tagged and taken off the list. One per page. */
export interface TagPicker {
  /** Opens beside a control, or closes where it is open there. */
  open(control: Control, known: readonly ShownTag[]): void;
  /** Takes what has become of the papers on screen. */
  update(states: readonly (PaperState | undefined)[], known: readonly ShownTag[]): void;
  close(): void;
}

export function makeTagPicker(acts: ReaderActs): TagPicker {
  let control: Control | undefined;
  let paper: PaperState | undefined;
  let known: readonly ShownTag[] = [];
  let options: Suggestion[] = [];
  let active = -1;

  const [host, root] = makeHost('tags');
  const heading = element('p', { className: 'cut soft', id: 'heading', dir: 'auto' });
  const chips = element('span');
  const input = element('input', {
    role: 'combobox',
    ariaLabel: t('tag_add'),
    ariaAutoComplete: 'list',
    ariaExpanded: 'true',
    placeholder: t('tag_add'),
    maxLength: MAX_TAG_LENGTH,
    autocomplete: 'off',
    spellcheck: false,
    oninput: suggest,
  });
  input.setAttribute('aria-controls', 'options');
  const list = element('div', {
    role: 'listbox',
    id: 'options',
    ariaLabel: t('listingTagOptions'),
    ariaMultiSelectable: 'true',
  });
  const unsave = button({ className: 'unsave' }, t('unsave'), () => {
    const { id } = paper!;
    close();
    acts.unsave([id]);
  });
  const field = element('div', { className: 'field' }, chips, input);
  const dialog = { className: 'picker', role: 'dialog' };
  const panel = element('div', dialog, heading, field, list, unsave);
  panel.setAttribute('aria-labelledby', 'heading');
  root.append(panel);
  host.popover = 'auto';
  host.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') forget();
  });
  host.addEventListener('keydown', onKey);
  // Typing stays with us: pages have shortcuts of their own.
  for (const type of ['keydown', 'keyup', 'keypress', 'input'])
    host.addEventListener(type, keepFromPage);

  return {
    open(opener, tags) {
      const { state, row } = opener.shown;
      const isOpenHere = control === opener;
      close();
      if (isOpenHere || !state) return;
      control = opener;
      known = tags;
      heading.textContent = row.paper.title;
      input.value = '';
      opener.expanded(true);
      document.documentElement.append(host);
      draw(state);
      host.showPopover();
      stand();
      input.focus({ preventScroll: true });
    },
    update(states, tags) {
      known = tags;
      const now = paper && states.find((state) => state?.id === paper?.id);
      if (now && now !== paper) draw(now);
    },
    close,
  };

  function close(): void {
    const opener = control;
    const hadFocus = document.activeElement === host;
    forget();
    if (hadFocus) opener?.host.focus();
  }

  function forget(): void {
    control?.expanded(false);
    control = paper = undefined;
    host.remove();
  }

  /** Below the control, or above it where that leaves more of the picker on screen. */
  function stand(): void {
    if (!control) return;
    const at = control.host.getBoundingClientRect();
    const { width, height } = host.getBoundingClientRect();
    const fitsBelow = at.bottom + height + 12 < innerHeight || at.top < height + 12;
    const left = Math.max(8, Math.min(at.left, innerWidth - width - 24));
    const top = fitsBelow ? at.bottom + 6 : at.top - height - 6;
    host.style.translate = `${left + scrollX}px ${top + scrollY}px`;
  }

  function draw(state: PaperState): void {
    paper = state;
    chips.replaceChildren(
      ...state.tags.map(({ name, color }) => {
        const properties = { className: 'cut chip', ariaLabel: t('listingRemoveTag', name) };
        const remove = () => {
          acts.tag(state.id, name, false);
          input.focus();
        };
        return tinted(color, button(properties, `#${name}`, remove));
      }),
    );
    unsave.hidden = !state.saved;
    suggest();
  }

  function suggest(): void {
    options = suggestTags(input.value, known, paper?.tags ?? []);
    list.replaceChildren(...options.map(optionElement));
    list.hidden = options.length === 0;
    activate(tagNameKey(input.value) ? 0 : -1);
    stand();
  }

  function optionElement({ name, color, has, isNew }: Suggestion, index: number): HTMLElement {
    const text = isNew ? t('listingCreateTag', name) : `#${name}`;
    const option = {
      role: 'option',
      className: 'cut',
      id: `option-${index}`,
      ariaSelected: String(has),
      // Pressing must not take the focus from the input.
      onmousedown: (event: Event) => event.preventDefault(),
      onclick: (event: Event) => event.isTrusted && choose(index),
    };
    return tinted(color, element('div', option, text));
  }

  function activate(index: number): void {
    list.children[active]?.classList.remove('active');
    active = index;
    const option = list.children[index];
    option?.classList.add('active');
    option?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option?.id ?? '');
  }

  function onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (!event.isTrusted || event.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[key];
    const last = paper?.tags.at(-1);
    if (key === 'Escape') close();
    else if (root.activeElement !== input) return;
    else if (step) {
      const from = Math.max(active, step > 0 ? -1 : 0);
      activate((from + step + options.length) % options.length);
    } else if (key === 'Enter' && active < 0) close();
    else if (key === 'Enter') choose(active);
    else if (key === 'Backspace' && !input.value && last) acts.tag(paper!.id, last.name, false);
    else return;
    event.preventDefault();
  }

  function choose(index: number): void {
    const { name, has } = options[index]!;
    input.value = '';
    acts.tag(paper!.id, name, !has);
  }
}
