import { monotonicFactory } from 'ulid';

/** A ULID at the instant `now`; those of one millisecond sort in the order they were made. */
export const newId: (now: number) => string = monotonicFactory();
