import { useEffect, useRef, useState } from 'react';
import type { PaperId } from '../lib/paper';
import { newOp, send } from '../lib/send';
import { sentence } from './sentence';
import { arrived, both, draftOf, isDirty, mine, type NoteDraft } from './note-draft';

const PAUSE_MS = 800;
const AGAIN_MS = 5_000;

export type NoteState = 'kept' | 'writing' | 'saved' | 'failed';

/**
 * A note that is stored whenever typing pauses, when the field is left and when the page goes.
 * What was typed is never replaced by what arrives from elsewhere.
 */
export function useNote(paperId: PaperId, stored: string) {
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [state, setState] = useState<NoteState>('kept');
  const [problem, setProblem] = useState('');
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What was sent and not yet seen in the row; its arrival is no one else's change.
  const sent = useRef<string>(undefined);

  const change = (next: NoteDraft) => {
    latest.current = next;
    setDraft(next);
  };

  const store = async (next: NoteDraft) => {
    clearTimeout(timer.current);
    if (!isDirty(next) || sent.current === next.text) return;
    sent.current = next.text;
    try {
      await send('setNote', { op: newOp(), paperId, note: next.text });
      setProblem('');
      // Typed on meanwhile: what is stored is now the base of that.
      if (latest.current.theirs === undefined) change({ ...latest.current, base: next.text });
      setState(isDirty(latest.current) ? 'writing' : 'saved');
    } catch (error) {
      setProblem(sentence(error));
      setState('failed');
      timer.current = setTimeout(() => void store(latest.current), AGAIN_MS);
    } finally {
      if (sent.current === next.text) sent.current = undefined;
    }
  };
  const flush = () => {
    if (latest.current.theirs === undefined) void store(latest.current);
  };
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      // Unanswered, both are kept.
      const { current } = latest;
      void store(current.theirs === undefined ? current : both(current));
    };
  });

  useEffect(() => {
    if (stored === sent.current) return;
    const next = arrived(latest.current, stored);
    if (next === latest.current) return;
    if (next.theirs !== undefined) clearTimeout(timer.current);
    change(next);
  }, [stored]);

  useEffect(() => {
    const onLeave = () => leave.current();
    addEventListener('pagehide', onLeave);
    return () => {
      removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, []);

  return {
    text: draft.text,
    state,
    /** Why it could not be stored; empty where it could. */
    problem,
    theirs: draft.theirs,
    write(text: string) {
      change({ ...latest.current, text });
      setState('writing');
      clearTimeout(timer.current);
      if (latest.current.theirs === undefined)
        timer.current = setTimeout(() => void store(latest.current), PAUSE_MS);
    },
    keepMine() {
      change(mine(latest.current));
      void store(latest.current);
    },
    addTheirs() {
      change(both(latest.current));
      void store(latest.current);
    },
    flush,
  };
}
