import type { BeforeImage } from './rows';

/** Tells the rows of all tables apart. */
export function imageName({ table, key }: Pick<BeforeImage, 'table' | 'key'>): string {
  return `${table} ${JSON.stringify(key)}`;
}
