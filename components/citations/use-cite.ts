import { useCallback } from 'react';
import type { CiteFormat } from '../../lib/cite-format';
import { plural, t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { send } from '../../lib/send';
import { useToast } from '../toast';
import { useSettings } from '../use-settings';
import { sentence } from '../sentence';

export interface Cite {
  /** What was copied last. */
  format: CiteFormat;
  /** Copies citations, in the last format where none is named, and remembers the format. */
  copy(ids: readonly PaperId[], format?: CiteFormat): Promise<void>;
}

/** Copying citations to the clipboard; what it takes is loaded with the first one. */
export function useCite(): Cite {
  const toast = useToast();
  const settings = useSettings();
  const { citeAs = 'bibtex', keyPattern = '' } = settings ?? {};
  // Of a backup or an older version: a page is no text to paste.
  const last = citeAs === 'html' ? 'bibtex' : citeAs;
  const copy = useCallback(
    async (ids: readonly PaperId[], format: CiteFormat = last) => {
      if (ids.length === 0) return;
      try {
        const { copyText } = await import('./copy-text');
        const text = await copyText(ids, format, keyPattern);
        try {
          await navigator.clipboard.writeText(text);
        } catch {
          toast({ text: t('cite_no_clipboard'), tone: 'error' });
          return;
        }
        toast({ text: plural('cite_copied', ids.length, t(`format_${format}`)) });
        if (format !== citeAs) await send('saveSettings', { citeAs: format });
      } catch (error) {
        toast({ text: sentence(error), tone: 'error' });
      }
    },
    [toast, last, citeAs, keyPattern],
  );
  return { format: last, copy };
}
