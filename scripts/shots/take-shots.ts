import { launch, screenshot, type Session } from '../../tests/e2e/browser/index';
import { fillLibrary } from './fill-library';
import { manyPapers } from './many-papers';
import { LISTINGS, SURFACES, type Surface } from './surfaces';

const COUNTS = [0, 3, 10_000];
const SCHEMES = ['light', 'dark'] as const;
const SETTLE_MS = 900;

/** Takes the pictures whose name has `word` in it; answers how many, and where they are. */
export async function takeShots(word: string): Promise<{ pictures: number; folder: string }> {
  const wanted = SURFACES.filter(({ name }) => name.includes(word));
  let pictures = 0;
  for (const count of COUNTS) {
    const session = await launch();
    try {
      for (const [url, html] of Object.entries(LISTINGS)) session.network.serve(url, html);
      await fill(session, count);
      for (const surface of wanted)
        for (const scheme of SCHEMES) {
          await picture(session, surface, scheme, `${surface.name}-${count}-${scheme}`);
          pictures++;
        }
      for (const { text, where } of session.errors) console.error(`${where}: ${text}`);
    } finally {
      await session.close();
    }
  }
  return { pictures, folder: '.output/shots' };
}

async function fill(session: Session, count: number): Promise<void> {
  if (count === 0) return;
  const { papers, real } = manyPapers(count);
  console.log(`${count} papers, ${real} of them real`);
  const page = await session.openExtension('manifest.json');
  await fillLibrary(page, papers);
  await page.close();
}

async function picture(
  session: Session,
  { page: address, width, height, whole = false, prepare }: Surface,
  scheme: (typeof SCHEMES)[number],
  name: string,
): Promise<void> {
  const page = await session.context.newPage();
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  const isWeb = address.startsWith('https:');
  await page.goto(isWeb ? address : `chrome-extension://${session.extensionId}/${address}`);
  await page.waitForTimeout(SETTLE_MS);
  await prepare?.(page);
  await page.waitForTimeout(SETTLE_MS / 3);
  if (whole) {
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(tall, 8_000) });
  }
  await screenshot(page, name);
  await page.close();
}
