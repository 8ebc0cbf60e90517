import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { importToUndo, lastImport } from '../../lib/db/last-import';
import { countTags } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import { t } from '../../lib/i18n';
import { useCite } from '../citations/use-cite';
import { HelpDialog } from '../help-dialog';
import { useKeys } from '../keys';
import { lazily } from '../lazily';
import { useUndo } from '../act';
import { RestoredNotice } from '../restored-notice';
import { TagEditor } from '../tag-editor';
import { useToast } from '../toast';
import { Detail } from './detail';
import { helpLines } from './help-lines';
import './library.css';
import { ListHead } from './list-head';
import { PaperList } from './paper-list';
import { formatPlace, viewPath } from './place';
import { Sidebar } from './sidebar';
import { useBulk } from './use-bulk';
import { useCursor } from './use-cursor';
import { useList } from './use-list';
import { usePlace } from './use-place';
import { usePicks } from './use-picks';
import { useQueue } from './use-queue';

const Duplicates = lazily(() => import('./duplicates/duplicates'), 'Duplicates');
const Statistics = lazily(() => import('./statistics/statistics'), 'Statistics');
const TagManager = lazily(() => import('./tags/tag-manager'), 'TagManager');
const ImportDialog = lazily(() => import('../citations/import-dialog'), 'ImportDialog');
const ExportDialog = lazily(() => import('../citations/export-dialog'), 'ExportDialog');
const ImportNotice = lazily(() => import('../citations/import-notice'), 'ImportNotice');

/** What lies over the library; `zotero` is the export with Zotero for its target. */
type Over = 'help' | 'import' | 'tags' | 'cite' | 'export' | 'zotero';

/** The library: views on the left, the list in the middle, the paper on the right. */
export function Library() {
  const [place, go] = usePlace();
  const [open, setOpen] = useState<Over>();
  const [ready, setReady] = useState(false);
  const onReady = useCallback(() => setReady(true), []);
  const onImport = useCallback(() => setOpen('import'), []);
  const onExport = useCallback(() => setOpen('export'), []);
  const imported = useLiveQuery(() => (ready ? lastImport(db) : undefined), [ready]);
  const tags = useLiveQuery(() => (ready ? countTags(db) : undefined), [ready]);
  const list = useList(place, ready);
  const picks = usePicks(list.ids);
  const cursor = useCursor(list.ids, place.paper, go);
  const targets = picks.ids.length > 0 ? picks.ids : place.paper ? [place.paper] : [];
  const bulk = useBulk(targets);
  const queue = useQueue(place, list.ids, targets);
  const undoAct = useUndo();
  const toast = useToast();
  const { format, copy } = useCite();
  const undo = async () => {
    const importId = await importToUndo(db);
    if (importId === undefined) undoAct();
    else await (await import('../citations/take-back')).takeBack(importId, toast);
  };
  const cite = {
    isOpen: open === 'cite',
    // Closing, it leaves alone what one of its entries opened.
    onOpenChange: (isOpen: boolean) =>
      setOpen((before) => (isOpen ? 'cite' : before === 'cite' ? undefined : before)),
    onExport: (to: 'file' | 'zotero') => setOpen(to === 'file' ? 'export' : 'zotero'),
  };

  const close = () => {
    if (picks.ids.length > 0) picks.clear();
    else if (place.paper) go({ paper: undefined });
    else go({ typed: '', inOrder: undefined });
    focusList();
  };
  const keys = {
    '/': () => document.getElementById('search')?.focus(),
    j: () => cursor.move(1),
    k: () => cursor.move(-1),
    s: () => void bulk.toggleSaved(),
    t: () => targets.length > 0 && setOpen('tags'),
    e: () => void bulk.toggleRead(),
    o: () => void bulk.open(),
    c: () => targets.length > 0 && setOpen('cite'),
    C: () => void copy(targets),
    u: () => void undo(),
    x: () => place.paper && picks.toggle(place.paper),
    '?': () => setOpen('help'),
    Escape: close,
  };
  useKeys(place.instead ? NO_KEYS : keys);

  useEffect(() => {
    document.title = t('library_title');
    focusList();
  }, []);

  return (
    <div className="library" data-paper={place.paper ? 'open' : undefined}>
      <Sidebar
        path={place.instead ?? viewPath(place.view)}
        address={formatPlace({ ...place, paper: undefined })}
        tags={tags}
        ready={ready}
        onImport={onImport}
        onExport={onExport}
      />
      {place.instead === 'duplicates' ? (
        <main className="panes is-one">
          <Suspense>
            <Duplicates onReady={onReady} />
          </Suspense>
        </main>
      ) : place.instead === 'statistics' ? (
        <main className="panes is-one">
          <Suspense>
            <Statistics
              onReady={onReady}
              onUndo={undo}
              onLeave={() => go({ instead: undefined })}
            />
          </Suspense>
        </main>
      ) : place.instead === 'tags' ? (
        <main className="panes">
          <Suspense>
            <TagManager
              onReady={onReady}
              onUndo={undo}
              onHelp={() => setOpen('help')}
              onLeave={() => go({ instead: undefined })}
            />
          </Suspense>
        </main>
      ) : (
        <main className="panes">
          <section className="list-pane" aria-label={t('library_list')}>
            {!place.paper && <h1 className="visually-hidden">{t('library_title')}</h1>}
            <RestoredNotice />
            {imported && (
              <Suspense>
                <ImportNotice importId={imported.id} papers={imported.papers} />
              </Suspense>
            )}
            <ListHead
              place={place}
              go={go}
              list={list}
              picks={picks}
              bulk={bulk}
              cite={cite}
              onTag={keys.t}
            />
            <PaperList
              place={place}
              list={list}
              picks={picks}
              cursor={cursor}
              queue={queue}
              keys={keys}
              onReady={onReady}
              onImport={onImport}
            />
          </section>
          <Detail
            key={place.paper}
            paperId={place.paper}
            hint={list.ids?.length ? t('paper_none') : ''}
            mark={list.mark}
            cite={picks.ids.length > 0 ? { ...cite, isOpen: false } : cite}
            onTag={() => setOpen('tags')}
            onOpen={(id) => go({ paper: id }, { push: true })}
            onClose={() => go({ paper: undefined })}
          />
        </main>
      )}
      {open === 'help' && (
        <HelpDialog
          lines={helpLines(place.instead === 'tags')}
          onClose={() => setOpen(undefined)}
        />
      )}
      <Suspense>
        {open === 'import' && <ImportDialog onClose={() => setOpen(undefined)} />}
        {(open === 'export' || open === 'zotero') && (
          <ExportDialog
            chosen={targets}
            listed={{
              place,
              ids: list.size === undefined || list.searching ? undefined : list.ids,
              total: list.total,
              tagNames: new Map(tags?.map(({ id, name }) => [id, name])),
            }}
            first={open === 'zotero' ? 'zotero' : format}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
      {open === 'tags' && (
        <TagEditor
          paperIds={targets}
          tags={bulk.tags}
          anchor={tagAnchor(picks.ids.length > 0)}
          onDone={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

const NO_KEYS = {};

function focusList(): void {
  document.getElementById('papers')?.focus({ preventScroll: true });
}

function tagAnchor(many: boolean): HTMLElement | null {
  return document.getElementById(many ? 'bulk-tag' : 'paper-tags');
}
