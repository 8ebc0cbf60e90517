import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readImports, type Import } from './import-graph';
import { importRules } from './import-rules';

const imports = readImports(resolve(import.meta.dirname, '../..'));

describe('who may import whom', () => {
  test('the walker saw the project', () => {
    expect(new Set(imports.map(({ from }) => from)).size).toBeGreaterThan(30);
    expect(imports).toContainEqual({
      from: 'lib/db/schema.ts',
      to: 'dexie',
      typeOnly: false,
      names: expect.arrayContaining(['default']),
    });
    expect(imports).toContainEqual({
      from: 'lib/identity.ts',
      to: 'lib/paper.ts',
      typeOnly: true,
      names: ['Day', 'PaperLink'],
    });
  });

  test.each(Object.entries(importRules))('%s', (_name, rule) => {
    expect(rule(imports)).toEqual([]);
  });

  test.each(Object.keys(importRules))('a break of "%s" is found', (name) => {
    const broken = BREAKS[name];
    if (!broken) throw new Error(`This rule has no example of what breaks it: ${name}`);
    expect(importRules[name]!(broken)).not.toEqual([]);
  });
});

const BREAKS: Record<string, Import[]> = {
  'nothing imports entrypoints, and pages never import each other': [
    edge('entrypoints/popup/main.tsx', 'entrypoints/library/rows.tsx'),
  ],
  'lib/paper imports nothing': [edge('lib/paper.ts', 'ulid')],
  'lib/trending and lib/digest import only the domain, words and each other': [
    edge('lib/digest/choose.ts', 'lib/db/digests.ts'),
  ],
  'lib/statistics imports only lib/paper, the calendar and itself': [
    edge('lib/statistics/readings.ts', 'lib/db/rows.ts'),
  ],
  'lib/triage imports only lib/paper and itself': [edge('lib/triage/session.ts', 'lib/send.ts')],
  'lib/identity imports only lib/paper': [edge('lib/identity.ts', 'lib/settings.ts')],
  'lib/sites imports only lib/paper, lib/identity and itself': [
    edge('lib/sites/arxiv.ts', 'lib/listing/run.ts'),
  ],
  'lib/citations imports only the domain, its schemas and the format of the backup': [
    edge('lib/citations/preview.ts', 'lib/db/list.ts'),
  ],
  'neither the worker nor a content script reaches lib/citations': [
    edge('entrypoints/background.ts', 'lib/background/start.ts'),
    edge('lib/background/start.ts', 'lib/citations/csl.ts'),
  ],
  'lib/duplicates imports only lib/paper, lib/identity and itself': [
    edge('lib/duplicates/compare.ts', 'lib/db/list.ts'),
  ],
  'only lib/db imports Dexie': [edge('components/list.tsx', 'dexie')],
  'only components and pages use dexie-react-hooks': [edge('lib/live.ts', 'dexie-react-hooks')],
  'a content script never reaches lib/db, lib/paper-schema, React, Dexie or zod': [
    edge('entrypoints/arxiv.content.ts', 'lib/listing/run.ts'),
    edge('lib/listing/run.ts', 'lib/db/open.ts'),
  ],
  "a content script reaches its own site's adapter only, never the registry": [
    edge('lib/sites/registry.ts', 'lib/sites/arxiv.ts'),
    edge('lib/sites/registry.ts', 'lib/sites/hugging-face.ts'),
    edge('entrypoints/arxiv.content.ts', 'lib/sites/hugging-face.ts'),
  ],
  'there are no circles': [edge('lib/a.ts', 'lib/b.ts'), edge('lib/b.ts', 'lib/a.ts')],
};

function edge(from: string, to: string): Import {
  return { from, to, typeOnly: false, names: ['*'] };
}
