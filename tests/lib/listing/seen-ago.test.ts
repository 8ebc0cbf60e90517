import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ago } from '../../../lib/listing/seen-ago';

const HOUR = 60 * 60 * 1000;
const NOW = Date.UTC(2026, 7, 21, 12);

describe('how long ago', () => {
  beforeEach(() => {
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  });

  test.each([
    [2 * HOUR, '2h ago'],
    [47 * HOUR, '1d ago'],
    [3 * 24 * HOUR, '3d ago'],
    [90 * 24 * HOUR, '2mo ago'],
    [-5 * HOUR, '0h ago'],
  ])('%d ms is %s', (passed, text) => {
    expect(ago(NOW - passed, NOW)).toBe(text);
  });
});
