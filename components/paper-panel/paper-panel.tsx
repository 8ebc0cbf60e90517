import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { plural, t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { send } from '../../lib/send';
import type { Settings } from '../../lib/settings';
import { useAct } from '../act';
import { titleHref } from '../links';
import { partOfPaper } from '../part-of-paper';
import { BackupReminder } from '../backup-reminder';
import { RestoredNotice } from '../restored-notice';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { SearchNote } from '../search-note';
import { useSearch } from '../use-search';
import { useSettings } from '../use-settings';
import { Footer } from './footer';
import { Notice } from '../notice';
import { type Opening, type ViewId } from './opening';
import { loadOverlays, Overlays, type Overlay, type OverlayActs } from './overlays';
import { PageNotices } from './page-notices';
import { PanelEmpty } from './panel-empty';
import { PaperList, type ListHandle } from './paper-list';
import './paper-panel.css';
import { PaperRowView } from './paper-row';
import type { RowActs } from './row-acts';
import { SearchBox } from './search-box';
import { TrendingHead } from './trending-head';
import { usePainted } from './use-painted';
import { usePanelKeys } from './use-panel-keys';
import { useSavedIds } from './use-saved-ids';
import { useTab } from './use-tab';
import { triageOf } from './triage-of';
import { useTrending } from './use-trending';
import { useUnsaved } from './use-unsaved';
import { ViewTabs } from './view-tabs';

/** The app of popup and side panel: this page, what is trending, the reading list. */
export function PaperPanel({ opening }: { opening: Opening }) {
  const [now] = useState(() => Date.now());
  const [picked, setPicked] = useState<ViewId>();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState<PaperId>();
  const [open, setOpen] = useState<PaperId>();
  const [overlay, setOverlay] = useState<Overlay>();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);

  const settings = useSettings();
  const tab = useTab(opening.tab);
  const { page } = tab;
  const view = picked ?? (page ? 'page' : 'list');
  const painted = usePainted();
  const saved = useSavedIds(opening, painted);
  const trending = useTrending(painted || view === 'trending');
  const ids = {
    page: page?.paperIds ?? NO_IDS,
    trending: trending?.ids,
    list: saved.ids,
  }[view];
  const found = useSearch(ids, typed, 'best');
  const unsavedNew = useUnsaved(page?.newIds);
  const newIds = useMemo(() => new Set(view === 'page' ? unsavedNew : []), [view, unsavedNew]);

  const toast = useToast();
  const act = useAct();
  const changeSettings = useCallback(
    (patch: Partial<Settings>) =>
      void send('saveSettings', patch).catch((error: unknown) =>
        toast({ text: sentence(error), tone: 'error' }),
      ),
    [toast],
  );
  const editNote = useCallback((id: PaperId) => {
    // Drawn at once: what is typed next is the note.
    flushSync(() => setOpen(id));
    const field = partOfPaper(id, '.note');
    if (field) field.focus();
    else partOfPaper(id, '.note-edit')?.click();
  }, []);

  const rowActs = useMemo<RowActs>(
    () => ({
      activate: setActive,
      toggle: (id) => setOpen((before) => (before === id ? undefined : id)),
      save: (id) => void act('savePapers', { paperIds: [id] }, plural('said_saved', 1)),
      openMenu: ({ paper }, anchor) => setOverlay({ kind: 'menu', id: paper.id, anchor }),
      editTags: ({ paper }, anchor) => setOverlay({ kind: 'tags', id: paper.id, anchor }),
    }),
    [act],
  );
  const overlayActs = useMemo<OverlayActs>(
    () => ({ open: setOverlay, close: () => setOverlay(undefined), editNote, changeSettings }),
    [editNote, changeSettings],
  );

  useEffect(() => {
    const timer = setTimeout(loadOverlays, OVERLAYS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const move = usePanelKeys({
    ids: found.ids,
    active,
    covered: overlay !== undefined,
    list,
    search,
    onActive: setActive,
    onView: setPicked,
    onHelp: () => setOverlay({ kind: 'help' }),
    editNote,
    rowActs,
    titleOpens: settings?.titleOpens,
  });

  return (
    <div className="panel">
      <header className="panel-head">
        <h1 className="visually-hidden">{t('product')}</h1>
        <SearchBox
          ref={search}
          value={typed}
          placeholder={t(`search_${view}`)}
          onChange={setTyped}
          onLeave={() => move(active && found.ids?.includes(active) ? 0 : 1)}
        />
        <SearchNote typed={typed} found={found} />
        <ViewTabs<ViewId>
          views={[
            { id: 'page', name: t('view_page'), count: page?.paperIds.length ?? 0 },
            { id: 'trending', name: t('view_trending'), count: trending?.ids.length },
            { id: 'list', name: t('view_list'), count: saved.count },
          ]}
          current={view}
          panel="panel-papers"
          onChange={setPicked}
        />
      </header>
      <main className="panel-body">
        <div
          id="panel-papers"
          className="panel-view"
          role="tabpanel"
          aria-label={t(`view_${view}`)}
        >
          <RestoredNotice />
          {settings?.paused && (
            <Notice text={t('paused')}>
              <button
                type="button"
                className="button"
                onClick={() => changeSettings({ paused: false })}
              >
                {t('resume')}
              </button>
            </Notice>
          )}
          {view === 'page' && page && !typed && <PageNotices page={page} />}
          {view === 'trending' && trending?.date && settings && (
            <TrendingHead date={trending.date} digest={settings.digest} now={now} />
          )}
          <PaperList
            key={view}
            ref={list}
            ids={found.ids}
            active={active}
            label={t(`view_${view}`)}
            busy={found.searching}
            opening={!picked && view === opening.view ? opening.rows : undefined}
            empty={
              <PanelEmpty
                view={view}
                typed={typed}
                tab={tab}
                trending={trending}
                settings={settings}
                onClear={() => setTyped('')}
                onSettings={changeSettings}
              />
            }
          >
            {(row, place) => (
              <PaperRowView
                row={row}
                place={place}
                href={titleHref(row.paper, settings?.titleOpens)}
                mark={found.mark}
                trend={view === 'trending' ? trending?.trends.get(row.paper.id) : undefined}
                isNew={newIds.has(row.paper.id)}
                isActive={row.paper.id === active}
                isOpen={row.paper.id === open}
                now={now}
                acts={rowActs}
              />
            )}
          </PaperList>
        </div>
      </main>
      <BackupReminder />
      <Footer
        newCount={view === 'page' ? newIds.size : 0}
        triage={ids && ids.length > 0 ? triageOf(view, tab, trending) : undefined}
        onSaveAll={() =>
          void act('savePapers', { paperIds: [...newIds] }, plural('said_saved', newIds.size))
        }
        onPause={(anchor) => setOverlay({ kind: 'pause', anchor })}
        onHelp={() => setOverlay({ kind: 'help' })}
      />
      <Overlays overlay={overlay} settings={settings} url={tab.url} acts={overlayActs} />
    </div>
  );
}

const OVERLAYS_AFTER_MS = 400;
const NO_IDS: readonly PaperId[] = [];
