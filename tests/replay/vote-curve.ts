const HOUR = 60 * 60 * 1000;

/** A number from 0 to 1 that is the same for the same words. */
export function chance(words: string): number {
  let hash = 2_166_136_261;
  for (const letter of words) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** Lists are as they stood at midnight, at eight and at sixteen. */
export function slotOf(now: number): number {
  return Math.floor(now / (8 * HOUR)) * 8 * HOUR;
}

/**
 * A counter that grows from 0 to `final` along a saturating curve of its own, looked at every eight
 * hours; one in eight falls back by a tenth from its third day on.
 */
export function countAt(name: string, final: number, submittedAt: number, now: number): number {
  const hours = Math.max(0, slotOf(now) - submittedAt) / HOUR;
  const reached = final * (1 - Math.exp(-hours / (8 + 32 * chance(name))));
  const falls = hours > 48 && chance(`${name} falls`) < 1 / 8;
  return Math.round(falls ? reached * 0.9 : reached);
}
