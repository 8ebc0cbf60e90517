import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readImports } from './import-graph';
import { writersIn } from './writers';

const projectRoot = resolve(import.meta.dirname, '../..');

describe('only the worker writes to the database', () => {
  const writers = writersIn(sources('lib/db'));

  test('the verbs that write are told from those that read', () => {
    expect(writers).toContain('savePapers');
    expect(writers).toContain('recordSightings');
    expect(writers).not.toContain('paperStates');
  });

  test('no page or component imports a verb that writes', () => {
    const forbidden = readImports(projectRoot).filter(
      ({ from, to, typeOnly, names }) =>
        isSeen(from) &&
        to.startsWith('lib/db/') &&
        !typeOnly &&
        names.some((name) => name === '*' || writers.includes(name)),
    );
    expect(forbidden).toEqual([]);
  });

  test('no page or component writes past the verbs', () => {
    const own = [...sources('components'), ...sources('entrypoints')].filter(
      ({ fileName }) => !fileName.endsWith('/background.ts'),
    );
    const writes = own.filter((source) =>
      /\bdb\b[\w.$?!]*\.(?:put|add|delete|update|modify|clear|bulk\w+)\(/.test(source.text),
    );
    expect(writes.map(({ fileName }) => fileName)).toEqual([]);
  });

  test('a verb that writes through another is found', () => {
    const text = `
      function low(db) { return db.papers.put({}); }
      export function high(db) { return low(db); }
      export function read(db) { return db.papers.get('x'); }`;
    const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
    expect(writersIn([source])).toEqual(['high', 'low']);
  });
});

function isSeen(file: string): boolean {
  return !file.startsWith('lib/') && file !== 'entrypoints/background.ts';
}

function sources(folder: string): ts.SourceFile[] {
  const path = join(projectRoot, folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const text = readFileSync(join(path, name), 'utf8');
      return ts.createSourceFile(join(folder, name), text, ts.ScriptTarget.Latest, true);
    });
}
