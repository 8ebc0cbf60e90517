import { useMemo, useState } from 'react';
import type { ToldVersion } from '../../../lib/db/version-read';
import { t } from '../../../lib/i18n';
import { wordDiff, type Run } from './word-diff';
import './versions.css';

/** The abstracts of two versions in one: what went is struck out, what came is underlined. */
export function AbstractDiff({
  versions,
  from,
  to,
}: {
  versions: readonly ToldVersion[];
  /** The versions that are compared to begin with. */
  from: number;
  to: number;
}) {
  const [pair, setPair] = useState({ from, to });
  const abstractOf = (version: number) =>
    versions.find((each) => each.version === version)?.abstract ?? '';
  const [before, after] = [abstractOf(pair.from), abstractOf(pair.to)];
  const runs = useMemo(() => wordDiff(before, after), [before, after]);
  const choice = (side: 'from' | 'to') => (
    <select
      className="sort"
      aria-label={t(`diff_${side}`)}
      value={pair[side]}
      onChange={(event) => setPair({ ...pair, [side]: Number(event.target.value) })}
    >
      {versions.map(({ version }) => (
        <option key={version} value={version}>
          {t('version', version)}
        </option>
      ))}
    </select>
  );
  return (
    <>
      <p className="diff-pair">
        {choice('from')} → {choice('to')}
      </p>
      <p className="abstract" dir="auto">
        {runs.map((run, i) => (
          <Marked key={i} run={run} />
        ))}
      </p>
    </>
  );
}

function Marked({ run: { text, kind } }: { run: Run }) {
  if (kind === 'same') return text;
  const said = <span className="visually-hidden">{t(`diff_${kind}`)} </span>;
  return kind === 'inserted' ? (
    <ins>
      {said}
      {text}
    </ins>
  ) : (
    <del>
      {said}
      {text}
    </del>
  );
}
