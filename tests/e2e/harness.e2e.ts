import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accessibleNodes,
  bareExtensionPage,
  launch,
  launchGranted,
  press,
  readDatabase,
  until,
  type Chrome,
  type Session,
} from './browser';

declare const chrome: Chrome;

let session: Session;

beforeAll(async () => {
  session = await launch();
});

afterAll(() => session.close());

describe('the browser the tests run in', () => {
  test('serves fixture bytes at real addresses and logs who was asked', async () => {
    session.network.serve('https://huggingface.co/about-nothing?x=1', '<h1>A page of ours</h1>');
    const page = await session.open('https://huggingface.co/about-nothing?x=1');
    expect(await page.textContent('h1')).toBe('A page of ours');
    await page.close();
    expect(session.network.hosts()).toEqual(['huggingface.co']);
  });

  test('refuses every other address, and the log names the host', async () => {
    await expect(session.open('https://unknown.example/')).rejects.toThrow('ERR_');
    expect(session.network.hosts()).toContain('unknown.example');
    const asked = session.network.requests.filter(({ host }) => host === 'unknown.example');
    expect(asked.every((request) => !request.answered)).toBe(true);
  });

  test('reads the database of the extension, or none where there is none yet', async () => {
    expect((await readDatabase(session)).papers).toEqual([]);
  });

  test('stops the worker, and the next message starts it again', async () => {
    const page = await bareExtensionPage(session);
    const workers = () =>
      page.evaluate(async () => {
        const contexts = await chrome.runtime.getContexts({
          contextTypes: ['BACKGROUND'],
        });
        return contexts.length;
      });
    await session.worker();
    await session.stopWorker();
    await until('the worker to stop', workers, (n) => n === 0);
  });

  test('writes down what the extension complains of', async () => {
    const page = await bareExtensionPage(session);
    await page.evaluate(() => {
      console.error('a complaint');
      setTimeout(() => {
        throw new Error('a fault');
      });
    });
    const texts = await until(
      'both errors',
      async () => session.errors.map(({ text }) => text),
      (seen) => seen.length >= 2,
    );
    expect(texts).toEqual(['a complaint', 'a fault']);
    session.errors.length = 0;
  });

  test('sees and presses what stands in a closed shadow root', async () => {
    session.network.serve(
      'https://huggingface.co/shadow',
      `<p id="out"></p><div style="height: 3000px"></div><div id="host"></div><script>
        const button = document.createElement('button');
        button.textContent = 'Press me';
        button.onclick = () => (document.querySelector('#out').textContent = 'pressed');
        document.querySelector('#host').attachShadow({ mode: 'closed' }).append(button);
      </script>`,
    );
    const page = await session.open('https://huggingface.co/shadow');
    expect((await accessibleNodes(page, 'button')).map(({ name }) => name)).toEqual(['Press me']);
    await press(page, 'button', /^Press/);
    expect(await page.textContent('#out')).toBe('pressed');
    await expect(press(page, 'button', /^Nothing/)).rejects.toThrow('there are: Press me');
    await page.close();
  });

  test('allows an optional host where a test says so', async () => {
    const granted = await launchGranted(['https://example.org/*']);
    const page = await bareExtensionPage(granted);
    const origins = await page.evaluate(async () => (await chrome.permissions.getAll()).origins);
    expect(origins).toContain('https://example.org/*');
    await granted.close();
  });

  test('is gone at once after kill -9, and the profile starts again', async () => {
    await session.kill();
    const again = await launch({ profile: session.profile });
    expect(again.extensionId).toBe(session.extensionId);
    await again.close();
  });
});
