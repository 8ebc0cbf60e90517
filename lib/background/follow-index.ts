import { inTurn } from '../in-turn';
import { aside } from './aside';
import type { Worker } from './worker';

/** So soon after a change it is in the index; what follows it at once is taken along. */
const SOON_MS = 300;

type World = Pick<Worker, 'db' | 'index'>;

/** Lets the search index follow every change of the papers from now on, a moment after it. */
export function followIndex(world: World): void {
  const turn = inTurn<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  world.db.onDirty = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      aside(turn(() => catchUpIndex(world)));
    }, SOON_MS);
  };
}

/** Takes into the index what is left of an earlier life of the worker, or all where it is wrong. */
export async function mendIndex({ db, index }: World): Promise<void> {
  await index.check();
  if ((await db.dirty.count()) > 0) db.onDirty();
}

/** What is to be done once a day: nothing forgotten is left in the index, and it is right. */
export async function tidyIndex({ db, index }: World): Promise<void> {
  await index.purge();
  if (await index.check(true)) db.onDirty();
}

async function catchUpIndex({ index }: World): Promise<void> {
  // Whoever waits for the worker has a turn between two steps.
  while (await index.step()) await new Promise((resolve) => setTimeout(resolve));
}
