import type { BackupTable } from '../../../lib/backup/format';
import { BackupText } from '../../../lib/backup/write-backup';
import { titleKey } from '../../../lib/identity';
import { DEFAULT_SETTINGS } from '../../../lib/settings';

const WORDS =
  'agents attention benchmark causal decoding diffusion embedding evaluation feedback gradient graphs inference kernels language latent learning memory models noise optimal planning policy posterior prompts protein quantised reasoning retrieval reward robust sampling scaling search sparse speech synthetic tokens training transfer vision'.split(
    ' ',
  );

export const SEEN_AT = Date.UTC(2026, 5, 1);

/** The rows of a library of `count` saved papers, each seen twice, with abstracts of 1,300 letters. */
export function manyPapers(count: number): Record<BackupTable, object[]> {
  const rows: Record<BackupTable, object[]> = {
    papers: [],
    aliases: [],
    tags: [],
    library: [],
    sightings: [],
    trends: [],
    feedback: [],
    notified: [],
    digests: [],
    merges: [],
    distinct: [],
    journal: [],
  };
  const random = seeded(7);
  const words = (n: number) =>
    Array.from({ length: n }, () => WORDS[Math.floor(random() * WORDS.length)]!).join(' ');
  for (let t = 0; t < 40; t++)
    rows.tags.push({
      id: id('TAG', t),
      name: `Topic ${t}`,
      nameKey: `topic ${t}`,
      color: t % 8,
      createdAt: SEEN_AT,
    });
  for (let n = 0; n < count; n++) {
    const paperId = id('PAPER', n);
    const key = `arxiv:26${String(1 + (n % 12)).padStart(2, '0')}.${String(n).padStart(5, '0')}`;
    const title = `Paper number ${n} on ${words(6)}`;
    const at = SEEN_AT + n * 1000;
    const clock = `${at.toString(36).padStart(9, '0')}-00000-testdev1`;
    const entry = {
      paperId,
      savedAt: at,
      status: ['unread', 'reading', 'read', 'archived'][n % 4],
      tagIds: [id('TAG', n % 40)],
      note: n % 10 === 0 ? `Note ${n}` : '',
      clocks: { saved: clock },
    };
    rows.papers.push({
      id: paperId,
      title,
      titleKey: titleKey(title),
      authors: ['Ada Example', 'Bo Sample', `Cy Number${n}`],
      abstract: words(170),
      abstractFrom: 'arxiv',
      publishedAt: '2026-06-01',
      ids: [key],
      links: [{ rel: 'page', href: `https://arxiv.org/abs/${key.slice(6)}` }],
      versions: [],
      firstSite: 'arxiv',
      firstSeenAt: at,
      lastSeenAt: at,
    });
    rows.aliases.push({ key, paperId });
    rows.library.push(entry);
    for (const listing of ['https://arxiv.org/list/cs.AI/new', 'https://huggingface.co/papers'])
      rows.sightings.push({
        paperId,
        site: listing.includes('arxiv') ? 'arxiv' : 'hugging-face',
        listing,
        day: '2026-06-01',
        firstAt: at,
        lastAt: at,
        rank: 1 + (n % 60),
      });
    rows.journal.push({
      id: id('STEP', n),
      groupId: `group-${n}`,
      at,
      device: 'testdev1',
      clock,
      entity: 'library',
      entityId: paperId,
      field: 'saved',
      before: null,
      after: entry,
    });
  }
  return rows;
}

/** The same rows as a backup file. */
export async function backupOf(rows: Record<BackupTable, object[]>): Promise<string> {
  const counts = Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, list.length]),
  );
  const text = new BackupText({ madeAt: SEEN_AT, counts, settings: DEFAULT_SETTINGS });
  for (const [name, list] of Object.entries(rows)) text.add(name as BackupTable, list);
  return (await text.finish()).text();
}

function id(kind: string, n: number): string {
  return `${kind}${String(n).padStart(22, '0')}`.slice(-26);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
