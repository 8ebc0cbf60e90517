import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n';
import type { HelpLine } from '../help-dialog';
import { helpLines } from '../paper-panel/help-lines';
import { Row, Section, Sheet } from './section';

/** The keys, and where the browser's own shortcuts are changed. */
export function KeyboardSection() {
  const commands = useCommands();
  return (
    <Section id="keyboard" title={t('settings_keyboard')} about={t('settings_keyboard_about')}>
      <Sheet>
        <KeyList
          title={t('settings_keys_page')}
          lines={[
            { keys: ['Alt+S'], does: t('settings_key_save_row') },
            { keys: ['Alt+T'], does: t('settings_key_tag_row') },
          ]}
        />
        <KeyList title={t('settings_keys_panel')} lines={helpLines()} />
        {commands.length > 0 && (
          <KeyList
            title={t('settings_keys_browser')}
            lines={commands.map(({ shortcut, description, name }) => ({
              keys: shortcut ? [shortcut] : [],
              does:
                description ||
                (name === '_execute_action' ? t('settings_key_popup') : (name ?? '')),
            }))}
          />
        )}
        <Row title={t('settings_shortcuts')} hint={t('settings_shortcuts_hint')}>
          <button className="button" onClick={() => void openShortcuts()}>
            {t('settings_shortcuts_open')}
          </button>
        </Row>
      </Sheet>
    </Section>
  );
}

function KeyList({ title, lines }: { title: string; lines: readonly HelpLine[] }) {
  return (
    <div className="settings-block">
      <h3>{title}</h3>
      <dl className="settings-keys">
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.length === 0
                ? t('settings_key_unset')
                : keys.map((key) => <kbd key={key}>{key}</kbd>)}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface Command {
  name?: string;
  description?: string;
  shortcut?: string;
}

function useCommands(): Command[] {
  const [commands, setCommands] = useState<Command[]>([]);
  useEffect(() => {
    void browser.commands?.getAll().then(setCommands);
  }, []);
  return commands;
}

function openShortcuts(): Promise<unknown> {
  const { commands } = browser as unknown as {
    commands?: { openShortcutSettings?(): Promise<void> };
  };
  if (commands?.openShortcutSettings) return commands.openShortcutSettings();
  return browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
