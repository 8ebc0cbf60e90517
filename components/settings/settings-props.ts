import type { Settings } from '../../lib/settings';

/** What each part of settings is given. */
export interface SettingsProps {
  settings: Settings;
  change(patch: Partial<Settings>): void;
}
