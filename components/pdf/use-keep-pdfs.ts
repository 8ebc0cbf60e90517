import { useCallback } from 'react';
import { browser } from 'wxt/browser';
import { plural, t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { MAX_PDFS_AT_ONCE, originOf } from '../../lib/pdf-address';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';

/**
 * Keeps PDFs: asks the user once for all hosts they come from, then the worker. To be called
 * straight from a click, or the browser does not ask.
 */
export function useKeepPdfs(): (addresses: ReadonlyMap<PaperId, string>) => Promise<void> {
  const toast = useToast();
  return useCallback(
    async (addresses) => {
      if (addresses.size > MAX_PDFS_AT_ONCE)
        return toast({ text: t('pdf_too_many', MAX_PDFS_AT_ONCE), tone: 'error' });
      const origins = [...new Set([...addresses.values()].map(originOf))];
      try {
        // A no is no error: what may be read already is kept all the same.
        await browser.permissions.request({ origins });
        const { without } = await send('keepPdfs', { paperIds: [...addresses.keys()] });
        const hosts = origins.map((origin) => new URL(origin).host).join(', ');
        if (without > 0) toast({ text: plural('pdf_not_allowed', without, hosts) });
      } catch (error) {
        toast({ text: sentence(error), tone: 'error' });
      }
    },
    [toast],
  );
}
