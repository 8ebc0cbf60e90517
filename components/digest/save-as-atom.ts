import { atomFeed } from '../../lib/digest/atom';
import type { Digest } from '../../lib/digest/digest';
import { t } from '../../lib/i18n';
import { titleHref } from '../links';
import { saveFile } from '../save-file';
import { readEntries } from './entries';
import { reasonSentence } from './reason';

/** Hands these digests to the user as one Atom file. */
export async function saveAsAtom(digests: readonly Digest[]): Promise<void> {
  const read = await Promise.all(
    digests.map(async (digest) => ({ ...digest, entries: await readEntries(digest) })),
  );
  const told = read.map(({ date, madeAt, entries }) => ({
    date,
    madeAt,
    entries: entries.map(({ item, row: { paper } }) => ({
      paper,
      href: titleHref(paper),
      // Of the day it was told: nobody knows when the file is read.
      reason: reasonSentence(item, madeAt),
    })),
  }));
  const xml = atomFeed(told, t('digest_title'));
  saveFile(new Blob([xml], { type: 'application/atom+xml' }), 'offprint-digests.atom');
}
