import { useLiveQuery } from 'dexie-react-hooks';
import { DEFAULT_KEY_PATTERN, keyOf, type KeyedPaper } from '../../lib/citations/keys';
import { MAX_KEY_PATTERN } from '../../lib/cite-format';
import { db } from '../../lib/db/open';
import { t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import './citations.css';

// Where nothing is there to take an example from.
const EXAMPLE: KeyedPaper = {
  id: '',
  title: 'Attention Is All You Need',
  authors: ['Ashish Vaswani'],
  publishedAt: '2017-06-12',
  ids: ['arxiv:1706.03762'],
};

/** The pattern of citation keys, and beside it what it makes of a paper. */
export function KeyPattern({
  id,
  pattern,
  of,
  onChange,
}: {
  id: string;
  /** Empty: the usual one. */
  pattern: string;
  /** The paper to take for an example; the one saved last where none is named. */
  of?: PaperId | undefined;
  onChange: (pattern: string) => void;
}) {
  const paper = useLiveQuery(async () => {
    const first = of ?? (await db.library.orderBy('savedAt').reverse().limit(1).primaryKeys())[0];
    return (first && (await db.papers.get(first))) || EXAMPLE;
  }, [of]);
  return (
    <div className="key-pattern">
      <input
        id={id}
        className="field"
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_KEY_PATTERN}
        aria-describedby={`${id}-example ${id}-tokens`}
        placeholder={DEFAULT_KEY_PATTERN}
        value={pattern}
        onChange={(event) => onChange(event.target.value)}
      />
      <output id={`${id}-example`} htmlFor={id} className="key-example">
        {paper && t('export_key_example', keyOf(paper, pattern || DEFAULT_KEY_PATTERN))}
      </output>
      <p id={`${id}-tokens`} className="key-tokens">
        {t('export_key_tokens')}
      </p>
    </div>
  );
}
