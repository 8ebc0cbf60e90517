let sheet: CSSStyleSheet | undefined;

/** Gives `root` the stylesheet that all our roots share. */
export function shareStyles(root: ShadowRoot, css: string): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox lets no content script adopt a sheet.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
