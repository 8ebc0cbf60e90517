import { collapse } from '../paper';

/** A name as CSL-JSON has it: of a person in parts, or of anybody as one `literal`. */
export interface CslName {
  family?: string;
  given?: string;
  /** `van den`: kept before the family name wherever that stands. */
  'non-dropping-particle'?: string;
  /** `von`: read and kept; never made here, as no list of names can tell the two apart. */
  'dropping-particle'?: string;
  suffix?: string;
  literal?: string;
}

/** What stands for the authors a cut list left out; BibTeX's word, and pandoc's. */
export const OTHERS = 'others';

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
// Written with a capital they still open a family name: "Luc Van Gool", "Ana De la Cruz".
const CAPITAL_PARTICLE = /^(?:Van|Von|De|Del|Della|Den|Der|Dos|Du|El|Ibn)$/;
// "de Finetti" alone says no given name.
const OPENS_WITH_PARTICLE = /^(?:van|von|de|der|den|del|della|di|da|du|dos|la|le|el|al|bin|ibn) /;
const GROUP =
  /\b(?:team|group|collaboration|consortium|project|labs?|laborator(?:y|ies)|universit(?:y|ies)|institute|foundation|initiative|working group|community|contributors|developers|research|intelligence|inc|llc|ltd|gmbh)\b\.?$/i;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·ー]+$/u;
const LOWER = /^\p{Ll}/u;

/**
 * Splits "Jan van den Berg" (or "van den Berg, Jan"). Names of one word ("DeepSeek-AI", "王小明",
 * "Plato") and of groups ("Gemma Team") stay whole; CJK names of two words are family name first.
 */
export function splitName(text: string): CslName {
  const name = collapse(text);
  if (name.includes(',') && !isGroup(name)) return splitInverted(name);
  const words = name.split(' ');
  if (words.length === 1 || isGroup(name) || OPENS_WITH_PARTICLE.test(name))
    return { literal: name };
  if (words.every((word) => CJK.test(word)))
    return { family: words[0]!, given: words.slice(1).join(' ') };
  const suffix = SUFFIX.test(words.at(-1)!) ? words.pop() : undefined;
  if (words.length < 2 || words.some((word) => SUFFIX.test(word))) return { literal: name };
  const [from, to] = familyRange(words);
  return parts(words.slice(0, from), words.slice(from, to), words.slice(to), suffix);
}

/** "Given Family" of a name in parts, the form in which papers hold it. */
export function joinName(name: CslName): string {
  const { family = '', given = '', suffix = '', literal } = name;
  if (literal !== undefined) return collapse(literal);
  const particles = [name['dropping-particle'] ?? '', name['non-dropping-particle'] ?? ''];
  // With a particle or a suffix it is written in the order of those.
  const isPlain = family !== '' && !suffix && particles.every((particle) => particle === '');
  const isCjk = isPlain && CJK.test(family) && CJK.test(given.replace(/ /g, ''));
  const order = isCjk ? [family, given] : [given, ...particles, family, suffix];
  return collapse(order.filter(Boolean).join(' '));
}

/** "van den Berg, Jr., Jan" as BibTeX and RIS write it; `escape` is applied to each part. */
export function invertName(name: CslName, escape = (part: string) => part): string {
  const family = familyWithParticles(name);
  return [family, name.suffix, name.given]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => escape(part!))
    .join(', ');
}

/** "van den Berg". */
export function familyWithParticles(name: CslName): string {
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  return [...particles, name.family].filter(Boolean).join(' ');
}

function splitInverted(name: string): CslName {
  const [family = '', second = '', ...rest] = name.split(',').map((part) => part.trim());
  if (SUFFIX.test(second) && rest.length === 0) {
    const whole = splitName(family);
    return whole.literal === undefined ? { ...whole, suffix: second } : { literal: name };
  }
  const [suffix, given] = SUFFIX.test(second) ? [second, rest] : [undefined, [second, ...rest]];
  const said = given.filter(Boolean).join(', ');
  if (!family || !said) return { literal: family || said || name };
  const words = family.split(' ');
  const particles = leadingParticles(words);
  return parts([said], words.slice(0, particles), words.slice(particles), suffix);
}

// Where the particles begin, and where the family name proper does.
function familyRange(words: readonly string[]): [from: number, to: number] {
  const last = words.length - 1;
  const from = words.findIndex((word, i) => i > 0 && i < last && isParticle(word));
  if (from < 0) return [last, last];
  return [from, from + leadingParticles(words.slice(from))];
}

// A capital one belongs to the family name: no style may set it apart or make it small.
function leadingParticles(words: readonly string[]): number {
  let n = 0;
  while (n < words.length - 1 && LOWER.test(words[n]!)) n++;
  return n;
}

function isParticle(word: string): boolean {
  return LOWER.test(word) || CAPITAL_PARTICLE.test(word);
}

function isGroup(name: string): boolean {
  return GROUP.test(name) || /^(?:the|team) /i.test(name) || /[\d@&:()[\]{}]/.test(name);
}

function parts(
  given: string[],
  particles: string[],
  family: string[],
  suffix: string | undefined,
): CslName {
  const name: CslName = { family: family.join(' '), given: given.join(' ') };
  if (particles.length > 0) name['non-dropping-particle'] = particles.join(' ');
  if (suffix) name.suffix = suffix;
  return name;
}
