import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { toCsl, type Cited } from '../../../lib/citations/csl';
import { writeBiblatex } from '../../../lib/citations/write-biblatex';
import { writeBibtex } from '../../../lib/citations/write-bibtex';
import { writeCsl } from '../../../lib/citations/write-csl';
import { writeCsv } from '../../../lib/citations/write-csv';
import { writeHtml } from '../../../lib/citations/write-html';
import { markdownLine, writeMarkdown } from '../../../lib/citations/write-markdown';
import { writeRis } from '../../../lib/citations/write-ris';
import { texTitle } from '../../../lib/citations/write-tex';

const preprint: Cited = {
  paper: {
    title: 'MossNet: τ-Learning on $O(n^2)$ Stones',
    authors: ['Jan van den Berg', 'Éva Müller', 'The Moss Group'],
    authorsCut: true,
    abstract: 'Moss grows 5% & more.',
    publishedAt: '2024-05-23',
    categories: ['cs.LG', 'stat.ML'],
    ids: ['arxiv:2405.01234', 'openreview:a_b-C'],
    links: [
      { rel: 'page', href: 'https://arxiv.org/abs/2405.01234' },
      { rel: 'code', href: 'https://moss.example/code' },
    ],
  },
  tags: ['moss', 'to read'],
  note: 'Good.\nER  - really',
  status: 'read',
};
const published: Cited = {
  ...preprint,
  paper: {
    ...preprint.paper,
    venue: 'Proceedings of the Conference on Tides',
    publishedAt: '2024-01-01',
    ids: ['arxiv:2405.01234', 'doi:10.1234/Tide_5'],
  },
  tags: [],
  note: '',
};

test('BibTeX names the preprint as arXiv asks for it', () => {
  expect(writeBibtex([toCsl(preprint, 'berg2024moss')])).toBe(
    `@misc{berg2024moss,
  author = {van den Berg, Jan and M{\\"{u}}ller, {\\'{E}}va and {The Moss Group} and others},
  title = {{MossNet}: {$\\tau{}$}-Learning on {$O(n^2)$} Stones},
  year = {2024},
  month = may,
  day = {23},
  eprint = {2405.01234},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  url = {https://arxiv.org/abs/2405.01234},
  openreview = {a_b-C},
  abstract = {Moss grows 5\\% \\& more.},
  keywords = {moss, to read},
  annote = {Good.\\par
ER\\ \\ - really},
  readstatus = {read},
}
`,
  );
});

test('BibLaTeX prefers the published version', () => {
  expect(writeBiblatex([toCsl(published, 'berg2024moss')])).toBe(
    `@inproceedings{berg2024moss,
  author = {van den Berg, Jan and Müller, Éva and {The Moss Group} and others},
  title = {{MossNet}: τ-Learning on {$O(n^2)$} Stones},
  booktitle = {Proceedings of the Conference on Tides},
  date = {2024},
  eprint = {2405.01234},
  eprinttype = {arXiv},
  eprintclass = {cs.LG},
  doi = {10.1234/Tide_5},
  url = {https://doi.org/10.1234/Tide_5},
  abstract = {Moss grows 5\\% \\& more.},
  readstatus = {read},
}
`,
  );
});

test('RIS has a tag a line, and no line of a note is one', () => {
  expect(writeRis([toCsl(preprint, 'berg2024moss')]).split('\r\n')).toEqual([
    'TY  - UNPB',
    'ID  - berg2024moss',
    'TI  - MossNet: τ-Learning on $O(n^2)$ Stones',
    'AU  - van den Berg, Jan',
    'AU  - Müller, Éva',
    'AU  - The Moss Group',
    'AU  - et al.',
    'PY  - 2024',
    'DA  - 2024/05/23/',
    'UR  - https://arxiv.org/abs/2405.01234',
    'AN  - arXiv:2405.01234 [cs.LG]',
    'AN  - openreview:a_b-C',
    'AB  - Moss grows 5% & more.',
    'KW  - moss',
    'KW  - to read',
    'N1  - Good.',
    ' ER  - really',
    'ER  - ',
    '',
  ]);
});

test('CSL-JSON keeps what CSL has no variable for', () => {
  expect(JSON.parse(writeCsl([toCsl(preprint, 'berg2024moss')]))).toEqual([
    {
      id: 'berg2024moss',
      type: 'article',
      genre: 'preprint',
      publisher: 'arXiv',
      number: 'arXiv:2405.01234',
      title: 'MossNet: τ-Learning on $O(n^2)$ Stones',
      author: [
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' },
        { family: 'Müller', given: 'Éva' },
        { literal: 'The Moss Group' },
        { literal: 'others' },
      ],
      issued: { 'date-parts': [[2024, 5, 23]] },
      URL: 'https://arxiv.org/abs/2405.01234',
      abstract: 'Moss grows 5% & more.',
      keyword: 'moss, to read',
      note: 'Good.\nER  - really',
      custom: {
        ids: ['openreview:a_b-C'],
        categories: ['cs.LG', 'stat.ML'],
        links: [{ rel: 'code', href: 'https://moss.example/code' }],
        status: 'read',
      },
    },
  ]);
});

describe('a title is protected', () => {
  test.each([
    ['GPT-4 and LoRA for 3D Scenes', '{GPT}-4 and {LoRA} for {3D} Scenes'],
    ['A Bayesian View of Q Learning', 'A {Bayesian} View of {Q} Learning'],
    [
      'Learning to read in Paris: a study of Moss',
      'Learning to read in {Paris}: a study of {Moss}',
    ],
    ['Show and Tell: A Neural Caption Generator', 'Show and Tell: A Neural Caption Generator'],
    ['{Braces} & $5 or $6', '\\{Braces\\} \\& \\$5 or \\$6'],
    [
      'An open { and \\input{x} 100%',
      'An open {$\\lbrace{}$} and \\textbackslash{}input{$\\lbrace{}$}x{$\\rbrace{}$} 100\\%',
    ],
    [
      'On $\\input{secret}$ and $x^{2}$',
      'On \\$\\textbackslash{}input\\{secret\\}\\$ and {$x^{2}$}',
    ],
  ])('%s', (title, tex) => {
    expect(texTitle(title, { ascii: true })).toBe(tex);
  });
});

const hostile: Cited = {
  paper: {
    title: '</title></h2><script>alert(1)</script><img src=x onerror=alert(2)>',
    authors: ["=cmd|' /C calc'!A0", '"><svg onload=alert(3)>'],
    abstract:
      '<!-- --> ]]> </script><style>*{}</style> &lt;b&gt; `code` **bold** [x](javascript:1)',
    publishedAt: '2024-05-23',
    venue: '" onclick="alert(4)',
    ids: ['doi:10.1234/"><b>x'],
    links: [{ rel: 'page', href: 'https://moss.example/"onmouseover="alert(5)' }],
  },
  tags: ['<u>tag</u>', '+1'],
  note: '@SUM(1,"2")\n<iframe src="javascript:alert(6)"></iframe>',
};
const script: Cited = {
  ...hostile,
  paper: { ...hostile.paper, links: [{ rel: 'page', href: 'javascript:alert(7)' }], ids: [] },
};

describe('the HTML page', () => {
  const texts = { language: 'en', heading: 'My <papers>', searchLabel: 'Search "all"' };
  const page = async (cited: Cited[], runScripts?: 'dangerously') => {
    const items = cited.map((each, i) => toCsl(each, `key${i}`));
    return new JSDOM(await writeHtml(items, texts), runScripts ? { runScripts } : {}).window
      .document;
  };

  test('holds hostile text as text', async () => {
    const document = await page([hostile, script]);
    const names = new Set(
      [...document.querySelectorAll('article *')].map((each) => each.localName),
    );
    expect([...names].sort()).toEqual(['a', 'h2', 'li', 'p', 'ul']);
    const attributes = [...document.querySelectorAll('article *')].flatMap((each) =>
      each.getAttributeNames(),
    );
    expect([...new Set(attributes)].sort()).toEqual(['class', 'dir', 'href', 'rel']);
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(document.querySelector('h2')!.textContent).toBe(hostile.paper.title);
    expect(document.querySelector('.note')!.textContent).toBe(hostile.note);
    const hrefs = [...document.querySelectorAll('a')].map((each) => each.protocol);
    expect(hrefs.every((protocol) => protocol === 'https:')).toBe(true);
  });

  test('allows its own script and sheet by their hashes, and nothing else', async () => {
    const document = await page([preprint]);
    const policy = document.querySelector('meta[http-equiv]')!.getAttribute('content')!;
    const hash = async (element: string) => {
      const bytes = new TextEncoder().encode(document.querySelector(element)!.textContent!);
      const digest = await crypto.subtle.digest('SHA-256', bytes);
      return `'sha256-${Buffer.from(digest).toString('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${await hash('script')}`,
      `style-src ${await hash('style')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(document.querySelector('[style], [onclick], link, iframe')).toBeNull();
  });

  test('finds papers by every word, without accents or case', async () => {
    const document = await page([preprint, hostile], 'dangerously');
    const box = document.querySelector('input')!;
    const shown = (words: string) => {
      box.value = words;
      box.dispatchEvent(new document.defaultView!.Event('input'));
      return [...document.querySelectorAll('article')].map((each) => !each.hidden);
    };
    expect(shown('')).toEqual([true, true]);
    expect(shown('MULLER moss')).toEqual([true, false]);
    expect(shown('muller calc')).toEqual([false, false]);
    expect(document.querySelector('output')!.textContent).toBe('0 / 2');
    expect(document.querySelector<HTMLElement>('.search')!.hidden).toBe(false);
  });
});

describe('the table', () => {
  test('is RFC 4180 with a mark, and no cell is a formula', () => {
    const [head, ...rows] = parseCsv(writeCsv([toCsl(preprint, 'a'), toCsl(hostile, 'b')]));
    expect(head![0]).toBe('\ufeffkey');
    const [first, second] = rows.map((row) =>
      Object.fromEntries(row.map((value, i) => [head![i]!.replace('\ufeff', ''), value])),
    );
    expect(first).toEqual({
      key: 'a',
      title: preprint.paper.title,
      authors: 'Jan van den Berg; Éva Müller; The Moss Group; et al.',
      year: '2024',
      date: '2024-05-23',
      venue: '',
      doi: '',
      arxiv: '2405.01234',
      url: 'https://arxiv.org/abs/2405.01234',
      tags: 'moss; to read',
      status: 'read',
      note: preprint.note,
      abstract: preprint.paper.abstract,
    });
    expect(second!.authors).toMatch(/^'=/);
    expect(second!.note).toBe(`'${hostile.note}`);
    expect(rows.flat().some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
  });

  // Written from RFC 4180 alone.
  function parseCsv(text: string): string[][] {
    const rows: string[][] = [[]];
    for (let i = 0; i < text.length;) {
      let cell = '';
      if (text[i] === '"') {
        for (i++; text[i] !== '"' || text[i + 1] === '"'; i++) {
          if (text[i] === '"') i++;
          cell += text[i];
        }
        i++;
      } else while (i < text.length && !/[,\r]/.test(text[i]!)) cell += text[i++];
      rows.at(-1)!.push(cell);
      if (text[i] === ',') i++;
      else {
        i += 2;
        if (i < text.length) rows.push([]);
      }
    }
    return rows;
  }
});

describe('Markdown', () => {
  test('is a section a paper', () => {
    expect(writeMarkdown([toCsl(preprint, 'a')]))
      .toBe(`## [MossNet: τ-Learning on \\$O(n^2)\\$ Stones](<https://arxiv.org/abs/2405.01234>)

Jan van den Berg, Éva Müller, The Moss Group, et al.

*arXiv* 2024 · arXiv:2405.01234

Tags: moss, to read

Moss grows 5% \\& more.

> Good.
> ER  - really
`);
  });

  test('is a line to paste', () => {
    expect(markdownLine(toCsl(published, 'a'))).toBe(
      '[MossNet: τ-Learning on \\$O(n^2)\\$ Stones](<https://doi.org/10.1234/Tide_5>), Jan van den Berg, Éva Müller, The Moss Group et al., *Proceedings of the Conference on Tides* 2024',
    );
  });

  test('lets no markup of others through', () => {
    const text = writeMarkdown([toCsl(hostile, 'a')]);
    expect(text.replace(/\\[<>]/g, '').replace(/\]\(<[^<>]*>\)/g, '')).not.toMatch(/<[a-z/!]/i);
    expect(text).toContain('\\*\\*bold\\*\\* \\[x\\](javascript:1)');
  });
});
