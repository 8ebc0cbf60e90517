import ts from 'typescript';

const WRITES = new Set(
  'put add delete update modify clear bulkPut bulkAdd bulkDelete bulkUpdate upsert'.split(' '),
);

/** Names of the functions that write to a table, by themselves or through another of them; sorted. */
export function writersIn(sources: readonly ts.SourceFile[]): string[] {
  const calls = new Map<string, Set<string>>();
  const writers = new Set<string>();
  for (const source of sources) {
    for (const declaration of declarationsIn(source)) {
      const name = declaration.name!.getText();
      calls.set(name, namesCalledIn(declaration));
      if (writesItself(declaration)) writers.add(name);
    }
  }
  for (let grown = true; grown;) {
    grown = false;
    for (const [name, called] of calls) {
      if (writers.has(name) || ![...called].some((other) => writers.has(other))) continue;
      writers.add(name);
      grown = true;
    }
  }
  return [...writers].sort();
}

function declarationsIn(source: ts.SourceFile) {
  return source.statements.filter(
    (node) => (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name,
  ) as (ts.FunctionDeclaration | ts.ClassDeclaration)[];
}

function writesItself(root: ts.Node): boolean {
  return some(root, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const { name, expression } = node.expression;
    if (name.text === 'transaction') return node.arguments[0]?.getText().startsWith("'rw") ?? false;
    return WRITES.has(name.text) && /\bdb\b|\btable\(/.test(expression.getText());
  });
}

function namesCalledIn(root: ts.Node): Set<string> {
  const names = new Set<string>();
  some(root, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    return false;
  });
  return names;
}

function some(node: ts.Node, isIt: (node: ts.Node) => boolean): boolean {
  return isIt(node) || (ts.forEachChild(node, (child) => some(child, isIt) || undefined) ?? false);
}
