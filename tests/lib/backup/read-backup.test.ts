import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../../lib/backup/check-record';
import { readBackup } from '../../../lib/backup/read-backup';
import { sayFault, sayProblem } from '../../../lib/backup/say-problem';
import { BackupText } from '../../../lib/backup/write-backup';

const PAPERS = Array.from({ length: 1_000 }, (_, n) => ({
  id: `01PAPER${n}`,
  title: `Paper ${n}\nwith "quotes", \u2028 and ]`,
  titleKey: '',
  authors: ['Ada Example'],
  ids: [],
  links: [],
  versions: [],
  firstSite: 'arxiv',
  firstSeenAt: 1,
  lastSeenAt: 2,
}));
const TAGS = [{ id: '01TAG', name: 'one', nameKey: 'one', color: 0, createdAt: 5 }];

async function backup(papers: object[] = PAPERS): Promise<string> {
  const counts = { papers: papers.length, tags: TAGS.length };
  const text = new BackupText({ madeAt: 123, counts, settings: { bar: 'hidden' } });
  text.add('papers', papers.slice(0, 400));
  text.add('papers', papers.slice(400));
  text.add('tags', TAGS);
  return (await text.finish()).text();
}

const read = (text: string) => readBackup(new TextEncoder().encode(text));

async function sentences(text: string): Promise<string[]> {
  return (await read(text)).problems.map(sayProblem);
}

describe('a backup', () => {
  test('is one JSON document with one record a line', async () => {
    const text = await backup();
    const parsed = JSON.parse(text) as Record<string, unknown>;
    expect(parsed.format).toBe('offprint-backup');
    expect(parsed.version).toBe(1);
    expect(parsed.papers).toEqual(PAPERS);
    expect(parsed.tags).toEqual(TAGS);
    expect(parsed.journal).toEqual([]);
    expect(text.split('\n').filter((line) => line.startsWith('{"id":"01PAPER'))).toHaveLength(
      1_000,
    );
  });

  test('carries the SHA-256 of all that stands before its last line', async () => {
    const text = await backup();
    const before = text.slice(0, text.indexOf('"checksum"'));
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256').update(before).digest('hex');
    expect(text.endsWith(`"checksum":"sha256:${digest}"\n}\n`)).toBe(true);
  });

  test('that is whole gives every record and no problem', async () => {
    const { head, records, problems } = await read(await backup());
    expect(problems).toEqual([]);
    expect(head).toMatchObject({
      madeAt: 123,
      settings: { bar: 'hidden' },
      counts: { papers: 1_000 },
    });
    expect(records.map((line) => JSON.parse(line) as unknown)).toEqual([
      ...PAPERS.map((row) => ['papers', row]),
      ...TAGS.map((row) => ['tags', row]),
    ]);
  });

  test('without a record is whole as well', async () => {
    expect(await read(await backup([]))).toMatchObject({ problems: [] });
  });
});

describe('a file that is', () => {
  test('not JSON', async () => {
    expect(await sentences('<html>no</html>')).toEqual([
      'This file is not a backup: it is not JSON. Nothing was changed.',
    ]);
    expect((await read('')).problems).toEqual([{ kind: 'notJson' }]);
  });

  test('JSON of something else', async () => {
    for (const text of [
      '[]',
      'null',
      '"x"',
      '{"format":"other"}',
      '{"__proto__":{"format":"offprint-backup"}}',
    ])
      expect((await read(text)).problems, text).toEqual([{ kind: 'notOurs' }]);
  });

  test('of a newer version', async () => {
    const text = (await backup()).replace('"version":1', '"version":7');
    expect(await sentences(text)).toEqual([
      expect.stringContaining('its format is 7, and this one reads up to 1'),
    ]);
    expect((await read(text)).records).toEqual([]);
  });

  test('cut in the midst of a letter', async () => {
    const whole = new TextEncoder().encode(await backup());
    const at = whole.indexOf(0xe2, whole.length / 2);
    const { records, problems } = await readBackup(whole.slice(0, at + 1));
    expect(problems).toEqual([{ kind: 'cut', after: records.length, of: 1_001 }]);
    expect(records.every((line) => 'record' in checkRecord(line))).toBe(true);
  });

  test('cut in half, anywhere', async () => {
    const text = await backup();
    for (const share of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      const half = text.slice(0, Math.floor(text.length * share));
      const { records, problems } = await read(half);
      const whole = half
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.startsWith('{"id"')).length;
      expect(problems).toEqual([{ kind: 'cut', after: whole, of: 1_001 }]);
      expect(records).toHaveLength(whole);
      expect(sayProblem(problems[0]!)).toContain(`after record ${whole} of 1001`);
      expect(records.every((line) => 'record' in checkRecord(line))).toBe(true);
    }
  });

  test('changed by one letter', async () => {
    const text = (await backup()).replace('"title":"Paper 500', '"title":"Pager 500');
    const { records, problems } = await read(text);
    expect(problems).toEqual([{ kind: 'checksum' }]);
    expect(records).toHaveLength(1_001);
  });

  test('laid out anew by a formatter', async () => {
    const text = JSON.stringify(JSON.parse(await backup()), null, 2);
    const { records, problems } = await read(text);
    expect(problems).toEqual([{ kind: 'checksum' }]);
    expect(records).toHaveLength(1_001);
  });

  test('short of a record that it promises', async () => {
    const lines = (await backup()).split('\n');
    lines.splice(
      lines.findIndex((line) => line.includes('"Paper 3\\n')),
      1,
    );
    const { problems } = await read(lines.join('\n'));
    expect(problems).toEqual([
      { kind: 'checksum' },
      { kind: 'count', table: 'papers', promised: 1_000, found: 999 },
    ]);
  });

  test('too big', async () => {
    const huge = { length: 201 * 1024 * 1024 } as unknown as Uint8Array<ArrayBuffer>;
    expect((await readBackup(huge)).problems.map(sayProblem)[0]).toContain('201 MB');
  });
});

describe('a record', () => {
  const paper = (more: object) => JSON.stringify(['papers', { ...PAPERS[0], ...more }]);
  const fault = (line: string) => {
    const checked = checkRecord(line);
    return 'bad' in checked ? sayFault(checked.bad) : 'good';
  };

  test('is refused with what and where', () => {
    expect(fault(paper({}))).toBe('good');
    expect(fault('["papers",{')).toBe('It is not JSON.');
    expect(fault('["requests",{}]')).toBe('It is of a kind that a backup does not hold.');
    expect(fault(paper({ title: '' }))).toBe('“title” is missing, or not what it should be.');
    expect(fault(paper({ authors: ['a', 7] }))).toBe(
      '“authors.1” is missing, or not what it should be.',
    );
    expect(fault(paper({ links: [{ rel: 'page', href: 'javascript:alert(1)' }] }))).toContain(
      'links.0.href',
    );
    expect(fault(paper({ firstSeenAt: 'now' }))).toContain('firstSeenAt');
    expect(
      fault(
        `["papers",${JSON.stringify({ ...PAPERS[0] }).slice(0, -1)},"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}]`,
      ),
    ).toBe('It is nested too deeply.');
  });

  test('loses __proto__ and fields nobody knows', () => {
    const line = `["papers",{"__proto__":{"polluted":1},"\\u005f_proto__":{"polluted":1},"unknown":2,${JSON.stringify(PAPERS[0]).slice(1)}]`;
    const checked = checkRecord(line);
    expect(checked).toEqual({ record: ['papers', PAPERS[0]] });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    const told = checkRecord('["notified",{"paperId":"p","kind":"digest","at":1,"__proto__":{}}]');
    expect('record' in told && Object.getPrototypeOf(told.record[1])).toBe(Object.prototype);
    expect('record' in told && Object.keys(told.record[1])).toEqual(['paperId', 'kind', 'at']);
  });

  test('may be the stub of a forgotten paper, which has no title', () => {
    expect(fault(paper({ title: '', stub: true, provisional: true }))).toBe('good');
  });

  test('may not bring a clock that no clock of ours could follow', () => {
    const row = {
      id: 'j',
      groupId: 'g',
      at: 1,
      device: 'd',
      entity: 'tags',
      entityId: 't',
      field: 'tag',
      before: null,
      after: null,
    };
    expect(fault(JSON.stringify(['journal', { ...row, clock: '00mqr1abc-00000-dev1' }]))).toBe(
      'good',
    );
    expect(fault(JSON.stringify(['journal', { ...row, clock: 'zzzzzzzzzzzzzzzz-0-d' }]))).toContain(
      'clock',
    );
  });
});
