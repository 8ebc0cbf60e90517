import { element } from './element';

let sheet: CSSStyleSheet | undefined;

/** Gives `root` the stylesheet that all our roots share. */
export function shareStyles(root: ShadowRoot, css: string): void {
  // Firefox lets no content script adopt a sheet.
  if (import.meta.env.FIREFOX) {
    root.append(element('style', {}, css));
    return;
  }
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
}
