import { FILE_CAPS, type ProblemReason } from './record';

/** One entry of a `.bib` file as it stands there; values are TeX, their white space collapsed. */
export interface BibEntry {
  /** In small letters: `article`, `misc`. */
  type: string;
  key: string;
  /** By names in small letters; of a field given twice the first counts, as in BibTeX. */
  fields: Map<string, string>;
  line: number;
}

type Tell = (line: number, reason: ProblemReason, item?: string) => void;

// An entry, a macro or a comment at the beginning of a line is one, whatever is open before it.
const ENTRY = /[ \t]*@[ \t]*([A-Za-z]{1,40})\s{0,100}[{(]/y;
const KEY = /\s{0,100}([^\s,{}()"=\\%]{0,300})\s{0,100}([,})=])/y;
const NAME = /[\s,]{0,1000}([A-Za-z_][\w:.+-]{0,60})\s{0,100}=\s{0,100}/y;
const WORD = /[\w:.+/-]{1,200}/y;
const BLANK = /\s{0,1000}/y;

/**
 * Reads a `.bib` file entry by entry in one pass: no library reads hostile ones.
 * `@retorquere/bibtex-parser` 9.0.29 is 569 kB minified (110 kB gzipped, a word list of English in
 * it), takes 17 s for seven short `@string`s, each ten times the one before, and then throws,
 * needs more than twice the time for twice the field, and makes HTML of formulas and styles. What is read here is BibTeX's grammar (btxdoc, btxhak): braces are counted, escaped or
 * not; anything outside an entry is a comment. An entry that does not end is given up where the
 * next one begins a line. Depth, lengths and what macros add are capped (`FILE_CAPS`).
 */
export function* scanBibtex(text: string, tell: Tell): Generator<BibEntry> {
  yield* new Scanner(text, tell).entries();
}

class Fault extends Error {
  constructor(readonly reason: ProblemReason) {
    super(reason);
  }
}

class Scanner {
  private at = 0;
  private line = 1;
  private lineEnd: number;
  private macroLetters = 0;
  private readonly macros = new Map<string, string>(
    'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name) => [name, name]),
  );

  constructor(
    private readonly text: string,
    private readonly tell: Tell,
  ) {
    this.lineEnd = text.indexOf('\n');
  }

  *entries(): Generator<BibEntry> {
    for (;;) {
      const start = this.text.indexOf('@', this.at);
      if (start < 0) return;
      this.at = start;
      const type = this.match(ENTRY)?.[1]!.toLowerCase();
      if (type === undefined) {
        this.at = start + 1;
        continue;
      }
      const line = this.lineOf(start);
      const key: { name?: string } = {};
      try {
        if (type === 'comment' || type === 'preamble') this.skipBlock();
        else if (type === 'string') this.readMacro(line);
        else yield this.readEntry(type, line, key);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        this.tell(line, error.reason, key.name);
        this.at = this.nextEntry(Math.max(this.at, start + 1));
      }
    }
  }

  private readEntry(type: string, line: number, found: { name?: string }): BibEntry {
    const key = this.match(KEY);
    if (!key || key[2] === '=') throw new Fault('syntax');
    found.name = key[1]!;
    const entry: BibEntry = { type, key: key[1]!, fields: new Map(), line };
    if (key[2] !== ',') return entry;
    for (;;) {
      const name = this.match(NAME)?.[1]?.toLowerCase();
      if (name === undefined) break;
      const value = this.readValue(name, entry.key);
      if (!entry.fields.has(name)) entry.fields.set(name, value);
      this.skipBlank();
      if (this.text[this.at] !== ',') break;
    }
    this.match(/[\s,]{0,1000}/y);
    if (/^@?$/.test(this.text[this.at] ?? '')) throw new Fault('unclosed');
    if (!/[})]/.test(this.text[this.at]!)) throw new Fault('syntax');
    this.at++;
    return entry;
  }

  private readMacro(line: number): void {
    const name = this.match(NAME)?.[1]?.toLowerCase();
    if (name === undefined) throw new Fault('syntax');
    const value = this.readValue(name, name);
    if (value.length > FILE_CAPS.macro) this.tell(line, 'macro', name);
    else this.macros.set(name, value);
    this.skipBlank();
    if (/[})]/.test(this.text[this.at] ?? '')) this.at++;
    else throw new Fault('unclosed');
  }

  // {…}, "…", 2024 or a macro, joined by #.
  private readValue(field: string, item: string): string {
    const pieces: string[] = [];
    let length = 0;
    const line = this.lineOf(this.at);
    for (;;) {
      this.skipBlank();
      const open = this.text[this.at];
      let piece = '';
      if (open === '{' || open === '"') piece = this.readDelimited(open === '{' ? '}' : '"');
      else piece = this.readWord(item, field);
      if (length < FILE_CAPS.field) pieces.push(piece.slice(0, FILE_CAPS.field - length));
      if (length <= FILE_CAPS.field && length + piece.length > FILE_CAPS.field)
        this.tell(line, 'fieldCut', `${item}: ${field}`);
      length += piece.length;
      this.skipBlank();
      if (this.text[this.at] !== '#') break;
      this.at++;
    }
    return pieces
      .join('')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim();
  }

  private readWord(item: string, field: string): string {
    const word = this.match(WORD)?.[0];
    if (word === undefined) throw new Fault(this.at < this.text.length ? 'syntax' : 'unclosed');
    if (/^\d+$/.test(word)) return word;
    const value = this.macros.get(word.toLowerCase());
    this.macroLetters += value?.length ?? 0;
    if (value !== undefined && this.macroLetters <= FILE_CAPS.macros) return value;
    this.tell(this.lineOf(this.at), 'macro', `${item}: ${field} = ${word}`);
    return '';
  }

  private readDelimited(close: '}' | '"' | ')'): string {
    const { text } = this;
    const start = ++this.at;
    let depth = 0;
    for (; this.at < text.length; this.at++) {
      const letter = text[this.at]!;
      if (depth === 0 && letter === close) return text.slice(start, this.at++);
      if (letter === '{' && ++depth > FILE_CAPS.depth) throw new Fault('tooDeep');
      if (letter === '}' && --depth < 0) throw new Fault('unclosed');
      if (letter === '\n' && this.isEntryAt(this.at + 1)) throw new Fault('unclosed');
    }
    throw new Fault('unclosed');
  }

  private skipBlock(): void {
    this.readDelimited(this.text[--this.at] === '{' ? '}' : ')');
  }

  private isEntryAt(index: number): boolean {
    const first = this.text[index];
    if (first !== '@' && first !== ' ' && first !== '\t') return false;
    ENTRY.lastIndex = index;
    const type = ENTRY.exec(this.text)?.[1]!.toLowerCase();
    if (type === undefined) return false;
    KEY.lastIndex = ENTRY.lastIndex;
    const key = KEY.exec(this.text);
    return Boolean(key?.[1]) && key?.[2] === (type === 'string' ? '=' : ',');
  }

  private nextEntry(from: number): number {
    for (let at = from - 1; ;) {
      if (this.isEntryAt(at + 1)) return at + 1;
      at = this.text.indexOf('\n', at + 1);
      if (at < 0) return this.text.length;
    }
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private skipBlank(): void {
    while (this.match(BLANK)![0] !== '');
  }

  // Asked in the order of the file, so that all lines are counted once.
  private lineOf(index: number): number {
    while (this.lineEnd >= 0 && this.lineEnd < index) {
      this.lineEnd = this.text.indexOf('\n', this.lineEnd + 1);
      this.line++;
    }
    return this.line;
  }
}
