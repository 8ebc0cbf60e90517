import { createContext, useCallback, useContext } from 'react';
import type { Ack } from '../lib/db/journal';
import type { Answer, MessageName, Payload } from '../lib/messages';
import { newOp, send } from '../lib/send';
import { sentence } from './sentence';
import { useToast } from './toast';
import { undo } from './undo';

/** The messages that change something and can be taken back. */
export type ActName = {
  [N in MessageName]: Payload<N> extends { op: string }
    ? Answer<N> extends Ack
      ? N
      : never
    : never;
}[MessageName];

/** Hears of every act of the part of a page that has an undo of its own, instead of a toast. */
export const ActsHeard = createContext<((op: string, said: string) => void) | undefined>(undefined);

/**
 * Does one act of the user: sends it, then says `said` with *Undo*, or why it was refused.
 * Answers undefined when it was not done.
 */
export function useAct() {
  const toast = useToast();
  const heard = useContext(ActsHeard);
  return useCallback(
    async <N extends ActName>(
      name: N,
      payload: Omit<Payload<N>, 'op'>,
      said?: string,
    ): Promise<Answer<N> | undefined> => {
      try {
        const answer = await send(name, { op: newOp(), ...payload } as Payload<N>);
        const { op, changed } = answer as Ack;
        if (said && changed > 0) {
          if (heard) heard(op, said);
          else toast({ text: said, undo: op });
        }
        return answer;
      } catch (error) {
        toast({ text: sentence(error), tone: 'error' });
        return undefined;
      }
    },
    [toast, heard],
  );
}

/** Takes back the newest act that can be, whenever it was done. */
export function useUndo(): () => void {
  const toast = useToast();
  return useCallback(() => void undo(toast), [toast]);
}
