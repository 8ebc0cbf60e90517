import { useRef, useState } from 'react';
import { exportBackup } from '../../lib/db/export';
import { db } from '../../lib/db/open';
import { plural, t } from '../../lib/i18n';
import { localDay } from '../../lib/paper';
import type { Settings } from '../../lib/settings';
import { saveFile } from '../save-file';
import { sentence } from '../sentence';

export interface Export {
  /** While it runs. */
  progress?: { done: number; of: number } | undefined;
  /** What came of the last one. */
  said?: string | undefined;
  start(): void;
  cancel(): void;
}

/** Exports a complete backup into a file. */
export function useExport(settings: Settings): Export {
  const [progress, setProgress] = useState<Export['progress']>();
  const [said, setSaid] = useState<string>();
  const running = useRef<AbortController>(undefined);

  const run = async (signal: AbortSignal) => {
    const now = Date.now();
    const { file, papers } = await exportBackup(db, {
      settings,
      now,
      signal,
      onProgress: (done, of) => setProgress({ done, of }),
    });
    const name = `offprint-${localDay(now)}.json`;
    saveFile(file, name);
    return plural('settings_export_done', papers, name);
  };

  return {
    progress,
    said,
    start() {
      const abort = new AbortController();
      running.current = abort;
      setSaid(undefined);
      setProgress({ done: 0, of: 0 });
      run(abort.signal)
        .catch((error: unknown) =>
          abort.signal.aborted ? t('settings_export_cancelled') : sentence(error),
        )
        .then((words) => {
          setSaid(words);
          setProgress(undefined);
        });
    },
    cancel: () => running.current?.abort(),
  };
}
