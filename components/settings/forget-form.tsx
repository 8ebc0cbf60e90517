import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { countForgettable } from '../../lib/db/forget';
import { db } from '../../lib/db/open';
import { plural, t } from '../../lib/i18n';
import type { Forgetting } from '../../lib/messages';
import { localDay } from '../../lib/paper';
import { send } from '../../lib/send';
import { sites } from '../../lib/sites/registry';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { Choice } from './choice';
import { FieldRow } from './field-row';
import { Forgotten } from './forgotten';
import { Sheet } from './section';

/** Forgets what was shown today, on a site, or between two dates. */
export function ForgetForm() {
  const [today] = useState(() => localDay(Date.now()));
  const [what, setWhat] = useState<Forgetting['what']>('day');
  const [site, setSite] = useState(sites[0]!.id);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [busy, setBusy] = useState(false);
  const toast = useToast();

  const reversed = what === 'between' && from > to;
  const chosen: Forgetting =
    what === 'day'
      ? { what, day: today }
      : what === 'site'
        ? { what, site }
        : { what, from, to: reversed ? from : to };
  const count = useLiveQuery(() => countForgettable(db, chosen), [JSON.stringify(chosen)]);
  const forgettable = reversed || !from || !to ? undefined : count;

  const forget = async () => {
    setBusy(true);
    await send('forget', chosen).catch((error: unknown) =>
      toast({ text: sentence(error), tone: 'error' }),
    );
    setBusy(false);
  };

  return (
    <Sheet>
      <div className="settings-block">
        <h3>{t('settings_forget')}</h3>
        <p className="settings-hint">{t('settings_forget_hint')}</p>
      </div>
      <Choice<Forgetting['what']>
        title={t('settings_forget_what')}
        options={[
          { value: 'day', label: t('settings_forget_today') },
          { value: 'site', label: t('settings_forget_site') },
          { value: 'between', label: t('settings_forget_between') },
        ]}
        value={what}
        onChange={setWhat}
      />
      {what === 'site' && (
        <FieldRow title={t('settings_forget_site_label')}>
          <select className="field" value={site} onChange={(event) => setSite(event.target.value)}>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </FieldRow>
      )}
      {what === 'between' && (
        <>
          <FieldRow title={t('settings_forget_from')}>
            <input
              className="field"
              type="date"
              max={today}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          </FieldRow>
          <FieldRow title={t('settings_forget_to')}>
            <input
              className="field"
              type="date"
              max={today}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          </FieldRow>
        </>
      )}
      <div className="settings-row">
        <span className="settings-row-words" role="status">
          {reversed ? t('settings_forget_order') : forgettable && words(forgettable)}
        </span>
        <button
          className="button danger"
          disabled={busy || !forgettable || forgettable.sightings === 0}
          onClick={() => void forget()}
        >
          {forgettable && forgettable.papers > 0
            ? plural('settings_forget_do', forgettable.papers)
            : t('settings_forget_button')}
        </button>
      </div>
      <Forgotten />
    </Sheet>
  );
}

function words({ papers, sightings }: { papers: number; sightings: number }): string {
  if (sightings === 0) return t('settings_forget_none');
  return papers === 0 ? t('settings_forget_only_when') : plural('settings_forget_count', papers);
}
