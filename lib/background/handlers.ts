import { keepBoth, mergeByHand, splitMerge } from '../db/duplicates';
import { giveFeedback } from '../db/feedback';
import { savePapers, setNote, setStatus, tagPapers, unsavePapers } from '../db/library';
import type { Ack, Act } from '../db/journal';
import { mergeTags } from '../db/merge-tags';
import { orderPapers } from '../db/order';
import { deleteTags, recolorTag, renameTag } from '../db/tags';
import { resave, touchedBy, undo } from '../db/undo';
import type { PaperId } from '../paper';
import { addPapers } from './add-papers';
import { answerFill } from './answer-fill';
import { aside } from './aside';
import { decide } from './decide';
import { readDigest } from './digest-news';
import { deleteEverything, forget } from './forget';
import { cancel, commit, keep, revert, stage } from './import';
import { reportListing } from './listings';
import type { Handlers } from './receive';
import { askForPdfs, endPdfs, freeRemoved, giveBackPdfs, takeAwayPdfs } from './pdf-acts';
import { hideRestored } from './restore';
import { readTab, scanTab } from './scan-tab';
import { changeSettings } from './settings';
import { noteSnapshot, saveSnapshot } from './snapshots';
import { tellListings } from './tell-listings';
import type { Worker } from './worker';
import { askZotero, sendToZotero } from './zotero';

/** What each message does. */
export const handlers: Handlers = {
  reportListing: { from: 'listing', run: reportListing },
  savePapers: {
    from: 'listing',
    run: (worker, edit) =>
      changing(worker, edit, (act) => savePapers(worker.db, act, edit.paperIds)),
  },
  unsavePapers: {
    from: 'listing',
    run: (worker, edit) =>
      changing(worker, edit, (act) => unsavePapers(worker.db, act, edit.paperIds)),
  },
  tagPapers: {
    from: 'listing',
    run: (worker, edit) => changing(worker, edit, (act) => tagPapers(worker.db, act, edit)),
  },
  resavePapers: {
    from: 'listing',
    run: (worker, edit) => changing(worker, edit, (act) => resave(worker.db, act, edit.unsaved)),
  },
  answerFill: { from: 'listing', run: answerFill },
  setStatus: {
    from: 'page',
    run: (worker, edit) =>
      changing(worker, edit, (act) => setStatus(worker.db, act, edit.paperIds, edit.status)),
  },
  orderPapers: {
    from: 'page',
    run: (worker, { paperIds, after, ...edit }) =>
      changing(worker, edit, (act) => orderPapers(worker.db, act, paperIds, after)),
  },
  setNote: {
    from: 'page',
    run: (worker, edit) =>
      changing(worker, edit, (act) => setNote(worker.db, act, edit.paperId, edit.note)),
  },
  renameTag: {
    from: 'page',
    run: (worker, edit) =>
      changing(worker, edit, (act) => renameTag(worker.db, act, edit.tagId, edit.name)),
  },
  recolorTag: {
    from: 'page',
    run: (worker, edit) =>
      changing(worker, edit, (act) => recolorTag(worker.db, act, edit.tagId, edit.color)),
  },
  mergeTags: {
    from: 'page',
    run: (worker, edit) =>
      changing(worker, edit, (act) => mergeTags(worker.db, act, edit.tagIds, edit.into)),
  },
  deleteTags: {
    from: 'page',
    run: (worker, edit) => changing(worker, edit, (act) => deleteTags(worker.db, act, edit.tagIds)),
  },
  mergePapers: {
    from: 'page',
    run: (worker, { op, from, to }) =>
      changing(worker, { op, paperIds: [from, to] }, (act) =>
        mergeByHand(worker.db, act, from, to),
      ),
  },
  keepBoth: {
    from: 'page',
    run: (worker, { op, paperIds }) =>
      changing(worker, { op }, (act) => keepBoth(worker.db, act, ...paperIds)),
  },
  undoMerge: {
    from: 'page',
    run: (worker, edit) =>
      changing(worker, edit, (act) => splitMerge(worker.db, act, edit.mergeId)),
  },
  undo: {
    from: 'page',
    run: (worker, edit) => changing(worker, edit, (act) => undo(worker.db, act, edit.group)),
  },
  stageImport: { from: 'page', run: stage },
  commitImport: { from: 'page', run: commit },
  revertImport: { from: 'page', run: (worker, { importId }) => revert(worker, importId) },
  keepImport: { from: 'page', run: (worker, { importId }) => keep(worker, importId) },
  cancelImport: { from: 'page', run: (worker, { importId }) => cancel(worker, importId) },
  forget: { from: 'page', run: forget },
  undoForget: { from: 'page', run: (worker, { op }) => revert(worker, op) },
  deleteEverything: { from: 'page', run: deleteEverything },
  keepPdfs: { from: 'page', run: (worker, { paperIds }) => askForPdfs(worker, paperIds) },
  cancelPdfs: { from: 'page', run: (worker, { paperIds }) => endPdfs(worker, paperIds) },
  removePdfs: { from: 'page', run: (worker, { paperIds }) => takeAwayPdfs(worker, paperIds) },
  putBackPdfs: { from: 'page', run: (worker, { paperIds }) => giveBackPdfs(worker, paperIds) },
  dropRemovedPdfs: { from: 'page', run: freeRemoved },
  giveFeedback: {
    from: 'page',
    run: async (worker, said) => {
      await giveFeedback(worker.db, said, worker.now());
      await worker.copy.settled();
      return null;
    },
  },
  readDigest: { from: 'page', run: readDigest },
  saveSnapshot: { from: 'page', run: saveSnapshot },
  noteSnapshot: { from: 'page', run: noteSnapshot },
  hideRestored: { from: 'page', run: hideRestored },
  saveSettings: { from: 'page', run: changeSettings },
  scanTab: { from: 'page', run: (worker, { tabId }) => scanTab(worker, tabId) },
  readTab: { from: 'page', run: (worker, { tabId }) => readTab(worker, tabId) },
  askZotero: { from: 'page', run: askZotero },
  sendToZotero: { from: 'page', run: (worker, said) => sendToZotero(worker, said) },
  addPapers: { from: 'page', run: addPapers },
};

async function changing<A extends Ack>(
  worker: Worker,
  { op, paperIds }: { op: string; paperIds?: readonly PaperId[] },
  change: (act: Act) => Promise<A>,
): Promise<A> {
  const ack = await decide(worker, op, change);
  // Not awaited: the sender has its answer as soon as the change is on the disk. Told also where it
  // was there already: the worker that made it may have been stopped before it could tell.
  aside(tellOf(worker, ack.op, paperIds));
  return ack;
}

// The papers that were asked for too: a page that asks for what is so already shows them wrongly.
async function tellOf(
  worker: Worker,
  op: string,
  paperIds: readonly PaperId[] = [],
): Promise<void> {
  await tellListings(worker, [...(await touchedBy(worker.db, op)), ...paperIds], op);
}
