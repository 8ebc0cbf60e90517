// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { arxiv } from '../../../lib/sites/arxiv';
import { huggingFace } from '../../../lib/sites/hugging-face';
import { CAPS, plain, sourceText } from '../../../lib/sites/source-text';
import { readAll } from './read-all';

const element = (html: string) =>
  new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html').querySelector('main')!;

describe('text as its author wrote it', () => {
  test.each([
    ['plain', 'A  &amp;\n\tB&nbsp;C', 'A & B C'],
    ['a label', '<span class="label">Title:</span> Moss', 'Moss'],
    [
      'MathJax 2',
      '<span class="MathJax">ω²</span><script type="math/tex">\\omega^2</script>!',
      '$\\omega^2$!',
    ],
    [
      'MathJax 2, displayed',
      '<div class="MathJax_Display">x</div><script type="math/tex; mode=display"> x </script>',
      '$x$',
    ],
    [
      'MathJax 3',
      '<mjx-container><mjx-math>ω</mjx-math><mjx-assistive-mml><math><mi>ω</mi></math></mjx-assistive-mml></mjx-container>-regular',
      'ω-regular',
    ],
    ['MathJax 4', '<mjx-container><svg data-latex="\\omega"></svg></mjx-container>', '$\\omega$'],
    [
      'KaTeX',
      'a <span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">b^2</annotation></math></span><span class="katex-html">b2</span></span> c',
      'a $b^2$ c',
    ],
    ['LaTeXML', '<math alttext="\\pi"><mi>π</mi></math> day', '$\\pi$ day'],
    ['scripts and styles', 'a<script>alert(1)</script><style>b{}</style>b', 'ab'],
    ['comments', 'a<!-- not this -->b', 'ab'],
  ])('%s', (_, html, text) => {
    expect(sourceText(element(html), CAPS.title, '.label')).toBe(text);
  });

  test('of nothing is nothing', () => expect(sourceText(null, 10)).toBe(''));

  test('keeps to its cap, loses control characters, keeps every script', () => {
    expect(plain('a\u0000b\u202ec\u2066 d', 10)).toBe('abc d');
    expect(plain(`${' '.repeat(1e6)}${'x'.repeat(1e6)}`, 1000)).toBe('x'.repeat(1000));
    expect(plain('深度学习 Глубокое العميق', 100)).toBe('深度学习 Глубокое العميق');
  });
});

describe('a hostile page', () => {
  // Ten thousand deep in the real browser, see tests/e2e; building them takes jsdom minutes.
  test('nests elements deeply', () => {
    const root = element('');
    let at: Element = root;
    for (let i = 0; i < 500; i++) at = at.appendChild(document.createElement('b'));
    at.append('deep', document.createElement('script'));
    expect(sourceText(root, CAPS.title)).toBe('deep');
  });

  test('has a title of a megabyte, and numbers that are none', () => {
    const title = 'x'.repeat(1_000_000);
    const card = (href: string) => `<article><h3><a href="${href}">${title}</a></h3></article>`;
    const page = element(
      ['/papers/2401.01234', '/papers/__proto__', 'javascript:alert(1)', 'http://[']
        .map(card)
        .join(''),
    );
    const { rows } = readAll(huggingFace, page, new URL('https://huggingface.co/papers'));
    expect(rows.map(({ paper }) => [paper.ids, paper.title.length])).toEqual([
      [['arxiv:2401.01234'], 1000],
    ]);
  });

  test('poisons the embedded JSON', () => {
    const page = element(
      '<div data-target="DailyPapers"></div><article><h3><a href="/papers/2401.01234">Moss</a></h3></article>',
    );
    const read = (json: string) => {
      page.querySelector('div')!.setAttribute('data-props', json);
      return readAll(huggingFace, page, new URL('https://huggingface.co/papers')).rows[0]!.paper;
    };
    const bare = read('');
    for (const json of [
      '{',
      'null',
      '[]',
      '7',
      '{"dailyPapers":{"length":9}}',
      '{"dailyPapers":[[],null,{"paper":[]}]}',
    ]) {
      expect(read(json)).toEqual(bare);
    }
    const evil = {
      id: '2401.01234',
      summary: { toString: 'no' },
      authors: [null, { name: 7 }, { name: 'Ada\u202e Marsh' }],
      upvotes: -1,
      publishedAt: 'yesterday',
      githubRepo: 'javascript:alert(1)',
      projectPage: 'https://',
    };
    const json = `{"__proto__":{"polluted":1},"dailyPapers":[{"paper":${JSON.stringify(evil)}}]}`;
    expect(read(json)).toEqual({ ...bare, authors: ['Ada Marsh'] });
    expect({}).not.toHaveProperty('polluted');
  });
});

test('Hugging Face and arXiv together give all links of a work', () => {
  const url = 'https://huggingface.co/papers/2401.01234';
  const page = element(
    '<h1>Moss</h1><h2>Abstract</h2><p>It grows.</p><p><a href="https://arxiv.org/abs/2401.01234">a</a><a href="https://github.com/example/moss">GitHub</a></p>',
  );
  const list = element(
    '<dl><dt><a href="/abs/2401.01234">1</a><a href="/html/2401.01234v1">html</a></dt><dd><p class="list-title">Moss</p></dd></dl>',
  );
  const [here] = readAll(huggingFace, page, new URL(url)).rows;
  const [there] = readAll(arxiv, list, new URL('https://arxiv.org/list/cs.AI/recent')).rows;
  expect(here!.paper.ids).toEqual(there!.paper.ids);
  const links = [...here!.paper.links, ...there!.paper.links].map(
    ({ rel, href }) => `${rel} ${href}`,
  );
  expect([...new Set(links)].sort()).toEqual([
    'code https://github.com/example/moss',
    'discussion https://huggingface.co/papers/2401.01234',
    'html https://arxiv.org/html/2401.01234',
    'page https://arxiv.org/abs/2401.01234',
    'pdf https://arxiv.org/pdf/2401.01234',
  ]);
});
