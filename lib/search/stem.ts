/**
 * The stem of a folded word by M. F. Porter, "An algorithm for suffix stripping" (1980), with the
 * author's later `logi` and `bli`. Words that are not plain English letters stay as they are. Our
 * own, since the package `stemmer` (MIT) is as long and this one is checked against SQLite's.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  let w = plural(word);
  w = pastOrPresent(w);
  if (w.endsWith('y') && hasVowel(w, w.length - 1)) w = `${w.slice(0, -1)}i`;
  w = replaceSuffix(w, STEP_2, 0);
  w = replaceSuffix(w, STEP_3, 0);
  w = dropSuffix(w);
  if (w.endsWith('e')) {
    const m = measure(w, w.length - 1);
    if (m > 1 || (m === 1 && !endsShort(w, w.length - 1))) w = w.slice(0, -1);
  }
  return w.endsWith('ll') && measure(w, w.length) > 1 ? w.slice(0, -1) : w;
}

/** Step 1a. */
function plural(w: string): string {
  if (w.endsWith('sses') || w.endsWith('ies')) return w.slice(0, -2);
  return w.endsWith('s') && !w.endsWith('ss') ? w.slice(0, -1) : w;
}

/** Step 1b. */
function pastOrPresent(w: string): string {
  if (w.endsWith('eed')) return measure(w, w.length - 3) > 0 ? w.slice(0, -1) : w;
  const cut = w.endsWith('ed') ? 2 : w.endsWith('ing') ? 3 : 0;
  if (cut === 0 || !hasVowel(w, w.length - cut)) return w;
  const rest = w.slice(0, -cut);
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (endsDouble(rest) && !/[lsz]$/.test(rest)) return rest.slice(0, -1);
  return measure(rest, rest.length) === 1 && endsShort(rest, rest.length) ? `${rest}e` : rest;
}

const pairs = (text: string) => text.split(' ').map((pair) => pair.split(':') as [string, string]);

const STEP_2 = pairs(
  'ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ' +
    'ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al ' +
    'iviti:ive biliti:ble logi:log',
);
const STEP_3 = pairs('icate:ic ative: alize:al iciti:ic ical:ic ful: ness:');
const STEP_4 =
  'al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize'.split(' ');

function replaceSuffix(w: string, rules: [string, string][], above: number): string {
  const rule = rules.find(([suffix]) => w.endsWith(suffix));
  if (!rule) return w;
  const rest = w.length - rule[0].length;
  return measure(w, rest) > above ? w.slice(0, rest) + rule[1] : w;
}

/** Step 4. */
function dropSuffix(w: string): string {
  const suffix = STEP_4.find((end) => w.endsWith(end));
  if (!suffix) return w;
  const rest = w.length - suffix.length;
  if (suffix === 'ion' && !/[st]$/.test(w.slice(0, rest))) return w;
  return measure(w, rest) > 1 ? w.slice(0, rest) : w;
}

function isVowel(w: string, i: number): boolean {
  const letter = w[i]!;
  return 'aeiou'.includes(letter) || (letter === 'y' && i > 0 && !isVowel(w, i - 1));
}

function hasVowel(w: string, length: number): boolean {
  for (let i = 0; i < length; i++) if (isVowel(w, i)) return true;
  return false;
}

/** How many runs of vowels are followed by consonants in the first `length` letters. */
function measure(w: string, length: number): number {
  let m = 0;
  let wasVowel = false;
  for (let i = 0; i < length; i++) {
    const vowel = isVowel(w, i);
    if (wasVowel && !vowel) m++;
    wasVowel = vowel;
  }
  return m;
}

function endsDouble(w: string): boolean {
  return w.length > 1 && w.at(-1) === w.at(-2) && !isVowel(w, w.length - 1);
}

/** Consonant, vowel, consonant that is not w, x or y. */
function endsShort(w: string, length: number): boolean {
  if (length < 3 || isVowel(w, length - 1) || /[wxy]/.test(w[length - 1]!)) return false;
  return isVowel(w, length - 2) && !isVowel(w, length - 3);
}
