// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppFrame } from '../../components/app-frame';
import { WelcomePage } from '../../components/welcome/welcome-page';
import { db } from '../../lib/db/open';

const request = vi.fn();
const sendMessage = vi.fn();

function open(granted: boolean) {
  const on = { addListener: () => {}, removeListener: () => {} };
  let now = granted;
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async () => now,
      request: request.mockImplementation(async () => (now = true)),
      onAdded: on,
      onRemoved: on,
    },
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({} as never);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(sendMessage as never);
  render(
    <AppFrame>
      <WelcomePage />
    </AppFrame>,
  );
  return userEvent.setup();
}

const firstRow = () => within(screen.getAllByRole('listitem')[0]!);

describe('the welcome page', () => {
  beforeEach(async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
  });

  it('lets a reader save, tag and undo, and stores nothing of it', async () => {
    const user = open(true);
    await user.click(firstRow().getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('status')).toHaveTextContent('Saved.');

    await user.click(firstRow().getByRole('button', { name: 'Saved' }));
    await user.type(firstRow().getByRole('textbox', { name: 'Add a tag' }), '#maps{Enter}');
    expect(firstRow().getByRole('button', { name: /Saved.*#maps/ })).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(firstRow().getByRole('button', { name: 'Saved' })).toBeVisible();
    expect(sendMessage).not.toHaveBeenCalled();
    expect(await db.library.count()).toBe(0);
  });

  it('removes only when asked to, and can take that back', async () => {
    const user = open(true);
    await user.click(firstRow().getByRole('button', { name: 'Save' }));
    await user.click(firstRow().getByRole('button', { name: 'Saved' }));
    await user.click(firstRow().getByRole('button', { name: 'Remove from the list' }));
    expect(firstRow().getByRole('button', { name: 'Save' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(firstRow().getByRole('button', { name: 'Saved' })).toBeVisible();
  });

  it('leads to the first list of each site, and asks for nothing that is granted', async () => {
    open(true);
    expect(screen.getByRole('link', { name: 'Open Hugging Face Papers' })).toHaveAttribute(
      'href',
      'https://huggingface.co/papers',
    );
    expect(screen.getByRole('link', { name: 'Open arXiv cs.LG' })).toHaveAttribute(
      'href',
      'https://arxiv.org/list/cs.LG/new',
    );
    expect(screen.queryByRole('button', { name: /^Allow/ })).toBeNull();
  });

  it('asks for a site where the browser leaves it to the user', async () => {
    const user = open(false);
    const allow = await screen.findByRole('button', { name: 'Allow on arXiv' });
    await user.click(allow);
    expect(request).toHaveBeenCalledWith({ origins: ['https://*.arxiv.org/*'] });
    await vi.waitFor(() => expect(allow).not.toBeInTheDocument());
  });
});
