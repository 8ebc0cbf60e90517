import type { Decision } from '../../lib/triage/decision';
import { useKeys } from '../keys';

/** The keys of triage: those of the other lists where they mean the same. */
export function useTriageKeys(acts: {
  /** Something lies over the page, or is about to. */
  covered: boolean;
  decide: (decision: Decision) => void;
  tag: () => unknown;
  open: (() => void) | undefined;
  undo: () => void;
  leave: () => void;
  help: () => void;
}): void {
  // A key that is held down decides once.
  const once = (does: () => void) => (event: KeyboardEvent) => {
    if (!event.repeat) does();
  };
  const keep = once(() => acts.decide('keep'));
  const keys = {
    s: keep,
    k: keep,
    x: once(() => acts.decide('skip')),
    l: once(() => acts.decide('later')),
    e: once(() => acts.decide('read')),
    t: () => acts.tag(),
    o: once(() => acts.open?.()),
    u: () => acts.undo(),
    Escape: () => acts.leave(),
    '?': () => acts.help(),
  };
  useKeys(acts.covered ? {} : keys);
}
