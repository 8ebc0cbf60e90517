import { savePapers, setNote, setStatus, tagPapers, unsavePapers } from '../db/library';
import type { Ack, Act } from '../db/journal';
import { deleteTag, recolorTag, renameTag } from '../db/tags';
import { resave, touchedBy, undo } from '../db/undo';
import { addPapers } from './add-papers';
import { answerFill } from './answer-fill';
import { aside } from './aside';
import { decide } from './decide';
import { deleteEverything, forget } from './forget';
import { cancel, commit, keep, revert, stage } from './import';
import { reportListing } from './listings';
import type { Handlers } from './receive';
import { hideRestored } from './restore';
import { readTab, scanTab } from './scan-tab';
import { changeSettings } from './settings';
import { tellListings } from './tell-listings';
import type { Worker } from './worker';

/** What each message does. */
export const handlers: Handlers = {
  reportListing: { from: 'listing', run: reportListing },
  savePapers: {
    from: 'listing',
    run: (worker, { op, paperIds }) =>
      changing(worker, op, (act) => savePapers(worker.db, act, paperIds)),
  },
  unsavePapers: {
    from: 'listing',
    run: (worker, { op, paperIds }) =>
      changing(worker, op, (act) => unsavePapers(worker.db, act, paperIds)),
  },
  tagPapers: {
    from: 'listing',
    run: (worker, { op, ...edit }) =>
      changing(worker, op, (act) => tagPapers(worker.db, act, edit)),
  },
  resavePapers: {
    from: 'listing',
    run: (worker, { op, unsaved }) =>
      changing(worker, op, (act) => resave(worker.db, act, unsaved)),
  },
  answerFill: { from: 'listing', run: answerFill },
  setStatus: {
    from: 'page',
    run: (worker, { op, paperIds, status }) =>
      changing(worker, op, (act) => setStatus(worker.db, act, paperIds, status)),
  },
  setNote: {
    from: 'page',
    run: (worker, { op, paperId, note }) =>
      changing(worker, op, (act) => setNote(worker.db, act, paperId, note)),
  },
  renameTag: {
    from: 'page',
    run: (worker, { op, tagId, name }) =>
      changing(worker, op, (act) => renameTag(worker.db, act, tagId, name)),
  },
  recolorTag: {
    from: 'page',
    run: (worker, { op, tagId, color }) =>
      changing(worker, op, (act) => recolorTag(worker.db, act, tagId, color)),
  },
  deleteTag: {
    from: 'page',
    run: (worker, { op, tagId }) => changing(worker, op, (act) => deleteTag(worker.db, act, tagId)),
  },
  undo: {
    from: 'page',
    run: (worker, { op, group }) => changing(worker, op, (act) => undo(worker.db, act, group)),
  },
  stageImport: { from: 'page', run: stage },
  commitImport: { from: 'page', run: commit },
  revertImport: { from: 'page', run: (worker, { importId }) => revert(worker, importId) },
  keepImport: { from: 'page', run: (worker, { importId }) => keep(worker, importId) },
  cancelImport: { from: 'page', run: (worker, { importId }) => cancel(worker, importId) },
  forget: { from: 'page', run: forget },
  undoForget: { from: 'page', run: (worker, { op }) => revert(worker, op) },
  deleteEverything: { from: 'page', run: deleteEverything },
  hideRestored: { from: 'page', run: hideRestored },
  saveSettings: { from: 'page', run: changeSettings },
  scanTab: { from: 'page', run: (worker, { tabId }) => scanTab(worker, tabId) },
  readTab: { from: 'page', run: (worker, { tabId }) => readTab(worker, tabId) },
  addPapers: { from: 'page', run: addPapers },
};

async function changing<A extends Ack>(
  worker: Worker,
  op: string,
  change: (act: Act) => Promise<A>,
): Promise<A> {
  const ack = await decide(worker, op, change);
  // Not awaited: the sender has its answer as soon as the change is on the disk. Told also where it
  // was there already: the worker that made it may have been stopped before it could tell.
  aside(tellOf(worker, ack.op));
  return ack;
}

async function tellOf(worker: Worker, op: string): Promise<void> {
  const ids = await touchedBy(worker.db, op);
  if (ids.length > 0) await tellListings(worker, ids);
}
