import { browser } from 'wxt/browser';
import { plural, t } from '../../lib/i18n';
import { IconButton } from '../icon-button';
import { HelpIcon, LibraryIcon, PauseIcon, SettingsIcon } from '../icons';

/** The line at the bottom: save all that is new; the library, pause, settings, help. */
export function Footer({
  newCount,
  triage,
  onSaveAll,
  onPause,
  onHelp,
}: {
  newCount: number;
  /** Where the papers of this view are triaged; undefined where there are none. */
  triage: string | undefined;
  onSaveAll: () => void;
  onPause: (anchor: HTMLElement) => void;
  onHelp: () => void;
}) {
  return (
    <footer className="panel-foot">
      {newCount > 0 && (
        <button type="button" className="button primary" onClick={onSaveAll}>
          {plural('save_all_new', newCount)}
        </button>
      )}
      <span className="panel-foot-rest">
        {triage && (
          <a className="button quiet" href={triage} target="_blank" title={t('triage_hint')}>
            {t('triage')}
          </a>
        )}
        <a className="button quiet" href="/library.html" target="_blank">
          <LibraryIcon />
          {t('library')}
        </a>
        <IconButton
          label={t('pause')}
          aria-haspopup="menu"
          onClick={(event) => onPause(event.currentTarget)}
        >
          <PauseIcon />
        </IconButton>
        <IconButton label={t('settings')} onClick={() => void browser.runtime.openOptionsPage()}>
          <SettingsIcon />
        </IconButton>
        <IconButton label={t('help')} onClick={onHelp}>
          <HelpIcon />
        </IconButton>
      </span>
    </footer>
  );
}
