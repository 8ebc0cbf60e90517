import { useId, useState, type ReactNode } from 'react';
import { t } from '../../../lib/i18n';

/** A chart with its name, what it says in words, and its numbers as a table instead when asked. */
export function Chart({
  name,
  summary,
  table,
  children,
}: {
  name: string;
  summary: string;
  table: ReactNode;
  children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section className="chart" aria-labelledby={id}>
      <header className="chart-head">
        <h2 className="chart-name" id={id}>
          {name}
        </h2>
        <button
          type="button"
          className="button chart-switch"
          aria-pressed={asTable}
          aria-label={t('statistics_table_of', name)}
          onClick={() => setAsTable(!asTable)}
        >
          {t('statistics_table')}
        </button>
      </header>
      <p className="chart-summary">{summary}</p>
      {asTable ? (
        // It scrolls by itself, and so has to be reached by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="chart-scroll chart-table" role="group" tabIndex={0} aria-labelledby={id}>
          {table}
        </div>
      ) : (
        children
      )}
    </section>
  );
}
