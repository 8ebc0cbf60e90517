import 'fake-indexeddb/auto';
import '@testing-library/jest-dom/vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const messages: Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../public/_locales/en/messages.json'), 'utf8'),
);

beforeEach(() => {
  fakeBrowser.reset();
  // The fake browser has no i18n; components are tested against the words users read.
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getMessage as never);
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
});

function getMessage(key: string, substitutions: string | string[] = []): string {
  const entry = messages[key];
  const values = [substitutions].flat();
  const numbered = (text: string) =>
    text.replace(/\$([1-9])/g, (_, n) => values[Number(n) - 1] ?? '');
  return numbered(
    (entry?.message ?? '').replace(
      /\$([a-z_]\w*)\$/gi,
      (_, name: string) => entry?.placeholders?.[name.toLowerCase()]?.content ?? '',
    ),
  );
}

if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react');
  // Waiting longer costs nothing where the machine is not busy.
  configure({ asyncUtilTimeout: 5_000 });
  afterEach(cleanup);
}
