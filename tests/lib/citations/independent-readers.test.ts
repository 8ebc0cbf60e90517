import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCsl } from '../../../lib/citations/csl';
import type { CslItem } from '../../../lib/citations/csl-item';
import { writeBiblatex } from '../../../lib/citations/write-biblatex';
import { writeBibtex } from '../../../lib/citations/write-bibtex';
import { writeCsl } from '../../../lib/citations/write-csl';
import { writeRis } from '../../../lib/citations/write-ris';
import { hasShared } from '../../shared-folder';
import { dailyPapers, keyed, seedPapers, type LibraryPaper } from './real-papers';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-citations-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sources: [name: string, papers: () => LibraryPaper[]][] = [
  ['1,000 of hf-daily', () => dailyPapers(1000)],
  ['the seed listing', seedPapers],
];

/** Runs a program of Debian's over a text; answers what it wrote and what it complained of. */
function run(program: string, args: readonly string[], text: string, ending: string): string {
  const file = join(folder, `papers.${ending}`);
  writeFileSync(file, text);
  const options = { encoding: 'utf8', maxBuffer: 1e8, cwd: folder } as const;
  return execFileSync(program, [...args, file], { ...options, stdio: 'pipe' });
}

function withProgram(program: string, tests: () => void): void {
  let isHere = true;
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
  } catch {
    isHere = false;
  }
  if (isHere && hasShared) describe(program, tests);
  else
    describe(program, () =>
      test.skip(`needs ${isHere ? '../shared' : `the package of ${program}`}`, () => {}),
    );
}

// What pandoc does to any text it reads: quotes made smart, signs of formulas left as they stand.
const SIGNS: Record<string, string> = { mu: 'μ', tau: 'τ', vert: '|', lbrace: '{', rbrace: '}' };
const asRead = (text = '') =>
  text
    .replace(/\\(\w+)\{\}/g, (whole, name: string) => SIGNS[name] ?? whole)
    .replace(/["'`‘’“”$]/g, '')
    .replace(/\s+/g, ' ');

interface Name {
  literal?: string;
}
const nameAsRead = (name: Name) => {
  const { given, family, suffix, literal, ...particles } = name as Record<string, string>;
  return asRead([...Object.values(particles), family, given, suffix, literal].join(' '));
};

withProgram('pandoc', () => {
  const formats = { bibtex: writeBibtex, biblatex: writeBiblatex, csljson: writeCsl };
  for (const [source, papers] of sources)
    for (const [format, write] of Object.entries(formats))
      test(`reads ${source} as ${format}`, () => {
        const items = keyed(papers()).map(([cited, key]) => toCsl(cited, key));
        const json = run('pandoc', ['-f', format, '-t', 'csljson'], write(items), format);
        const read = new Map((JSON.parse(json) as CslItem[]).map((item) => [item.id, item]));
        expect(read.size).toBe(items.length);
        for (const item of items) {
          const got = read.get(item.id)!;
          // Its sentence case is a style's: only what was protected may keep its capitals.
          expect(asRead(got.title).toLowerCase()).toBe(asRead(item.title).toLowerCase());
          for (const word of item.title.match(/[A-Za-z0-9]+[A-Z][A-Za-z0-9]*/g) ?? [])
            expect(got.title).toContain(word);
          expect(asRead(got.abstract)).toBe(asRead(item.abstract));
          expect((got.author ?? []).map(nameAsRead)).toEqual((item.author ?? []).map(nameAsRead));
          expect(got.issued).toEqual(item.issued);
          expect(got.URL).toBe(item.URL);
          expect(got.keyword).toBe(item.keyword);
        }
      });
});

withProgram('biber', () => {
  for (const [source, papers] of sources)
    test(`finds nothing wrong with ${source}`, () => {
      const items = keyed(papers()).map(([cited, key]) => toCsl(cited, key));
      const args = ['--tool', '--validate-datamodel', '--nolog', '-O', join(folder, 'out.bib')];
      const said = run('biber', args, writeBiblatex(items), 'biber.bib');
      const warnings = said.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line));
      // A listing without dates cannot give one.
      const undated = items.filter(({ issued }) => !issued).length;
      expect(warnings.filter((line) => !line.includes("one of 'date, year'"))).toEqual([]);
      expect(warnings).toHaveLength(undated);
      const out = readFileSync(join(folder, 'out.bib'), 'utf8');
      expect(out.match(/^@/gm)).toHaveLength(items.length);
      const numbers = items.flatMap(({ number }) => number?.slice('arXiv:'.length) ?? []);
      expect([...out.matchAll(/EPRINT = \{(.*)\}/g)].map(([, number]) => number)).toEqual(numbers);
      // It needs 9 s for the thousand on a machine with nothing else to do.
    }, 120_000);
});

withProgram('ris2xml', () => {
  for (const [source, papers] of sources)
    test(`reads ${source}`, () => {
      const items = keyed(papers()).map(([cited, key]) => toCsl(cited, key));
      const xml = run('ris2xml', [], writeRis(items), 'ris').replace(/^\ufeff/, '');
      const records = elements(parseXml(xml).root!, 'mods');
      expect(records).toHaveLength(items.length);
      records.forEach((record, i) => {
        const item = items[i]!;
        const text = (name: string) => elements(record, name).map((element) => element.text);
        const plain = (said: string) => said.replace(/[\s:]+/g, ' ');
        expect(plain(text('titleInfo').join(' ').trim())).toBe(plain(item.title));
        expect(text('abstract').join('')).toBe(item.abstract ?? '');
        expect(text('topic').join(', ')).toBe(item.keyword ?? '');
        expect(text('url').join('')).toBe(item.URL ?? '');
        expect(plain(text('note').join(' '))).toBe(plain(item.note ?? ''));
        // It drops a name that was there before.
        const names = new Set((item.author ?? []).map((name) => JSON.stringify(name)));
        expect(elements(record, 'name')).toHaveLength(names.size);
      });
    });
});

function elements(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return child.name === name ? [child] : elements(child, name);
  });
}
