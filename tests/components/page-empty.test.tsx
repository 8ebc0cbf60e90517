// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PageEmpty } from '../../components/paper-panel/page-empty';
import type { Envelope } from '../../lib/messages';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';

const sent: Envelope[] = [];
const onSettings = vi.fn();
const request = vi.fn();
let allowed = true;
let found = 0;

beforeEach(() => {
  sent.length = 0;
  allowed = true;
  found = 0;
  Object.assign(fakeBrowser, { permissions: { contains: async () => allowed, request } });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: Envelope) => {
    sent.push(message);
    return { ok: true, value: { found, reader: 'text' } };
  }) as never);
});

const show = (url: string | undefined, settings: Partial<Settings> = {}) =>
  render(
    <PageEmpty
      tab={{ id: 7, url, page: undefined }}
      settings={{ ...DEFAULT_SETTINGS, ...settings }}
      onSettings={onSettings}
    />,
  );
const button = (name: string) => screen.findByRole('button', { name });

describe('This page, where nothing was read', () => {
  it.each([undefined, 'chrome://newtab/', 'file:///home/a.html'])(
    'offers lists to open on %s',
    async (url) => {
      show(url);
      expect(await screen.findByRole('link', { name: 'arXiv' })).toHaveAttribute(
        'href',
        'https://arxiv.org/list/cs.AI/new',
      );
      expect(screen.queryByRole('button')).toBeNull();
    },
  );

  it('scans a page it does not know only when asked, and says when nothing was found', async () => {
    show('https://example.org/reading-group');
    const scan = await button('Scan this page');
    expect(sent).toEqual([]);
    await userEvent.click(scan);
    expect(sent).toEqual([{ name: 'scanTab', payload: { tabId: 7 } }]);
    expect(await screen.findByText('No papers were found on this page.')).toBeInTheDocument();
    expect(request).not.toHaveBeenCalled();
  });

  it('asks the browser for a known site from the click, then has it read', async () => {
    allowed = false;
    found = 12;
    request.mockResolvedValue(true);
    show('https://arxiv.org/list/cs.LG/new');
    await userEvent.click(await button('Always on this site'));
    expect(request.mock.calls).toEqual([[{ origins: ['https://*.arxiv.org/*'] }]]);
    expect(sent).toEqual([{ name: 'readTab', payload: { tabId: 7 } }]);
  });

  it('reads nothing when the browser or the user says no', async () => {
    allowed = false;
    request.mockResolvedValue(false);
    show('https://arxiv.org/list/cs.LG/new');
    await userEvent.click(await button('Always on this site'));
    expect(await screen.findByText(/It was not allowed, so nothing was read/)).toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('resumes a site that was paused, and leaves the others paused', async () => {
    show('https://arxiv.org/list/cs.LG/new', { pausedSites: ['hugging-face', 'arxiv'] });
    await userEvent.click(await button('Resume'));
    expect(onSettings.mock.calls).toEqual([[{ pausedSites: ['hugging-face'] }]]);
  });

  it('says in a sentence why a page could not be scanned', async () => {
    show('https://example.org/');
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({
      ok: false,
      error: 'The browser does not let this page be read.',
    } as never);
    await userEvent.click(await button('Scan this page'));
    expect(
      await screen.findByText('The browser does not let this page be read.'),
    ).toBeInTheDocument();
  });
});
