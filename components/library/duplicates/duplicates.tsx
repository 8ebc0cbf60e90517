import { useEffect, useState } from 'react';
import type { Suggestion } from '../../../lib/duplicates/compare';
import { db } from '../../../lib/db/open';
import { paperRows } from '../../../lib/db/list';
import { plural, t } from '../../../lib/i18n';
import { useAct, useUndo } from '../../act';
import { EmptyState } from '../../empty-state';
import { HelpDialog } from '../../help-dialog';
import { useKeys } from '../../keys';
import { sentence } from '../../sentence';
import { duplicatesHelp } from './duplicates-help';
import './duplicates.css';
import { keptId } from './kept-id';
import { MergesMade } from './merges-made';
import { PairCard } from './pair-card';
import { cancelSearch, startSearch, type Search } from './search';
import { useDuplicates } from './use-duplicates';

/** Cards that are drawn; more are asked for. */
const STEP = 15;

/** The pairs of papers that may be one, for the reader to decide. */
export function Duplicates({ onReady }: { onReady: () => void }) {
  const { search, pairs } = useDuplicates();
  const [at, setAt] = useState(0);
  const [limit, setLimit] = useState(STEP);
  const [swapped, setSwapped] = useState<ReadonlySet<string>>(new Set());
  const [help, setHelp] = useState(false);
  const act = useAct();
  const undo = useUndo();
  const active = pairs && Math.min(at, pairs.length - 1);
  const pair = active === undefined ? undefined : pairs?.[active];

  useEffect(onReady, [onReady]);

  const merge = async (one: Suggestion) => {
    const [first, second] = await paperRows(db, [one.a, one.b]);
    if (!first || !second) return;
    const to = keptId([first, second], swapped.has(nameOf(one)));
    const from = to === one.a ? one.b : one.a;
    await act('mergePapers', { from, to }, t('said_merged'));
  };
  const keepBoth = (one: Suggestion) =>
    void act('keepBoth', { paperIds: [one.a, one.b] }, t('said_kept_both'));
  const swap = (one: Suggestion) => {
    const next = new Set(swapped);
    if (!next.delete(nameOf(one))) next.add(nameOf(one));
    setSwapped(next);
  };
  const move = (step: number) => {
    if (!pairs || active === undefined) return;
    const next = Math.max(0, Math.min(active + step, pairs.length - 1));
    setLimit(Math.max(limit, next + 1));
    setAt(next);
    document.getElementById(cardId(next))?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    m: () => pair && void merge(pair),
    b: () => pair && keepBoth(pair),
    w: () => pair && swap(pair),
    u: undo,
    '?': () => setHelp(true),
  });

  return (
    <section className="duplicates" aria-labelledby="duplicates-title">
      <header className="duplicates-head">
        <h1 id="duplicates-title">{t('duplicates')}</h1>
        <p className="detail-quiet" role="status">
          {saidOf(search, pairs)}
        </p>
        {search.state === 'running' ? (
          <>
            <progress max={search.of} value={search.done} aria-label={t('duplicates_progress')} />
            <button type="button" className="button" onClick={cancelSearch}>
              {t('cancel')}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => void startSearch()}>
            {t('duplicates_again')}
          </button>
        )}
      </header>
      {pairs?.length === 0 && (
        <EmptyState title={t('duplicates_none')} text={t('duplicates_none_text')} />
      )}
      {pairs && pairs.length > 0 && (
        <ol className="pairs">
          {pairs.slice(0, limit).map((one, i) => (
            <PairCard
              key={nameOf(one)}
              id={cardId(i)}
              pair={one}
              at={i + 1}
              isActive={i === active}
              isSwapped={swapped.has(nameOf(one))}
              onFocus={() => setAt(i)}
              onMerge={() => void merge(one)}
              onKeepBoth={() => keepBoth(one)}
              onSwap={() => swap(one)}
            />
          ))}
        </ol>
      )}
      {pairs && pairs.length > limit && (
        <button type="button" className="button" onClick={() => setLimit(limit + STEP)}>
          {plural('duplicates_more', pairs.length - limit)}
        </button>
      )}
      <MergesMade />
      {help && <HelpDialog lines={duplicatesHelp()} onClose={() => setHelp(false)} />}
    </section>
  );
}

function saidOf(search: Search, pairs: readonly Suggestion[] | undefined): string {
  switch (search.state) {
    case 'running':
      return t('duplicates_running');
    case 'cancelled':
      return t('duplicates_cancelled');
    case 'failed':
      return sentence(search.error);
    case 'found':
      return [
        pairs?.length ? plural('duplicates_found', pairs.length) : '',
        pairs ? plural('duplicates_of', search.papers) : '',
      ].join(' ');
    case 'none':
      return '';
  }
}

function nameOf({ a, b }: Suggestion): string {
  return `${a} ${b}`;
}

function cardId(i: number): string {
  return `pair-${i}`;
}
