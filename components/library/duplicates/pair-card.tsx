import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { Suggestion } from '../../../lib/duplicates/compare';
import { differingWords } from '../../../lib/duplicates/differing-words';
import { db } from '../../../lib/db/open';
import { readPair } from '../../../lib/db/read-pairs';
import { t } from '../../../lib/i18n';
import { evidenceWords, likelyWords } from './evidence-words';
import { keptId } from './kept-id';
import { PairSide } from './pair-side';

/** Two papers side by side, why they may be one, and what to do with them. */
export function PairCard({
  id,
  pair,
  at,
  isActive,
  isSwapped,
  onFocus,
  onMerge,
  onKeepBoth,
  onSwap,
}: {
  id: string;
  pair: Suggestion;
  /** Its place among the pairs, from 1. */
  at: number;
  /** True where the keys act on it: it takes the focus when it becomes so. */
  isActive: boolean;
  /** True where the other record than usual is kept. */
  isSwapped: boolean;
  onFocus: () => void;
  onMerge: () => void;
  onKeepBoth: () => void;
  onSwap: () => void;
}) {
  const { a, b } = pair;
  const heading = useId();
  const card = useRef<HTMLElement>(null);
  const sides = useLiveQuery(() => readPair(db, a, b), [a, b]);
  const titles = useMemo(
    () => sides && differingWords(sides[0].paper.title, sides[1].paper.title),
    [sides],
  );
  const isHere = sides !== undefined;

  useEffect(() => {
    const { activeElement: focused, body } = document;
    // Only from another pair, or from one that is gone; a button inside keeps the focus it has.
    const isFree = focused === body || focused?.closest('.pairs');
    if (isActive && isHere && isFree && !card.current?.contains(focused)) card.current?.focus();
  }, [isActive, isHere]);

  if (!sides || !titles) return <li id={id} className="pair is-waiting" />;
  const kept = keptId(sides, isSwapped);
  return (
    <li id={id} className="pair-item">
      <article
        ref={card}
        className="pair"
        aria-labelledby={heading}
        tabIndex={-1}
        data-active={isActive || undefined}
        onFocus={onFocus}
      >
        <header className="pair-head">
          <h2 id={heading} className="pair-why">
            <span className="visually-hidden">{t('pair_number', at)} </span>
            <span className="pair-likely">{likelyWords(pair.confidence)}</span>
            <span>{evidenceWords(pair.evidence)}</span>
          </h2>
        </header>
        <div className="pair-sides">
          {sides.map((side, i) => (
            <PairSide
              key={side.paper.id}
              side={side}
              parts={titles[i]!}
              isKept={side.paper.id === kept}
            />
          ))}
        </div>
        <footer className="pair-acts">
          <button type="button" className="button primary" onClick={onMerge}>
            {t('pair_merge')} <kbd aria-hidden="true">m</kbd>
          </button>
          <button type="button" className="button" onClick={onKeepBoth}>
            {t('pair_keep_both')} <kbd aria-hidden="true">b</kbd>
          </button>
          <button type="button" className="button quiet" onClick={onSwap}>
            {t('pair_swap')} <kbd aria-hidden="true">w</kbd>
          </button>
        </footer>
      </article>
    </li>
  );
}
