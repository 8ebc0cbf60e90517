import { useEffect, useId, useMemo, useState } from 'react';
import type { PreviewRow } from '../../lib/citations/preview';
import { plural, t } from '../../lib/i18n';
import { brings, type Choice } from '../../lib/import-plan';
import { number } from '../numbers';
import { PREVIEW_KINDS, previewLines, type PreviewKind } from './preview-kinds';
import { PreviewRowView } from './preview-row';
import type { Looked } from './look-citations';
import { useCitationImport } from './use-citation-import';

const PAGE = 100;

/** What an import would do, line by line, and doing it once the user says so. */
export function CitationPreview({
  looked,
  isBlocked,
  onBusy,
  onClose,
}: {
  looked: Looked;
  /** Another import waits to be kept or taken back. */
  isBlocked: boolean;
  onBusy: (busy: boolean) => void;
  onClose: () => void;
}) {
  const { rows, problems, known } = looked;
  const name = useId();
  const [shown, setShown] = useState<PreviewKind>();
  const [limit, setLimit] = useState(PAGE);
  const [all, setAll] = useState<Choice>('mine');
  const [choices, setChoices] = useState<ReadonlyMap<PreviewRow, Choice>>(new Map());
  const { run, start, cancel } = useCitationImport(onClose);
  const lines = useMemo(() => previewLines(rows, problems), [rows, problems]);
  const counts = useMemo(() => {
    const count = new Map<PreviewKind, number>();
    for (const { kind } of lines) count.set(kind, (count.get(kind) ?? 0) + 1);
    return count;
  }, [lines]);
  const choice = (row: PreviewRow) => choices.get(row) ?? all;
  const papers = rows.filter((row) => brings(row, choice(row))).length;
  const running = run.at !== 'start';
  useEffect(() => onBusy(running), [running, onBusy]);
  const listed = shown ? lines.filter(({ kind }) => kind === shown) : lines;

  const chip = (kind: PreviewKind | undefined, label: string, count: number) => (
    <button
      key={kind ?? 'all'}
      type="button"
      className="filter-chip"
      data-kind={kind}
      aria-pressed={shown === kind}
      onClick={() => {
        setShown(kind);
        setLimit(PAGE);
      }}
    >
      {label} <span className="filter-count">{number(count)}</span>
    </button>
  );
  return (
    <>
      <div className="filter-chips" role="group" aria-label={t('import_filter')}>
        {chip(undefined, t('import_all'), lines.length)}
        {PREVIEW_KINDS.filter((kind) => counts.has(kind)).map((kind) =>
          chip(kind, t(`import_kind_${kind}`), counts.get(kind)!),
        )}
      </div>
      {counts.has('conflict') && (
        <fieldset className="import-for-all" disabled={running}>
          <legend>{plural('import_for_all', counts.get('conflict')!)}</legend>
          {(['mine', 'theirs'] as const).map((value) => (
            <label key={value} className="conflict-choice">
              <input
                type="radio"
                name={`${name}-all`}
                checked={all === value && choices.size === 0}
                onChange={() => {
                  setAll(value);
                  setChoices(new Map());
                }}
              />
              {t(`import_${value}`)}
            </label>
          ))}
        </fieldset>
      )}
      <div
        className="preview"
        role="region"
        aria-label={t('import_preview')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t('import_line')}</th>
              <th scope="col">{t('import_paper')}</th>
              <th scope="col">{t('import_becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, limit).map((line, i) => {
              const row = line.kind === 'bad' ? undefined : line.row;
              const verdict = row?.verdict;
              return (
                <PreviewRowView
                  key={i}
                  line={line}
                  here={verdict && 'paperId' in verdict ? known.get(verdict.paperId) : undefined}
                  choice={row ? choice(row) : 'mine'}
                  name={`${name}-${line.line}-${i}`}
                  onChoose={(value) => row && setChoices(new Map(choices).set(row, value))}
                />
              );
            })}
          </tbody>
        </table>
        {listed.length > limit && (
          <button
            type="button"
            className="button preview-more"
            onClick={() => setLimit(limit + 5 * PAGE)}
          >
            {plural('import_show_more', listed.length - limit)}
          </button>
        )}
      </div>
      <div role="status" className="export-said">
        {run.at === 'start' &&
          (run.said ?? (papers === 0 && rows.length > 0 ? t('import_all_known') : ''))}
      </div>
      <footer className="dialog-foot">
        {running && (
          <progress
            {...(run.at === 'running' ? { max: run.of || 1, value: run.done } : {})}
            aria-label={t('import_progress')}
          />
        )}
        <button
          type="button"
          className="button"
          disabled={run.at === 'taking'}
          onClick={running ? cancel : onClose}
        >
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={running || isBlocked || papers === 0}
          onClick={() => start(rows, choice)}
        >
          {papers > 0 ? plural('import_do', papers) : t('import')}
        </button>
      </footer>
    </>
  );
}
