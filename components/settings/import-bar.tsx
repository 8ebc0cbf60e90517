import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { db } from '../../lib/db/open';
import { stagedHeads } from '../../lib/db/staging';
import { plural, t } from '../../lib/i18n';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';

/** Asks whether an import stays, on every visit until it is answered. */
export function ImportBar() {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const heads = useLiveQuery(() => stagedHeads(db));
  const last = heads?.find(({ kind, state }) => kind === 'import' && state === 'committed');
  if (!last) return null;

  const answer = async (name: 'keepImport' | 'revertImport', said: string) => {
    setBusy(true);
    try {
      await send(name, { importId: last.id });
      toast({ text: said });
    } catch (error) {
      toast({ text: sentence(error), tone: 'error' });
    }
    setBusy(false);
  };
  return (
    <div className="import-bar" role="region" aria-label={t('settings_import_bar')}>
      <span role="status">{plural('settings_imported', last.papers)}</span>
      <button
        className="button primary"
        disabled={busy}
        onClick={() => void answer('keepImport', t('settings_import_confirmed'))}
      >
        {t('settings_import_keep')}
      </button>
      <button
        className="button"
        disabled={busy}
        onClick={() => void answer('revertImport', t('settings_import_gone_back'))}
      >
        {t('settings_import_back')}
      </button>
    </div>
  );
}
