import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { countAll } from '../../lib/db/counts';
import { db } from '../../lib/db/open';
import { askToPersist, readSpace } from '../../lib/db/space';
import { t } from '../../lib/i18n';
import { bytes, number } from '../numbers';
import { Row, Sheet } from './section';

/** How much is here, and how safely it is kept. */
export function SpaceUsed() {
  const [asked, setAsked] = useState(0);
  const counts = useLiveQuery(() => countAll(db));
  // Read again whenever the counts change; the browser tells nobody by itself.
  const space = useLiveQuery(async () => {
    await countAll(db);
    return (await readSpace()) ?? null;
  }, [asked]);

  const figures: [string, string | undefined][] = [
    [t('settings_space_seen'), counts && number(counts.papers)],
    [t('settings_space_saved'), counts && number(counts.saved)],
    [t('settings_space_sightings'), counts && number(counts.sightings)],
    [t('settings_space_used'), space ? bytes(space.used) : space === null ? '–' : undefined],
  ];
  return (
    <Sheet>
      <dl className="settings-figures">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure ?? '…'}</dd>
          </div>
        ))}
      </dl>
      {space && (
        <Row
          title={t(space.persisted ? 'settings_persistent' : 'settings_not_persistent')}
          hint={t(
            space.persisted
              ? 'settings_persistent_hint'
              : asked > 0
                ? 'settings_persist_no'
                : 'settings_not_persistent_hint',
          )}
        >
          {!space.persisted && asked === 0 && (
            <button
              className="button"
              onClick={() => void askToPersist().then(() => setAsked(asked + 1))}
            >
              {t('settings_persist')}
            </button>
          )}
        </Row>
      )}
    </Sheet>
  );
}
