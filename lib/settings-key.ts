/** Where `storage.local` keeps the settings. Apart, so that reading it costs no schemas. */
export const SETTINGS_KEY = 'settings';
