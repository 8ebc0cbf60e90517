import { FILE_CAPS } from './record';

/** One element of the outermost list or object of a JSON text. */
export interface JsonPart {
  line: number;
  /** The element, as it stands there. */
  text: string;
  /** Nested deeper than any record is; not to be parsed. */
  tooDeep: boolean;
}

/**
 * Cuts the outermost list or object into its elements (`"key": value` of an object), each with its
 * line, so that a broken one costs only itself. One pass; what is no JSON gives nothing.
 */
export function* jsonParts(text: string): Generator<JsonPart> {
  const open = /^\s*[[{]/.exec(text)?.[0].length;
  if (open === undefined) return;
  let depth = 0;
  let deepest = 0;
  let start = open;
  let line = 1 + count(text, '\n', 0, open);
  for (let i = open; i <= text.length; i++) {
    const letter = text[i];
    if (letter === '"') i = endOfString(text, i);
    else if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
    const isEnd = letter === undefined || (depth === 0 && /[,\]}]/.test(letter));
    if (isEnd) {
      const part = text.slice(start, i);
      const blank = /^\s*/.exec(part)![0].length;
      const first = line + count(part, '\n', 0, blank);
      if (blank < part.length)
        yield { line: first, text: part.slice(blank), tooDeep: deepest > FILE_CAPS.depth };
      line += count(part, '\n', 0, part.length);
      if (letter !== ',') return;
      start = i + 1;
      deepest = 0;
    } else if (letter === ']' || letter === '}') depth--;
  }
}

// Behind the last letter where the string has no end.
function endOfString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return text.length - 1;
}

function count(text: string, letter: string, from: number, to: number): number {
  let n = 0;
  for (let i = text.indexOf(letter, from); i >= 0 && i < to; i = text.indexOf(letter, i + 1)) n++;
  return n;
}

/** A JSON object without prototype tricks; undefined for anything else. */
export function parseObject(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The own fields of an object: `constructor` and `__proto__` are names like any other. */
export function asObject(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/** A text, or a number as text; '' for anything else. */
export function asText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.slice(0, FILE_CAPS.field) : '';
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 10_000) : [];
}
