/** Whether two rows say the same, in whatever order; a field that is undefined is not there. */
export function sameRow(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const field of fields)
    if (!sameRow(Reflect.get(a, field), Reflect.get(b, field))) return false;
  return true;
}
