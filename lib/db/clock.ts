import { ulid } from 'ulid';
import type { Instant } from '../paper';

/** Whence a change gets its identity: the device that made it, and a clock that never goes back. */
export interface Clock {
  readonly device: string;
  /** The next stamp at the system time `now`; later than every stamp before it. */
  next(now: Instant): Stamp;
}

export interface Stamp {
  /** A ULID that sorts as the clock does. */
  id: string;
  /** Hybrid logical clock, `wall-counter-device` in fixed-width base 36 (Kulkarni et al. 2014). */
  clock: string;
}

/** A clock that goes on after `last`, the newest stamp known (of the journal), if any. */
export function hybridClock(device: string, last?: string): Clock {
  let [wall, counter] = last ? parse(last) : [0, 0];
  return {
    device,
    next(now) {
      if (now > wall) [wall, counter] = [now, 0];
      else counter++;
      const clock = [
        wall.toString(36).padStart(9, '0'),
        counter.toString(36).padStart(5, '0'),
        device,
      ];
      return { id: sortableId(wall, counter), clock: clock.join('-') };
    },
  };
}

/** The system time of a stamp's clock. */
export function wallOf(clock: string): Instant {
  return parse(clock)[0];
}

function parse(stamp: string): [number, number] {
  const [wall = '0', counter = '0'] = stamp.split('-');
  return [parseInt(wall, 36), parseInt(counter, 36)];
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// The first four random letters of the ULID give way to the counter, so that stamps of one
// millisecond sort too; the other twelve stay random.
function sortableId(wall: number, counter: number): string {
  const id = ulid(wall);
  let letters = '';
  for (let rest = counter, i = 0; i < 4; i++, rest = Math.floor(rest / 32))
    letters = CROCKFORD[rest % 32] + letters;
  return id.slice(0, 10) + letters + id.slice(14);
}
