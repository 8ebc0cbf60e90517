/** Whether an address is matched by one of these match patterns. */
export function addressFilter(patterns: readonly string[]): (url: URL) => boolean {
  const expressions = patterns.map((pattern) => {
    const source = pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace('://*\\.', '://(?:[^/]+\\.)?')
      .replaceAll(/(?<!\))\*|(?<=\/)\*$/g, '.*');
    return new RegExp(`^${source}$`);
  });
  // Match patterns say nothing of ports.
  return ({ protocol, hostname, pathname, search }) =>
    expressions.some((expression) =>
      expression.test(`${protocol}//${hostname}${pathname}${search}`),
    );
}
