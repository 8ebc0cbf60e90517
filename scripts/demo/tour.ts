import type { Page } from 'playwright-core';
import {
  accessibleNodes,
  press,
  readDatabase,
  screenshot,
  until,
  type Session,
} from '../../tests/e2e/browser/index';
import { demoPapers } from './papers';

const TAG = 'to-discuss';
const TO_SAVE = 3;

/**
 * The first minutes of a new reader on the demo listing: detect, save three, tag one, go offline,
 * open the library. Each step is looked for in the database and on the screen.
 */
export async function tour(session: Session, listing: string): Promise<void> {
  const page = await session.open(listing);

  await step(`detects ${demoPapers.length} papers`, async () => {
    await untilStored(session, ({ papers }) => shownIn(papers).length === demoPapers.length);
    await until(
      'a control beside each title',
      async () => {
        const buttons = await accessibleNodes(page, 'button');
        return demoPapers.filter(({ title }) =>
          buttons.some(
            ({ name }) => saveControl(title).test(name) || savedControl(title).test(name),
          ),
        ).length;
      },
      (n) => n === demoPapers.length,
      { timeoutMs: 10_000 },
    );
    return screenshot(page, 'tour-1-detected');
  });

  const before = (await readDatabase(session)).library.length;
  const titles: string[] = [];
  await step(`saves ${TO_SAVE} papers`, async () => {
    for (let n = 0; n < TO_SAVE; n++) {
      titles.push(await titleToSave(page));
      await press(page, 'button', saveControl(titles[n]!));
      await untilShown(page, 'button', savedControl(titles[n]!), 1);
    }
    await untilStored(session, ({ library }) => library.length === before + TO_SAVE);
    return screenshot(page, 'tour-2-saved');
  });

  const [tagged] = titles as [string];
  await step(`tags one of them #${TAG}`, async () => {
    await press(page, 'button', savedControl(tagged));
    await page.keyboard.type(TAG);
    await page.keyboard.press('Enter');
    await untilStored(session, ({ papers, library, tags }) => {
      const tag = tags.find(({ name }) => name === TAG);
      const paper = papers.find(({ title }) => title === tagged);
      const entry = library.find(({ paperId }) => paperId === paper?.id);
      return tag !== undefined && entry?.tagIds.includes(tag.id) === true;
    });
    const path = await screenshot(page, 'tour-3-tagged');
    await page.keyboard.press('Escape');
    await until(
      'the tag beside the title',
      async () => (await accessibleNodes(page, 'button')).map(({ name }) => name),
      (names) => names.some((name) => savedControl(tagged).test(name) && name.includes(TAG)),
    );
    return path;
  });

  await step('goes offline', async () => {
    await session.context.setOffline(true);
    const isGone = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => false,
          () => true,
        ),
      listing,
    );
    if (!isGone) throw new Error('The listing can still be reached.');
  });

  await step('opens the library, where all of it is', async () => {
    const library = await session.openExtension('library.html');
    for (const title of titles) await library.getByText(title).first().waitFor();
    await library.getByText(TAG).first().waitFor();
    const abstract = demoPapers.find(({ title }) => title === tagged)?.abstract;
    await library.getByText(tagged).first().click();
    if (abstract) await library.getByText(abstract.slice(0, 60)).first().waitFor();
    return screenshot(library, 'tour-4-library');
  });

  const ours = session.errors.filter(({ from }) => from === 'extension');
  if (ours.length > 0) throw new Error(`The extension complained: ${ours[0]!.text}`);
  console.log('All of it happened.');
}

async function step(what: string, run: () => Promise<string | void>): Promise<void> {
  try {
    const shot = await run();
    console.log(`✓ ${what}${shot ? `\n  ${shot}` : ''}`);
  } catch (error) {
    console.log(`✗ ${what}`);
    throw error;
  }
}

function untilStored(
  session: Session,
  isThere: (stored: Awaited<ReturnType<typeof readDatabase>>) => boolean,
): Promise<unknown> {
  return until(
    'the database',
    async () => isThere(await readDatabase(session)),
    (isRight) => isRight,
    { timeoutMs: 10_000 },
  );
}

function untilShown(page: Page, role: string, name: RegExp, count: number): Promise<unknown> {
  return until(
    `${count} × ${name} on the screen`,
    async () => (await accessibleNodes(page, role)).filter((node) => name.test(node.name)).length,
    (n) => n === count,
    { timeoutMs: 10_000 },
  );
}

/** The title of the first paper that can still be saved. */
async function titleToSave(page: Page): Promise<string> {
  const buttons = await accessibleNodes(page, 'button');
  const shown = demoPapers.find(({ title }) =>
    buttons.some(({ name }) => saveControl(title).test(name)),
  );
  if (!shown) throw new Error('There is no paper left to save.');
  return shown.title;
}

function shownIn(papers: readonly { title: string }[]) {
  return papers.filter(({ title }) => demoPapers.some((paper) => paper.title === title));
}

function saveControl(title: string): RegExp {
  return new RegExp(`(?:^|\\s)Save\\b.*${literally(title)}`);
}

function savedControl(title: string): RegExp {
  return new RegExp(`^Saved\\b.*${literally(title)}`);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
