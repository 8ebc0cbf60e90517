import { useCallback } from 'react';
import type { DigestSettings } from '../../lib/digest/digest-settings';
import { t } from '../../lib/i18n';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';

/** Subscribes to trending papers or ends it, in one click; says so with a way back. */
export function useSubscription(): (digest: DigestSettings, on: boolean) => void {
  const toast = useToast();
  return useCallback(
    (before, on) => {
      const after = { ...before, on };
      const store = (digest: DigestSettings) => send('saveSettings', { digest });
      const refused = (error: unknown) => toast({ text: sentence(error), tone: 'error' });
      const undo = () => void store(before).catch(refused);
      const said = t(on ? 'digest_said_on' : 'digest_said_off');
      void store(after).then(() => toast({ text: said, undo }), refused);
    },
    [toast],
  );
}
