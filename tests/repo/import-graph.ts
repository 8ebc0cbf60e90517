import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import ts from 'typescript';

/** One import of one file, as it is written there. */
export interface Import {
  from: string;
  /** A file of the project, relative to its folder, or the name of a package. */
  to: string;
  /** Only types are taken: nothing of it reaches the bundle. */
  typeOnly: boolean;
  /** The names it takes, `*` for all. */
  names: string[];
}

const SOURCE_FOLDERS = ['entrypoints', 'components', 'lib'];
const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** Every import in the project's own source, found by TypeScript's parser. */
export function readImports(projectRoot: string): Import[] {
  return SOURCE_FOLDERS.flatMap((folder) => sourcesIn(join(projectRoot, folder))).flatMap((file) =>
    importsOf(file, projectRoot),
  );
}

function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string, projectRoot: string): Import[] {
  const from = posixPath(relative(projectRoot, file));
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const imports: Import[] = [];
  const note = (specifier: string, typeOnly: boolean, names: string[]) =>
    imports.push({ from, to: resolved(specifier, file, projectRoot), typeOnly, names });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { typeOnly, names } = taken(node.importClause);
      note((node.moduleSpecifier as ts.StringLiteral).text, typeOnly, names);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      note((node.moduleSpecifier as ts.StringLiteral).text, node.isTypeOnly, ['*']);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) note(specifier.text, false, ['*']);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function taken(clause: ts.ImportClause | undefined): { typeOnly: boolean; names: string[] } {
  if (!clause) return { typeOnly: false, names: [] };
  const bindings = clause.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const typeOnly =
    clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (!clause.name && named.length > 0 && named.every((element) => element.isTypeOnly));
  const names = named.map((element) => (element.propertyName ?? element.name).text);
  if (clause.name) names.push('default');
  if (bindings && ts.isNamespaceImport(bindings)) names.push('*');
  return { typeOnly, names };
}

function resolved(specifier: string, file: string, projectRoot: string): string {
  if (!specifier.startsWith('.')) return packageName(specifier);
  const path = resolve(dirname(file), specifier.replace(/\?.*$/, ''));
  const found = ENDINGS.map((ending) => path + ending).find(
    (candidate) => existsSync(candidate) && !isFolder(candidate),
  );
  if (!found) throw new Error(`${file} imports ${specifier}, which is not there.`);
  return posixPath(relative(projectRoot, found));
}

function isFolder(path: string): boolean {
  return ts.sys.directoryExists(path);
}

/** `react-dom` of `react-dom/client`, `@base-ui/react` of `@base-ui/react/dialog`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function posixPath(path: string): string {
  return path.replaceAll('\\', posix.sep);
}
