const PREFERS_DARK = '(prefers-color-scheme: dark)';

/** Whether the page itself is light or dark, whatever the system prefers. */
export function pageScheme(): 'light' | 'dark' {
  const { documentElement } = document;
  for (const element of [document.body ?? documentElement, documentElement]) {
    const shade = lightness(getComputedStyle(element).backgroundColor);
    if (shade !== undefined) return shade < 0.5 ? 'dark' : 'light';
  }
  // Nothing is painted: the browser's own canvas shows, dark only where the page agreed to that.
  const agreed = getComputedStyle(documentElement).colorScheme ?? '';
  const isDark = agreed.includes('dark') && (agreed === 'dark' || matchMedia(PREFERS_DARK).matches);
  return isDark ? 'dark' : 'light';
}

/** Calls `onChange` when the page may have gone from light to dark or back. */
export function watchScheme(onChange: () => void, signal: AbortSignal): void {
  matchMedia(PREFERS_DARK).addEventListener('change', onChange, { signal });
  const observer = new MutationObserver(onChange);
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributeFilter: ['class', 'style', 'data-theme'] });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** 0 (black) to 1 (white) of a computed colour; undefined where it is see-through. */
export function lightness(color: string): number | undefined {
  const parts = (color.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const [a = 0, b = 0, c = 0, alpha = 1] = parts;
  if (parts.length < 3 || alpha < 0.5) return undefined;
  if (/^ok/.test(color)) return a;
  if (/^l/.test(color)) return a / 100;
  return (0.2126 * a + 0.7152 * b + 0.0722 * c) / (color.startsWith('rgb') ? 255 : 1);
}
