import { expect, test } from 'vitest';
import { startWorker } from '../../../lib/background/start';

test('two settings that change at once are both kept', async () => {
  const { settings } = startWorker();
  await Promise.all([
    settings.change({ paused: true }),
    settings.change({ keepDays: 30 }),
    settings.change({ bar: 'hidden' }),
  ]);
  expect(await settings.read()).toMatchObject({ paused: true, keepDays: 30, bar: 'hidden' });
});
