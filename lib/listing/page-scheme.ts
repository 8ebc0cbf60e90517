const PREFERS_DARK = '(prefers-color-scheme: dark)';

/** Whether the page itself is light or dark, whatever the system prefers. */
export function pageScheme(): 'light' | 'dark' {
  const shades = [document.body, document.documentElement].map(
    (element) => element && lightness(getComputedStyle(element).backgroundColor),
  );
  return (shades[0] ?? shades[1] ?? 1) < 0.5 ? 'dark' : 'light';
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
  const parts = (color.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const [a = 0, b = 0, c = 0, alpha = 1] = parts;
  if (parts.length < 3 || alpha < 0.5) return undefined;
  // oklch and oklab begin with their lightness.
  return color.startsWith('ok') ? a : (0.21 * a + 0.72 * b + 0.07 * c) / 255;
}
