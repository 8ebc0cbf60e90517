import type { UserManifest } from 'wxt';

const REQUIRED_HOSTS = ['https://huggingface.co/*', 'https://*.arxiv.org/*'];
const OPTIONAL_HOSTS = ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'];

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  'frame-src blob:',
  "worker-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The manifest, for `browser` as WXT names it. */
export function manifest({ browser }: { browser: string }): UserManifest {
  const firefox = browser === 'firefox';
  return {
    name: '__MSG_extensionName__',
    short_name: 'Offprint',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    ...(firefox ? {} : { minimum_chrome_version: '144' }),
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'notifications',
      'contextMenus',
      'activeTab',
      'scripting',
      // Chrome's worker has no object URLs: backups are made in an offscreen document. No warning
      // goes with it, and no access to anything.
      ...(firefox ? [] : ['sidePanel', 'offscreen']),
    ],
    host_permissions: REQUIRED_HOSTS,
    optional_permissions: ['downloads'],
    optional_host_permissions: OPTIONAL_HOSTS,
    content_security_policy: { extension_pages: CSP },
    omnibox: { keyword: 'op' },
    commands: commands(firefox),
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'offprint@offprint.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  } as UserManifest;
}

function commands(firefox: boolean): UserManifest['commands'] {
  const sidePanel = firefox ? '_execute_sidebar_action' : 'open-side-panel';
  return {
    _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
    'save-paper': {
      suggested_key: { default: 'Alt+Shift+S' },
      description: '__MSG_commandSavePaper__',
    },
    'open-library': {
      suggested_key: { default: 'Alt+Shift+L' },
      description: '__MSG_commandOpenLibrary__',
    },
    [sidePanel]: { description: '__MSG_commandOpenSidePanel__' },
  };
}
