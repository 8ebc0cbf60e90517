import { FILE_CAPS, type ProblemReason } from './record';

/** One record of a RIS file; each tag with its values in order, lines of one joined by `\n`. */
export interface RisRecord {
  tags: Map<string, string[]>;
  line: number;
}

// Some programs write one blank or none after the dash.
const TAG = /^([A-Z][A-Z0-9]) {1,2}-(?: |$)(.*)$/;

/**
 * Reads a RIS file line by line. A line without a tag goes on with the value before it, less one
 * blank at its beginning. A record without `ER` ends where the next begins, and is told of.
 */
export function* scanRis(
  text: string,
  tell: (line: number, reason: ProblemReason, item?: string) => void,
): Generator<RisRecord> {
  let record: RisRecord | undefined;
  let values: string[] | undefined;
  const unclosed = ({ tags, line }: RisRecord) =>
    tell(line, 'unclosed', (tags.get('TI') ?? tags.get('T1'))?.[0]);
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    const [, tag, value = ''] = TAG.exec(line) ?? [];
    if (tag === 'TY') {
      if (record) {
        unclosed(record);
        yield record;
      }
      record = { tags: new Map(), line: number };
    }
    if (!record) {
      if (line.trim()) tell(number, 'syntax', line);
    } else if (tag === 'ER') {
      yield record;
      record = values = undefined;
    } else if (tag) {
      values = record.tags.get(tag) ?? [];
      record.tags.set(tag, values);
      values.push(value);
    } else if (values && values.at(-1)!.length < FILE_CAPS.field) {
      values[values.length - 1] += `\n${line.replace(/^ /, '')}`;
    }
    const letters = values?.at(-1)?.length ?? 0;
    if (values && letters > FILE_CAPS.field) {
      tell(number, 'fieldCut', record?.tags.get('TI')?.[0]);
      values[values.length - 1] = values.at(-1)!.slice(0, FILE_CAPS.field);
    }
  }
  if (!record) return;
  unclosed(record);
  yield record;
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
  }
}
