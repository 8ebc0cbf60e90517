import type { SeenPaper } from '../paper';
import { seenPaperSchema } from '../paper-schema';

/**
 * The paper that a source told, cut to the caps and without the fields it was silent about;
 * undefined when what it said is no paper.
 */
export function checkedPaper(said: Partial<SeenPaper>): SeenPaper | undefined {
  const told = Object.entries(said).filter(([, value]) => value !== undefined && value !== '');
  const parsed = seenPaperSchema.safeParse(Object.fromEntries(told));
  return parsed.success ? parsed.data : undefined;
}
