import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense } from 'react';
import { paperRows } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';
import type { Settings } from '../../lib/settings';
import { lazily } from '../lazily';
import { helpLines } from './help-lines';

const loadTagEditor = () => import('../tag-editor');
const loadRowMenu = () => import('./row-menu');
const TagEditor = lazily(loadTagEditor, 'TagEditor');
const RowMenu = lazily(loadRowMenu, 'RowMenu');
const HelpDialog = lazily(() => import('../help-dialog'), 'HelpDialog');
const PauseMenu = lazily(() => import('./pause-menu'), 'PauseMenu');

/** What lies over the panel, one at a time; its code is loaded after the panel. */
export type Overlay =
  | { kind: 'menu' | 'tags'; id: PaperId; anchor: HTMLElement }
  | { kind: 'pause'; anchor: HTMLElement }
  | { kind: 'help' };

/** Loads what is used most, so that it opens at once. */
export function loadOverlays(): void {
  void loadTagEditor();
  void loadRowMenu();
}

export interface OverlayActs {
  open(overlay: Overlay): void;
  close(): void;
  editNote(id: PaperId): void;
  changeSettings(patch: Partial<Settings>): void;
}

export function Overlays({
  overlay,
  settings,
  url,
  acts,
}: {
  overlay: Overlay | undefined;
  settings: Settings | undefined;
  /** The address in the tab. */
  url: string | undefined;
  acts: OverlayActs;
}) {
  if (!overlay) return null;
  return (
    <Suspense>
      {overlay.kind === 'help' && <HelpDialog lines={helpLines()} onClose={acts.close} />}
      {overlay.kind === 'pause' && settings && (
        <PauseMenu
          settings={settings}
          url={url}
          anchor={overlay.anchor}
          onChange={acts.changeSettings}
          onClose={acts.close}
        />
      )}
      {(overlay.kind === 'menu' || overlay.kind === 'tags') && (
        <RowOverlay key={overlay.id} {...overlay} acts={acts} />
      )}
    </Suspense>
  );
}

function RowOverlay({
  kind,
  id,
  anchor,
  acts,
}: {
  kind: 'menu' | 'tags';
  id: PaperId;
  anchor: HTMLElement;
  acts: OverlayActs;
}) {
  const row = useLiveQuery(async () => (await paperRows(db, [id]))[0], [id]);
  if (!row) return null;
  if (kind === 'tags')
    return (
      <TagEditor
        paperIds={[id]}
        tags={row.tags}
        anchor={anchor}
        returnTo={anchor.closest<HTMLElement>('.row')}
        onDone={acts.close}
      />
    );
  return (
    <RowMenu
      row={row}
      anchor={anchor}
      onTags={() => acts.open({ kind: 'tags', id, anchor })}
      onNote={() => acts.editNote(id)}
      onClose={acts.close}
    />
  );
}
