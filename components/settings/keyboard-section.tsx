import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n';
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
            ['Alt+S', t('settings_key_save_row')],
            ['Alt+T', t('settings_key_tag_row')],
          ]}
        />
        <KeyList
          title={t('settings_keys_panel')}
          lines={[
            ['/', t('settings_key_search')],
            ['j k', t('settings_key_move')],
            ['Enter', t('settings_key_expand')],
            ['s', t('settings_key_save')],
            ['t', t('settings_key_tag')],
            ['e', t('settings_key_read')],
            ['o', t('settings_key_open')],
            ['u', t('settings_key_undo')],
            ['?', t('settings_key_help')],
          ]}
        />
        {commands.length > 0 && (
          <KeyList
            title={t('settings_keys_browser')}
            lines={commands.map(({ shortcut, description, name }) => [
              shortcut ?? '',
              description || (name === '_execute_action' ? t('settings_key_popup') : (name ?? '')),
            ])}
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

function KeyList({
  title,
  lines,
}: {
  title: string;
  lines: readonly (readonly [string, string])[];
}) {
  return (
    <div className="settings-block">
      <h3>{title}</h3>
      <dl className="settings-keys">
        {lines.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys === ''
                ? t('settings_key_unset')
                : keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>)}
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
