// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { seenPaperSchema } from '../../../lib/paper-schema';
import { huggingFace } from '../../../lib/sites/hugging-face';
import { readAll } from './read-all';

test('an address that its author mistyped does not cost the page its papers', () => {
  const props = {
    dailyPapers: [
      {
        paper: {
          id: '2608.00001',
          title: 'Kites',
          projectPage: 'https://kites.example/our page',
          githubRepo: 'https://github.com/kites/fly high',
        },
      },
    ],
  };
  document.body.innerHTML = `<div data-target="DailyPapers"></div>
    <article><h3><a href="/papers/2608.00001">Kites</a></h3></article>
    <article><h3><a href="/papers/2608.00002">Strings</a></h3>
      <a href="https://github.com/strings/${'x'.repeat(3_000)}">code</a></article>`;
  document.querySelector('div')!.setAttribute('data-props', JSON.stringify(props));
  const { rows } = readAll(huggingFace, document, new URL('https://huggingface.co/papers'));
  expect(rows).toHaveLength(2);
  for (const { paper } of rows) expect(seenPaperSchema.safeParse(paper).success).toBe(true);
  const hrefs = rows[0]!.paper.links.map(({ href }) => href);
  expect(hrefs).toContain('https://kites.example/our%20page');
  expect(hrefs).toContain('https://github.com/kites/fly%20high');
});
