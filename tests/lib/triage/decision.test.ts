import { describe, expect, it } from 'vitest';
import type { Standing, Write } from '../../../lib/triage/decision';
import { writeOf } from '../../../lib/triage/decision';

const NOTHING: Write = { to: 'nothing' };
const status = (status: 'unread' | 'read' | 'archived'): Write => ({ to: 'status', status });

// What each act writes about a paper that stands so, as the help says it.
const TABLE: [Standing, keep: Write, skip: Write, read: Write][] = [
  ['new', { to: 'save' }, { to: 'dismiss' }, status('read')],
  ['dismissed', { to: 'save' }, NOTHING, status('read')],
  ['unread', NOTHING, status('archived'), status('read')],
  ['reading', NOTHING, status('archived'), status('read')],
  ['read', NOTHING, status('archived'), NOTHING],
  ['archived', status('unread'), NOTHING, status('read')],
];

describe('what a decision writes', () => {
  it.each(TABLE)('about a paper that is %s', (standing, keep, skip, read) => {
    expect(writeOf('keep', standing)).toEqual(keep);
    expect(writeOf('skip', standing)).toEqual(skip);
    expect(writeOf('read', standing)).toEqual(read);
    expect(writeOf('later', standing)).toEqual(NOTHING);
  });
});
