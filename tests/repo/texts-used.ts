import ts from 'typescript';

/** Which texts of `_locales` the source asks for. */
export interface TextsUsed {
  /** Literal first arguments of `t`. */
  keys: Set<string>;
  /** Literal first arguments of `plural`. */
  plurals: Set<string>;
  /** The fixed beginnings of keys that are put together in the call. */
  prefixes: Set<string>;
  /** The beginnings of all names that are put together anywhere: `site_` of `site_${id}`. */
  beginnings: Set<string>;
  /** Every string of the source: a key may travel through a variable. */
  literals: Set<string>;
}

export function textsUsed(sources: readonly ts.SourceFile[]): TextsUsed {
  const used: TextsUsed = {
    keys: new Set(),
    plurals: new Set(),
    prefixes: new Set(),
    beginnings: new Set(),
    literals: new Set(),
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) used.literals.add(node.text);
    if (ts.isTemplateHead(node) && /^\w+_$/.test(node.text)) used.beginnings.add(node.text);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const asked = { t: used.keys, plural: used.plurals }[node.expression.text];
      const [key] = node.arguments;
      if (asked && key) noteKey(key, asked, used.prefixes);
    }
    ts.forEachChild(node, visit);
  };
  sources.forEach(visit);
  return used;
}

function noteKey(key: ts.Expression, asked: Set<string>, prefixes: Set<string>): void {
  if (ts.isStringLiteralLike(key)) asked.add(key.text);
  else if (ts.isTemplateExpression(key) && key.head.text) prefixes.add(key.head.text);
  else if (ts.isConditionalExpression(key)) {
    noteKey(key.whenTrue, asked, prefixes);
    noteKey(key.whenFalse, asked, prefixes);
  }
}
