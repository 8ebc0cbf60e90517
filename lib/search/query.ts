import { STATUSES, type Status } from '../paper';

/** One thing a search asks for; `not` turns it round. */
export type Clause =
  | { kind: 'word'; text: string; not: boolean }
  | { kind: 'phrase'; text: string; not: boolean }
  | { kind: 'author' | 'tag' | 'site'; value: string; not: boolean }
  | { kind: 'is'; value: State; not: boolean }
  | { kind: 'has'; value: Feature; not: boolean }
  /** Years from … to, both included; one at least is given. */
  | { kind: 'year'; from?: number; to?: number; not: boolean }
  /** Shown within the last `count` hours, days, weeks, months or years. */
  | { kind: 'seen'; count: number; unit: TimeUnit; not: boolean };

export const STATES = [...STATUSES, 'saved', 'new'] as const;
export type State = Status | 'saved' | 'new';

export const FEATURES = ['note', 'code', 'pdf', 'abstract'] as const;
export type Feature = (typeof FEATURES)[number];

export const TIME_UNITS = ['h', 'd', 'w', 'm', 'y'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** What is wrong with one part of what was typed; that part asks for nothing. */
export interface QueryHint {
  /** `input.slice(start, end)` is the part. */
  start: number;
  end: number;
  /** Name of the text to show, and what is filled in for `$1`. */
  message: HintMessage;
  value: string;
  /** True while the cursor stands at its end: it may only not be finished. */
  unfinished: boolean;
}

export type HintMessage =
  | 'search_hint_quote'
  | 'search_hint_empty'
  | 'search_hint_is'
  | 'search_hint_has'
  | 'search_hint_year'
  | 'search_hint_seen';

export interface Query {
  clauses: Clause[];
  hints: QueryHint[];
  /** Whether the cursor stands at the end of the last word or open phrase, which may go on. */
  isTyping: boolean;
}

const FILTERS = ['author', 'tag', 'site', 'is', 'has', 'year', 'seen'] as const;
type Filter = (typeof FILTERS)[number];
const LONGEST_FILTER = Math.max(...FILTERS.map(({ length }) => length));

/**
 * Reads what was typed into a search box: words, "phrases", `author:` `tag:` `site:` `is:` `has:`
 * `year:` `seen:`, each turned round by a `-` before it. A filter that is not known is a word, as
 * in an address. Never throws; what makes no sense gives a hint, and all else still counts.
 * @param cursor where the cursor stands in `input`
 */
export function parseQuery(input: string, cursor = input.length): Query {
  const query: Query = { clauses: [], hints: [], isTyping: false };
  for (let at = afterSpace(input, 0); at < input.length; at = afterSpace(input, at)) {
    const start = at;
    const not = input[at] === '-';
    if (not) at++;
    const filter = filterAt(input, at);
    if (filter) at += filter.length + 1;
    const isQuoted = input[at] === '"';
    if (isQuoted) at++;
    const end = isQuoted ? closingQuote(input, at) : bareEnd(input, at);
    const isUnclosed = isQuoted && end === input.length;
    const value = input.slice(at, end).replace(SPACES, ' ').trim();
    at = isQuoted && !isUnclosed ? end + 1 : end;

    const clause = filter ? filterClause(filter, value, not) : textClause(value, isQuoted, not);
    if (typeof clause === 'object') query.clauses.push(clause);
    const message = typeof clause === 'string' ? clause : isUnclosed && 'search_hint_quote';
    if (message) query.hints.push({ start, end: at, message, value, unfinished: at === cursor });
    const isLast = at === input.length && at === cursor;
    query.isTyping = isLast && !filter && !!clause && isQuoted === isUnclosed;
  }
  return query;
}

function afterSpace(input: string, at: number): number {
  while (at < input.length && isSpace(input[at]!)) at++;
  return at;
}

function bareEnd(input: string, at: number): number {
  while (at < input.length && !isSpace(input[at]!) && input[at] !== '"') at++;
  return at;
}

function closingQuote(input: string, at: number): number {
  const end = input.indexOf('"', at);
  return end === -1 ? input.length : end;
}

// Control characters too.
const SPACES = /[\s\x00-\x20]+/g;

function isSpace(letter: string): boolean {
  return letter <= ' ' || (letter > '~' && /\s/.test(letter));
}

function filterAt(input: string, at: number): Filter | undefined {
  const name = input.slice(at, at + LONGEST_FILTER + 1).toLowerCase();
  return FILTERS.find((filter) => name.startsWith(`${filter}:`));
}

function textClause(text: string, isQuoted: boolean, not: boolean): Clause | undefined {
  return text ? { kind: isQuoted ? 'phrase' : 'word', text, not } : undefined;
}

/** The clause of a filter, or what is wrong with it. */
function filterClause(kind: Filter, value: string, not: boolean): Clause | HintMessage {
  if (!value) return 'search_hint_empty';
  switch (kind) {
    case 'is': {
      const state = STATES.find((name) => name === value.toLowerCase());
      return state ? { kind, value: state, not } : 'search_hint_is';
    }
    case 'has': {
      const feature = FEATURES.find((name) => name === value.toLowerCase());
      return feature ? { kind, value: feature, not } : 'search_hint_has';
    }
    case 'year': {
      const years = yearsOf(value);
      return years ? { kind, ...years, not } : 'search_hint_year';
    }
    case 'seen': {
      const [, digits, letter] = /^(\d{1,4})([a-z])$/.exec(value.toLowerCase()) ?? [];
      const unit = TIME_UNITS.find((name) => name === letter);
      return unit && Number(digits) > 0
        ? { kind, count: Number(digits), unit, not }
        : 'search_hint_seen';
    }
    default:
      return { kind, value, not };
  }
}

/** `2025`, `2024..2026`, `2024..`, `..2026`, `>=2025`, `>2024`, `<=2025`, `<2026`. */
function yearsOf(value: string): { from?: number; to?: number } | undefined {
  const [, from, dots, to] = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value) ?? [];
  if (dots && from && to)
    return { from: Math.min(Number(from), Number(to)), to: Math.max(Number(from), Number(to)) };
  if (dots && (from || to)) return from ? { from: Number(from) } : { to: Number(to) };
  if (from && !to) return { from: Number(from), to: Number(from) };
  const [, sign, digits] = /^([<>]=?)(\d{4})$/.exec(value) ?? [];
  const year = Number(digits);
  // One past what four digits can say could not be printed.
  if (!sign || (sign === '>' && year === 9999) || (sign === '<' && year === 0)) return undefined;
  if (sign.startsWith('>')) return { from: sign === '>' ? year + 1 : year };
  return { to: sign === '<' ? year - 1 : year };
}

/** Clauses as one would type them: `parseQuery(printQuery(clauses)).clauses` are the same. */
export function printQuery(clauses: readonly Clause[]): string {
  return clauses.map((clause) => `${clause.not ? '-' : ''}${printClause(clause)}`).join(' ');
}

function printClause(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
      return clause.text;
    case 'phrase':
      return `"${clause.text}"`;
    case 'year':
      return `year:${printYears(clause)}`;
    case 'seen':
      return `seen:${clause.count}${clause.unit}`;
    default:
      return `${clause.kind}:${clause.value.includes(' ') ? `"${clause.value}"` : clause.value}`;
  }
}

function printYears({ from, to }: { from?: number; to?: number }): string {
  const digits = (year: number) => String(year).padStart(4, '0');
  if (from === undefined) return `<=${digits(to ?? 9999)}`;
  if (to === undefined) return `>=${digits(from)}`;
  return from === to ? digits(from) : `${digits(from)}..${digits(to)}`;
}
