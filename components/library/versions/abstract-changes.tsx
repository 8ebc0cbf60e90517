import { Suspense, useState, type ReactNode } from 'react';
import { abstractChange, toldVersions } from '../../../lib/db/version-read';
import { t } from '../../../lib/i18n';
import type { LibraryEntry, Paper } from '../../../lib/paper';
import { lazily } from '../../lazily';

const AbstractDiff = lazily(() => import('./abstract-diff'), 'AbstractDiff');

/** The abstract, and over it what changed since it was read, where several versions are known. */
export function AbstractChanges({
  paper,
  entry,
  children,
}: {
  paper: Paper;
  entry: LibraryEntry | undefined;
  /** The abstract as it is now. */
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const versions = toldVersions(paper);
  const [first, last] = [versions.at(-2), versions.at(-1)];
  if (!first || !last) return children;
  const change = abstractChange(paper, entry);
  return (
    <>
      <p className="abstract-changed" data-changed={change ? true : undefined}>
        {change && <span>{t('abstract_changed', change.to, change.read)} · </span>}
        <button
          type="button"
          className="text-button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'diff_hide' : change ? 'diff_show' : 'diff_compare')}
        </button>
      </p>
      {open ? (
        <Suspense fallback={children}>
          <AbstractDiff
            versions={versions}
            from={change?.from ?? first.version}
            to={change?.to ?? last.version}
          />
        </Suspense>
      ) : (
        children
      )}
    </>
  );
}
