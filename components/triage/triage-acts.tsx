import { t } from '../../lib/i18n';
import type { Decision } from '../../lib/triage/decision';

const DECISIONS = [
  ['skip', 'X'],
  ['later', 'L'],
  ['keep', 'S'],
] as const;

/** What can be done with the paper in front, each with its key; and the way back. */
export function TriageActs({
  ready,
  canUndo,
  last,
  onDecide,
  onTag,
  onOpen,
  onUndo,
}: {
  /** A paper is in front. */
  ready: boolean;
  canUndo: boolean;
  /** What was done last, in words. */
  last: string;
  onDecide: (decision: Decision) => void;
  onTag: () => void;
  /** Undefined: the paper has no link. */
  onOpen: (() => void) | undefined;
  onUndo: () => void;
}) {
  return (
    <footer className="triage-foot" id="triage-foot">
      <div className="triage-back">
        <Act name={t('undo')} letter="U" quiet disabled={!canUndo} onPress={onUndo} />
        <span className="triage-last" dir="auto">
          {last}
        </span>
      </div>
      <div className="triage-decide">
        {DECISIONS.map(([decision, letter]) => (
          <Act
            key={decision}
            name={t(`triage_${decision}`)}
            letter={letter}
            primary={decision === 'keep'}
            disabled={!ready}
            onPress={() => onDecide(decision)}
          />
        ))}
      </div>
      <div className="triage-more">
        <Act
          name={t('triage_read')}
          letter="E"
          quiet
          disabled={!ready}
          onPress={() => onDecide('read')}
        />
        <Act name={t('tag')} letter="T" id="triage-tag" quiet disabled={!ready} onPress={onTag} />
        <Act
          name={t('triage_open')}
          letter="O"
          quiet
          disabled={!onOpen}
          onPress={() => onOpen?.()}
        />
      </div>
    </footer>
  );
}

function Act({
  name,
  letter,
  id,
  primary = false,
  quiet = false,
  disabled,
  onPress,
}: {
  name: string;
  letter: string;
  id?: string;
  primary?: boolean;
  quiet?: boolean;
  disabled: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      id={id}
      className={`button triage-act${primary ? ' primary' : ''}${quiet ? ' quiet' : ''}`}
      aria-keyshortcuts={letter}
      // Not `disabled`: between two papers it would lose the keyboard.
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onPress()}
    >
      {name}
      <kbd aria-hidden="true">{letter}</kbd>
    </button>
  );
}
