import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  launch,
  readDatabase,
  startFixtureServer,
  tell,
  type Chrome,
  type FixtureServer,
  type Session,
} from '../e2e/browser';
import { evaluateModule } from '../e2e/browser/evaluate-module';
import { root } from '../../scripts/setup/root.mjs';
import { seedPapers } from './seed-papers';
import { brokenPromises } from './expected';
import type { Act, Soak } from './stream';

declare const soak: Soak;
declare const chrome: Chrome;

const LANES = 6;
const PAPERS = 300;
/** Rounds in one profile; each reads all that was ever written in it, so more would take ever longer. */
const ROUNDS_PER_PROFILE = 50;
const LONGEST_MS = 20_000;
const STREAM = join(root, 'tests/soak/stream.ts');

export interface Outcome {
  rounds: number;
  acknowledged: number;
  /** Sent, and cut off before the answer. */
  unanswered: number;
  /** How often the browser lost the whole database, and the second copy brought it back. */
  restored: number;
  /** Each in a sentence; empty where every promise was kept. */
  broken: string[];
}

/**
 * Kills a real browser again and again in the middle of saving and tagging, fifty times in one
 * profile, and compares what is there after each restart with what was acknowledged. Goes on until
 * both numbers are reached. A profile with something broken in it is kept, and named.
 */
export async function killRounds(
  atLeast: { rounds: number; acknowledged: number },
  seed: number,
  report: (line: string) => void = () => {},
): Promise<Outcome> {
  const network = await startFixtureServer();
  const random = seeded(seed);
  const outcome: Outcome = { rounds: 0, acknowledged: 0, unanswered: 0, restored: 0, broken: [] };
  const isDone = () =>
    outcome.broken.length > 0 ||
    (outcome.rounds >= atLeast.rounds && outcome.acknowledged >= atLeast.acknowledged);
  try {
    while (!isDone()) await killInOneProfile(network, random, outcome, isDone, report);
    return outcome;
  } finally {
    await network.close();
  }
}

/** Up to fifty rounds in a profile of their own, counted into `outcome`. */
async function killInOneProfile(
  network: FixtureServer,
  random: () => number,
  outcome: Outcome,
  isDone: () => boolean,
  report: (line: string) => void,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'offprint-kill-'));
  const acts: Act[] = [];
  const acknowledged = new Set<string>();
  let session: Session | undefined;
  let isWhole = false;
  try {
    session = await launch({ profile, network });
    const paperIds = await seedPapers(session, PAPERS);
    for (let round = 0; round < ROUNDS_PER_PROFILE && !isDone(); round++) {
      const lanes = makeLanes(paperIds, round, random);
      acts.push(...lanes.flat());
      const answered = await streamAndKill(session, lanes, 20 + random() * 180, random() * 40);
      for (const op of answered) acknowledged.add(op);
      session = await launch({ profile, network });
      if (await wasRestored(session)) outcome.restored++;
      const stored = await readDatabase(session);
      outcome.rounds++;
      outcome.acknowledged += new Set(answered).size;
      const written = new Set(stored.journal.map(({ groupId }) => groupId));
      outcome.unanswered += lanes
        .flat()
        .filter(({ op }) => written.has(op) && !acknowledged.has(op)).length;
      outcome.broken = brokenPromises(stored, acts, acknowledged);
      report(
        `round ${outcome.rounds}: ${answered.length} acknowledged, ${outcome.acknowledged} in all, ${stored.journal.length} written, ${outcome.restored} restored, ${outcome.broken.length} broken`,
      );
    }
    isWhole = outcome.broken.length === 0;
  } finally {
    await session?.close();
    if (isWhole) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    else report(`The profile is kept: ${profile}`);
  }
}

/** Waits until the worker has opened the database; answers whether it had to put it back. */
async function wasRestored(session: Session): Promise<boolean> {
  await tell(session, 'keepImport', { importId: 'no-such-import' });
  const worker = await session.worker();
  return worker.evaluate(async () => {
    const { restored } = await chrome.storage.local.get('restored');
    await chrome.storage.local.remove('restored');
    return restored !== undefined;
  });
}

/**
 * Runs the lanes from a page of ours and ends the browser by kill -9 a moment after so many answers,
 * in the middle of what follows. Answers the acts that were acknowledged.
 */
async function streamAndKill(
  session: Session,
  lanes: Act[][],
  answers: number,
  moment: number,
): Promise<string[]> {
  const page = await session.openExtension('popup.html');
  const answered: string[] = [];
  const enough = new Promise<void>((resolve) => {
    setTimeout(resolve, LONGEST_MS);
    // Heard outside the browser as it happens: what was said to the page dies with the page.
    page.on('console', (message) => {
      const op = /^acknowledged (\S+)$/.exec(message.text())?.[1];
      if (op && answered.push(op) >= answers) resolve();
    });
  });
  await evaluateModule(page, STREAM);
  await page.evaluate((lanes) => void soak.start(lanes), lanes);
  await enough;
  await new Promise((resolve) => setTimeout(resolve, moment));
  await session.kill();
  return answered;
}

/** Each lane has papers of its own, so that the order of its acts is the order of its papers' acts. */
function makeLanes(paperIds: readonly string[], round: number, random: () => number): Act[][] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: LANES }, (_, lane) => {
    const mine = paperIds.filter((_, i) => i % LANES === lane);
    return Array.from({ length: 400 }, (_, n): Act => {
      const kind = pick(['save', 'tag', 'tag', 'status', 'unsave'] as const);
      const tag = `t${round % 40}-${lane}-${Math.floor(random() * 5)}`;
      const value = kind === 'status' ? pick(['reading', 'read', 'archived']) : tag;
      return { op: `round${round}-lane${lane}-act${n}`, kind, paperId: pick(mine), value };
    });
  });
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
