import * as z from 'zod/mini';
import { daySchema } from '../day-schema';
import { FAILURES } from './failure';
import type { SnapshotState } from './state';

const instant = z.number().check(z.gte(0), z.lte(8.64e15));
const count = z.number().check(z.int(), z.gte(0), z.lte(1e12));
const saved = {
  at: instant,
  name: z.string().check(z.maxLength(100)),
  bytes: count,
  papers: count,
};
const mark = z.string().check(z.maxLength(100));

const fields = {
  done: daySchema,
  last: z.object(saved),
  mark,
  pending: z.object({ ...saved, day: daySchema, mark }),
  failure: z.object({ kind: z.enum(FAILURES), at: instant }),
};

/** The state from whatever was stored: a field that is wrong is as if it were not there. */
export function parseSnapshotState(stored: unknown): SnapshotState {
  const state: SnapshotState = {};
  if (typeof stored !== 'object' || stored === null) return state;
  for (const [name, schema] of Object.entries(fields)) {
    const result = z.safeParse(schema as z.ZodMiniType, Reflect.get(stored, name));
    if (result.success) Object.assign(state, { [name]: result.data });
  }
  return state;
}
