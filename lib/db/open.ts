import { OffprintDb } from './schema';

/** The database of this page; pages only read. */
export const db = new OffprintDb();
