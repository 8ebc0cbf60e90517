/** Letters of a key; keys that would grow beyond what `lib/db/order` allows are made anew. */
export const MAX_ORDER_KEY = 200;

const SMALLEST = `A${'0'.repeat(26)}`;

/**
 * Whether a text is a key as the package `fractional-indexing` makes them: a letter that says how
 * many digits its whole part has, those digits, and a fraction that does not end in 0.
 */
export function isOrderKey(text: string): boolean {
  if (text.length > MAX_ORDER_KEY || !/^[A-Za-z][0-9A-Za-z]+$/.test(text)) return false;
  const head = text.charCodeAt(0);
  const whole = head >= 97 ? head - 97 + 2 : 90 - head + 2;
  const hasEnd = text.length > whole && text.endsWith('0');
  return text.length >= whole && !hasEnd && text !== SMALLEST;
}
