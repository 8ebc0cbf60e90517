import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { db } from '../../lib/db/open';
import { latestRequests } from '../../lib/db/request-log';
import { t } from '../../lib/i18n';
import { moment } from '../dates';
import { bytes, number } from '../numbers';
import { Section, Sheet } from './section';

const PAGE = 50;

/** Every request that left the browser, newest first. */
export function NetworkSection() {
  const [limit, setLimit] = useState(PAGE);
  const log = useLiveQuery(() => latestRequests(db, limit), [limit]);
  return (
    <Section id="network" title={t('settings_network')} about={t('settings_network_about')}>
      <Sheet>
        {log && log.count === 0 && (
          <div className="settings-block settings-nothing">{t('settings_network_nothing')}</div>
        )}
        {log && log.count > 0 && (
          <div
            className="settings-table"
            role="region"
            aria-labelledby="network-caption"
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
            tabIndex={0}
          >
            <table>
              <caption id="network-caption">
                {t('settings_network_caption', number(log.count))}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{t('settings_time')}</th>
                  <th scope="col">{t('settings_host')}</th>
                  <th scope="col">{t('settings_why')}</th>
                  <th scope="col">{t('settings_result')}</th>
                  <th scope="col">{t('settings_size')}</th>
                </tr>
              </thead>
              <tbody>
                {log.rows.map((row) => (
                  <tr key={row.id}>
                    <td>{moment(row.at)}</td>
                    <td title={row.url}>{row.host}</td>
                    <td>{reason(row.why)}</td>
                    <td>{row.result}</td>
                    <td>{bytes(row.bytes)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {log && log.count > log.rows.length && (
          <div className="settings-block">
            <button className="button" onClick={() => setLimit(limit + 4 * PAGE)}>
              {t('settings_show_more')}
            </button>
          </div>
        )}
      </Sheet>
    </Section>
  );
}

/** The reason in words; one that has none yet is shown as it was noted. */
function reason(why: string): string {
  const key = `settings_why_${why.replaceAll('-', '_')}`;
  const words = t(key);
  return words === key ? why : words;
}
