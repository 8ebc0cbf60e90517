import { posix } from 'node:path';
import type { Import } from './import-graph';

/** A rule about who may import whom; it answers with a sentence for each import that breaks it. */
export type ImportRule = (imports: readonly Import[]) => string[];

const isPage = (file: string) => file.startsWith('entrypoints/');
const isContentScript = (file: string) => /^entrypoints\/(?:[^/]+\.content|scan)\b/.test(file);

/** The parts of design.md's "Who may import whom", by name. */
export const importRules: Record<string, ImportRule> = {
  'nothing imports entrypoints, and pages never import each other': (imports) =>
    imports.filter(({ from, to }) => isPage(to) && !isOfOnePage(from, to)).map(sentence),

  'lib/paper imports nothing': (imports) =>
    imports.filter(({ from }) => from === 'lib/paper.ts').map(sentence),

  'lib/identity imports only lib/paper': (imports) =>
    imports
      .filter(({ from, to }) => from === 'lib/identity.ts' && to !== 'lib/paper.ts')
      .map(sentence),

  'lib/sites imports only lib/paper, lib/identity and itself': (imports) =>
    imports
      .filter(({ from, to }) => from.startsWith('lib/sites/') && !maySitesImport(from, to))
      .map(sentence),

  'lib/trending and lib/digest import only the domain, words and each other': (imports) =>
    imports.filter(({ from, to }) => isPureOfTrends(from) && !mayTrendsImport(to)).map(sentence),

  'lib/citations imports only the domain, its schemas and the format of the backup': (imports) =>
    imports
      .filter(({ from, to }) => from.startsWith('lib/citations/') && !mayCitationsImport(to))
      .map(sentence),

  'neither the worker nor a content script reaches lib/citations': (imports) =>
    ['entrypoints/background.ts', ...contentScripts(imports)].flatMap((script) =>
      reachedBy(script, imports)
        .filter((file) => file.startsWith('lib/citations/'))
        .map((file) => `${script} reaches ${file}`),
    ),

  'lib/duplicates imports only lib/paper, lib/identity and itself': (imports) =>
    imports
      .filter(({ from }) => from.startsWith('lib/duplicates/'))
      .filter(({ to }) => !/^lib\/(?:duplicates\/|(?:paper|identity)\.ts$)/.test(to))
      .map(sentence),

  'lib/triage imports only lib/paper and itself': (imports) =>
    imports
      .filter(({ from, to }) => from.startsWith('lib/triage/') && !mayTriageImport(to))
      .map(sentence),

  'lib/statistics imports only lib/paper, the calendar and itself': (imports) =>
    imports
      .filter(({ from, to }) => from.startsWith('lib/statistics/') && !mayStatisticsImport(to))
      .map(sentence),

  'only lib/db imports Dexie': (imports) =>
    imports.filter(({ from, to }) => to === 'dexie' && !from.startsWith('lib/db/')).map(sentence),

  'only components and pages use dexie-react-hooks': (imports) =>
    imports
      .filter(({ from, to }) => to === 'dexie-react-hooks' && from.startsWith('lib/'))
      .map(sentence),

  'a content script never reaches lib/db, lib/paper-schema, React, Dexie or zod': (imports) =>
    contentScripts(imports).flatMap((script) =>
      reachedBy(script, imports)
        .filter((file) => HEAVY.test(file))
        .map((file) => `${script} reaches ${file}`),
    ),

  "a content script reaches its own site's adapter only, never the registry": (imports) => {
    const registry = 'lib/sites/registry.ts';
    const adapters = imports
      .filter(({ from, typeOnly, to }) => from === registry && !typeOnly && to.startsWith('lib/'))
      .map(({ to }) => to);
    return contentScripts(imports).flatMap((script) => {
      const own = `lib/sites/${/^entrypoints\/([^./]+)/.exec(script)?.[1]}.ts`;
      return reachedBy(script, imports)
        .filter((file) => file === registry || (adapters.includes(file) && file !== own))
        .map((file) => `${script} reaches ${file}`);
    });
  },

  'there are no circles': circles,
};

const HEAVY =
  /^(?:lib\/db\/.*|lib\/paper-schema\.ts|lib\/message-schema\.ts|react|react-dom|dexie|dexie-react-hooks|zod)$/;

function isOfOnePage(from: string, to: string): boolean {
  const folder = posix.dirname(to);
  return folder !== 'entrypoints' && posix.dirname(from).startsWith(folder);
}

function maySitesImport(from: string, to: string): boolean {
  if (to.startsWith('lib/sites/')) return true;
  if (to === 'lib/paper.ts' || to === 'lib/identity.ts') return true;
  // Match patterns are WXT's, and this one file's.
  return from === 'lib/sites/site-for.ts' && to === 'wxt';
}

function isPureOfTrends(file: string): boolean {
  return file.startsWith('lib/trending/') || file.startsWith('lib/digest/');
}

function mayTrendsImport(to: string): boolean {
  const domain = ['lib/paper.ts', 'lib/identity.ts', 'lib/search/plain.ts'];
  return isPureOfTrends(to) || domain.includes(to);
}

function mayCitationsImport(to: string): boolean {
  const domain = ['lib/paper.ts', 'lib/identity.ts', 'lib/paper-schema.ts', 'lib/tag-name.ts'];
  return to.startsWith('lib/citations/') || [...domain, 'lib/backup/format.ts', 'zod'].includes(to);
}

function mayTriageImport(to: string): boolean {
  return to === 'lib/paper.ts' || to.startsWith('lib/triage/');
}

function mayStatisticsImport(to: string): boolean {
  return (
    ['lib/paper.ts', 'lib/digest/calendar.ts'].includes(to) || to.startsWith('lib/statistics/')
  );
}

function contentScripts(imports: readonly Import[]): string[] {
  return [...new Set(imports.map(({ from }) => from).filter(isContentScript))];
}

/** Everything a bundle that starts at `start` holds: files of the project, and packages. */
export function reachedBy(start: string, imports: readonly Import[]): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    for (const { from, to, typeOnly } of imports) {
      if (from !== file || typeOnly || seen.has(to)) continue;
      seen.add(to);
      visit(to);
    }
  };
  visit(start);
  return [...seen];
}

function circles(imports: readonly Import[]): string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    for (const { from, to } of imports) if (from === file) visit(to, [...path, file]);
    finished.add(file);
  };
  for (const { from } of imports) visit(from, []);
  return found;
}

function sentence({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
