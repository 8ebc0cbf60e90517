import { useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { CiteFormat } from '../../lib/cite-format';
import { plural, t } from '../../lib/i18n';
import { localDay } from '../../lib/paper';
import { saveFile } from '../save-file';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import type { Scope } from './scopes';
import { sendToZotero, ZOTERO_ORIGIN } from './send-to-zotero';
import { writeFile } from './write-file';

export type ExportState =
  { at: 'start'; said?: string; offersRis?: boolean } | { at: 'running'; done: number; of: number };

export interface Export {
  state: ExportState;
  download(scope: Scope, format: CiteFormat, pattern: string): void;
  zotero(scope: Scope, pattern: string): void;
  cancel(): void;
}

/** Writes papers into a file, or hands them to Zotero; `onDone` once all of them are out. */
export function useExport(onDone: () => void): Export {
  const toast = useToast();
  const [state, setState] = useState<ExportState>({ at: 'start' });
  const running = useRef<AbortController>(undefined);

  const run = (scope: Scope, work: (signal: AbortSignal) => Promise<ExportState | undefined>) => {
    const abort = new AbortController();
    running.current = abort;
    setState({ at: 'running', done: 0, of: scope.ids.length });
    work(abort.signal)
      .catch((error: unknown): ExportState => ({
        at: 'start',
        said: abort.signal.aborted ? t('export_cancelled') : sentence(error),
      }))
      .then((after) => {
        if (after) setState(after);
        else onDone();
      });
  };
  const onProgress = (done: number, of: number) => setState({ at: 'running', done, of });

  return {
    state,
    download: (scope, format, pattern) =>
      run(scope, async (signal) => {
        const options = { format, pattern, heading: scope.name, onProgress, signal };
        const { file, extension, papers } = await writeFile(scope.ids, options);
        const name = `offprint-${localDay(Date.now())}.${extension}`;
        saveFile(file, name);
        toast({ text: plural('export_done', papers, name) });
        return undefined;
      }),
    // The browser's question comes straight from the click.
    zotero: (scope, pattern) => {
      const asked = browser.permissions.request({ origins: [ZOTERO_ORIGIN] });
      run(scope, async (signal) => {
        if (!(await asked)) return { at: 'start', said: t('zotero_denied'), offersRis: true };
        const { answer, sent } = await sendToZotero(scope.ids, { pattern, onProgress, signal });
        if (answer !== 'done') {
          const before = sent > 0 ? ` ${plural('zotero_before', sent)}` : '';
          return { at: 'start', said: t(`zotero_${answer}`) + before, offersRis: true };
        }
        toast({ text: plural('zotero_done', sent) });
        return undefined;
      });
    },
    cancel: () => running.current?.abort(),
  };
}
