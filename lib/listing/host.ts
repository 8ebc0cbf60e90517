import { browser } from 'wxt/browser';
import palette from '../../components/palette.css?inline';
import css from './listing.css?inline';
import { shareStyles } from './shared-styles';
import { OURS } from './watch-rows';

const CLICKS = 'click dblclick auxclick mousedown mouseup pointerdown pointerup'.split(' ');

let styles = '';
let direction = '';

/** An element of ours in the page, whose inside the page can neither see nor restyle. */
export function makeHost(kind: 'control' | 'corner' | 'tags'): [HTMLElement, ShadowRoot] {
  styles ||= palette.replace(':root', ':host') + css;
  direction ||= browser.i18n.getMessage('@@bidi_dir') || 'ltr';
  const host = document.createElement(`offprint-${kind}`);
  host.setAttribute(OURS, kind);
  host.dir = direction;
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: true });
  shareStyles(root, styles);
  for (const type of CLICKS) host.addEventListener(type, keepFromPage);
  return [host, root];
}

export function keepFromPage(event: Event): void {
  event.stopPropagation();
}
