import { useEffect, useRef, useState } from 'react';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { useSettings } from '../use-settings';

const SETTLE_MS = 400;

/** The pattern of citation keys as it is typed; kept once the typing rests, or the field goes. */
export function useKeyPattern(): [pattern: string, change: (pattern: string) => void] {
  const toast = useToast();
  const stored = useSettings()?.keyPattern ?? '';
  const [typed, setTyped] = useState<string>();
  const waiting = useRef<() => void>(undefined);

  useEffect(() => {
    if (typed === undefined) return;
    waiting.current = () => {
      waiting.current = undefined;
      send('saveSettings', { keyPattern: typed.trim() }).catch((error: unknown) =>
        toast({ text: sentence(error), tone: 'error' }),
      );
    };
    const timer = setTimeout(() => waiting.current?.(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed, toast]);
  useEffect(() => () => waiting.current?.(), []);

  return [typed ?? stored, setTyped];
}
