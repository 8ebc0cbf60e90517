import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { textsUsed } from './texts-used';

const projectRoot = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(projectRoot, 'public/_locales/en/messages.json'), 'utf8');
const messages: Record<string, { message: string }> = JSON.parse(text);
const keys = Object.keys(messages);
const source = [...sources('entrypoints'), ...sources('components'), ...sources('lib')];
const used = textsUsed(source);

describe('the texts users read', () => {
  test('the search for used texts saw some', () => {
    expect(used.keys.size).toBeGreaterThan(20);
  });

  test('every text that is asked for is there', () => {
    expect([...used.keys].filter((key) => !keys.includes(key))).toEqual([]);
    expect([...used.plurals].filter((key) => !keys.includes(`${key}_other`))).toEqual([]);
    expect(
      [...used.prefixes].filter((prefix) => !keys.some((key) => key.startsWith(prefix))),
    ).toEqual([]);
  });

  test('no text is there that nothing asks for', () => {
    const manifest = readFileSync(join(projectRoot, 'scripts/manifest.ts'), 'utf8');
    const isUsed = (key: string) =>
      manifest.includes(`__MSG_${key}__`) ||
      used.literals.has(key) ||
      used.literals.has(key.replace(/_(?:zero|one|two|few|many|other)$/, '')) ||
      [...used.beginnings].some((beginning) => key.startsWith(beginning));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  test('every text says something', () => {
    expect(keys.filter((key) => messages[key]!.message.trim() === '')).toEqual([]);
  });

  test('a text that is missing, and one that is only computed, are seen', () => {
    const text = "t('a'); t(open ? 'b' : 'c'); plural('d', 2); t(`status_${x}`); t(key);";
    const seen = textsUsed([ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true)]);
    expect([...seen.keys]).toEqual(['a', 'b', 'c']);
    expect([...seen.plurals]).toEqual(['d']);
    expect([...seen.prefixes]).toEqual(['status_']);
  });
});

function sources(folder: string): ts.SourceFile[] {
  const path = join(projectRoot, folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) =>
      ts.createSourceFile(
        name,
        readFileSync(join(path, name), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
        name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
      ),
    );
}

test('no text is written twice under one name', () => {
  const names = [...text.matchAll(/^ {2}"(\w+)": \{/gm)].map(([, name]) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
