import { useState } from 'react';
import { plural, t } from '../../lib/i18n';
import { send } from '../../lib/send';
import { Notice } from '../notice';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { takeBack } from './take-back';

/** Says that the last import can still be taken back, until it is kept or taken back. */
export function ImportNotice({ importId, papers }: { importId: string; papers: number }) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    try {
      await send('keepImport', { importId });
    } catch (error) {
      toast({ text: sentence(error), tone: 'error' });
    }
  };
  const after = (work: Promise<void>) => {
    setBusy(true);
    void work.finally(() => setBusy(false));
  };
  return (
    <Notice text={plural('settings_imported', papers)}>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => after(takeBack(importId, toast))}
      >
        {t('settings_import_back')}
      </button>
      <button type="button" className="button" disabled={busy} onClick={() => after(keep())}>
        {t('settings_import_keep')}
      </button>
    </Notice>
  );
}
