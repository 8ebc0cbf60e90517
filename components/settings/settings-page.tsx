import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { useSettings } from '../use-settings';
import { AboutSection } from './about-section';
import { AbstractsSection } from './abstracts-section';
import { BackupSection } from './backup-section';
import { CitationsSection } from './citations-section';
import { DataSection } from './data-section';
import { DigestSection } from './digest-section';
import { ImportBar } from './import-bar';
import { InPageSection } from './in-page-section';
import { KeepingSection } from './keeping-section';
import { KeyboardSection } from './keyboard-section';
import { NetworkSection } from './network-section';
import { SettingsNav } from './settings-nav';
import { SitesSection } from './sites-section';
import { useImport } from './use-import';
import './settings.css';

/** The settings, all on one page. */
export function SettingsPage() {
  const settings = useSettings();
  const toast = useToast();
  const importing = useImport();
  if (!settings) return null;

  const change = (patch: Partial<Settings>) =>
    void send('saveSettings', patch).catch((error: unknown) =>
      toast({ text: sentence(error), tone: 'error' }),
    );
  // One place shows what is in a file and asks how to take it.
  const restore = (file: File) => {
    importing.open(file);
    location.hash = 'data';
  };
  return (
    <div className="settings">
      <SettingsNav />
      <main>
        <h1>{t('settings_title')}</h1>
        <SitesSection settings={settings} change={change} />
        <InPageSection settings={settings} change={change} />
        <AbstractsSection settings={settings} change={change} />
        <DigestSection settings={settings} change={change} />
        <KeepingSection settings={settings} change={change} />
        <CitationsSection settings={settings} change={change} />
        <BackupSection settings={settings} change={change} onRestore={restore} />
        <DataSection settings={settings} importing={importing} />
        <NetworkSection />
        <KeyboardSection />
        <AboutSection />
      </main>
      <ImportBar />
    </div>
  );
}
