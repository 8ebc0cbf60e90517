import type Dexie from 'dexie';
import type { Digest } from '../digest/digest';
import { DECIDED } from './copy-schema';

/**
 * How far what the user decided has come, to compare the database with its copy: every change has
 * its row in the journal, and the copy takes them in their order.
 */
export async function standingOfDecided(db: Dexie): Promise<string> {
  const [newest] = await db.table('journal').toCollection().reverse().limit(1).primaryKeys();
  const numbers = await Promise.all(DECIDED.map((name) => db.table(name).count()));
  return [newest, ...numbers].join();
}

/**
 * How far what the user was told has come. A day has a few rows of these; a digest that was settled
 * since is the last one.
 */
export async function standingOfTold(db: Dexie): Promise<string> {
  const tables = ['notified', 'feedback', 'digests'].map((name) => db.table(name));
  const keys = await Promise.all(tables.map((table) => table.toCollection().primaryKeys()));
  const [last] = await db.table<Digest>('digests').toCollection().reverse().limit(1).toArray();
  return JSON.stringify([keys, last?.settled]);
}
