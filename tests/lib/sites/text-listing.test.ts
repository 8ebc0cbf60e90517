import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextListing } from '../../../lib/sites/text-listing';
import { describeWithShared, sharedFolder } from '../../shared-folder';
import { bestOfFive } from '../../best-of-five';

const papers = [
  {
    title: 'Nine Years of Watching Moss',
    abstract:
      'Moss grows slowly, and so do the data about it. We present MossNet, a network of volunteers and cheap cameras that has watched four hundred stones for nine years. In experiments on held-out stones our method outperforms the existing approaches, and we release the dataset.',
  },
  {
    title: 'Can a Kite be Steered by One Line?',
    abstract:
      'A kite has two lines and a reason for it. In this paper we study what one line can do, derive a bound on the angle that is reached, and evaluate it on three commercial kites. The results show that the bound is tight, and that the model explains why beginners crash at https://kites.example/one',
  },
  {
    title: 'Listening for the Tide: Harbours as Clocks, Revisited for the Age of Cheap Microphones',
    abstract:
      'Tide tables are older than computers. We ask whether a small recurrent model can learn one from nothing but the sound of a harbour. We train on forty harbours, compare with four baselines, and find that a week of listening is enough: performance is within six minutes of the official table.',
  },
];
const read = (text: string) =>
  readTextListing(text).map(({ title, abstract }) => ({ title, abstract }));
const alternating = papers.flatMap(({ title, abstract }) => [title, abstract]);

describe('a listing', () => {
  test.each([
    ['line by line', alternating.join('\n')],
    ['with Windows line ends', alternating.join('\r\n')],
    ['with empty lines', alternating.join('\n\n\n')],
    [
      'inside navigation',
      `Home\nPapers\nSign up now!\n${alternating.join('\n')}\nLoad more\n© 2026`,
    ],
    [
      'with navigation between the papers',
      papers.map((p) => `12 upvotes\n·\n${p.title}\n${p.abstract}\nPDF\nRead more`).join('\n'),
    ],
    [
      'with a label over each abstract',
      papers.map((p) => `${p.title}\nAbstract\n${p.abstract}`).join('\n'),
    ],
    [
      'with bylines',
      papers
        .map((p) => `${p.title}\nAda Marsh, Ben M. O’Quay and Cy van der Vane\n${p.abstract}`)
        .join('\n'),
    ],
    ['wrapped', papers.map((p) => `${p.title}\n\n${wrapped(p.abstract, 72)}`).join('\n\n')],
    [
      'wrapped, titles too',
      papers.map((p) => `${wrapped(p.title, 60)}\n\n${wrapped(p.abstract, 60)}`).join('\n\n'),
    ],
    [
      'wrapped without empty lines',
      papers.map((p) => `${p.title}\n${wrapped(p.abstract, 80)}`).join('\n'),
    ],
    [
      'a sentence a line',
      papers
        .slice(0, 1)
        .map((p) => `${p.title}\n${p.abstract.replaceAll('. ', '.\n')}`)
        .join('\n'),
    ],
  ])('%s', (name, text) => {
    expect(read(text)).toEqual(name.startsWith('a sentence') ? papers.slice(0, 1) : papers);
  });

  test('of one paper', () => {
    expect(read(`${papers[0]!.title}\n${papers[0]!.abstract}`)).toEqual([papers[0]]);
  });

  test('in Chinese', () => {
    const abstract =
      '本文提出一种基于深度学习的图像去噪方法。我们在三个公开数据集上进行了实验，结果表明，该模型优于现有方法。'.repeat(
        2,
      );
    expect(read(`基于深度学习的图像去噪方法研究\n${abstract}`)).toEqual([
      { title: '基于深度学习的图像去噪方法研究', abstract },
    ]);
  });

  test('has an abstract of one sentence among long ones', () => {
    const short = {
      title: 'A Short Proof',
      abstract: 'We prove the main theorem of an earlier study in one line.',
    };
    const text = [...alternating, short.title, short.abstract].join('\n');
    expect(read(text)).toEqual([...papers, short]);
  });

  test('loses a label that is glued to a title', () => {
    const [first] = papers;
    for (const label of ['Subscribe', 'Sign up', 'Read more']) {
      expect(read(`${label}${first!.title}\n${first!.abstract}`)).toEqual([first]);
    }
  });

  test.each([
    ['SubscribeNet: Who Reads to the End', 'SubscribeNet'],
    ['ShareGPT Conversations Reveal What People Ask', 'ShareGPT'],
    ['SearchQA: A Name that the Abstract Never Says', 'nothing of the sort'],
    ['Subscribers and Their Discontents', 'subscribers'],
  ])('keeps %s', (title, mention) => {
    const abstract = `${papers[0]!.abstract} It is called ${mention}.`;
    expect(read(`${title}\n${abstract}`)).toEqual([{ title, abstract }]);
  });
});

describe('no listing', () => {
  test.each(Object.entries(readOthers()))('%s', (_, text) => expect(read(text)).toEqual([]));
  test('nothing at all', () => expect(read('')).toEqual([]));
});

describe('anything at all', () => {
  test('is no reason to throw, and hostile text stays text within its caps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => void read(text)),
    );
    const title = '<img src=x onerror=alert(1)> \u202eReversed\u0000 __proto__';
    const abstract = papers[0]!.abstract.padEnd(1_000_000, ' and on it goes');
    const [paper] = read(`${title}\n${abstract}`);
    expect(paper!.title).toBe('<img src=x onerror=alert(1)> Reversed __proto__');
    expect(paper!.abstract!.length).toBeLessThanOrEqual(20_000);
  });

  test.each([
    ['a listing', `${alternating.join('\n')}\n`],
    ['wrapped lines', `${wrapped(alternating.join(' '), 80)}\n`],
    ['sentences', 'One more sentence that stands alone on its line, as we show. And two.\n'],
    ['one line', 'word '],
    ['empty lines', '\n'],
    ['dots', '. A'],
  ])('takes time in proportion: %s', (_, unit) => {
    const [short, long] = bestOfFive(
      ...[2 ** 17, 2 ** 18].map((length) => {
        const text = unit.repeat(Math.ceil(length / unit.length));
        return () => readTextListing(text);
      }),
    );
    expect(long).toBeLessThan(Math.max(30, short! * 3));
  });
});

describeWithShared('the real listing', () => {
  const text = () => readFileSync(join(sharedFolder, 'pages/seed-listing.txt'), 'utf8');

  test('gives all its papers, word for word', () => {
    const got = readTextListing(text());
    expect(got).toHaveLength(233);
    expect(got[0]!.title).toBe('Show and Tell: A Neural Image Caption Generator');
    // Plain pairing: in this file every line of 400 letters is an abstract, the line before its title.
    const lines = text().split('\n');
    const pairs = lines.flatMap((line, i) => (line.length >= 400 ? [[lines[i - 1]!, line]] : []));
    expect(pairs).toHaveLength(233);
    pairs[0]![0] = pairs[0]![0]!.replace('SubscribeShow', 'Show');
    expect(got.map((paper) => [paper.title, paper.abstract])).toEqual(pairs);
  });

  test('gives the same with other line ends, empty lines and other navigation', () => {
    const plain = readTextListing(text());
    expect(readTextListing(text().replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(readTextListing(text().replaceAll('\n', '\n\n'))).toEqual(plain);
    expect(readTextListing(`Home\nSearch\n\n${text()}\n\nPrivacy\nTerms of use`)).toEqual(plain);
  });
});

function wrapped(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('\n');
}

function readOthers(): Record<string, string> {
  const news = (headline: string, more: string) =>
    `${headline}\nThe town council met on Tuesday evening to decide about the old harbour crane, which has stood idle since the ferry was moved. ${more} The mayor said that a decision would be made before the summer, and asked everyone to remain patient until then.`;
  return {
    news: ['Council Delays Decision on Harbour Crane', 'Ferry Moves North After Thirty Years']
      .map((headline) => news(headline, 'Several residents spoke in favour of keeping it.'))
      .join('\n'),
    'an article': Array.from({ length: 6 }, () =>
      news('', 'A new study says results may vary.'),
    ).join('\n\n'),
    recipes:
      'Grandmother’s Plum Cake\nThis cake has been in the family for three generations, and nobody has ever managed to bake it twice in the same way. Preheat the oven, stone the plums, and beat the butter with the sugar until it is pale. Then fold in the flour and bake it for forty minutes.\nSoup of the Late Garden\nWhat the garden still gives in October goes into this soup: beans, a marrow, the last tomatoes. Chop everything, let it simmer for an hour with a bay leaf, and season it at the very end. It keeps for three days in a cold place, and is better on the second.',
    shop: 'Walking Boots, Waterproof\nOur best boots for wet weather, made of oiled leather with a sole that grips on stone and mud alike. Free delivery on orders over fifty. Choose your usual size, as they do not run small. Returns are accepted within thirty days when the boots were worn indoors only.\nAdd to basket\nRain Jacket, Packable\nFolds into its own pocket and weighs less than an apple. The seams are taped, the hood fits over a helmet, and the zip opens from both ends. Customers who bought this also bought walking boots, a hat, and gaiters. Available in green, grey and a very bright orange.',
    'lorem ipsum': Array.from(
      { length: 8 },
      () =>
        'Lorem Ipsum Dolor Sit Amet\nLorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.',
    ).join('\n'),
    chat: Array.from(
      { length: 40 },
      (_, i) => `[10:${i + 10}] ada: did you see the paper?\n[10:${i + 10}] ben: which model?`,
    ).join('\n'),
    code: Array.from(
      { length: 60 },
      (_, i) => `  const model${i} = train(data.slice(${i}), { rate: 0.1 });`,
    ).join('\n'),
    licence:
      'Permission is hereby granted\nRedistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer. Neither the name of the holder may be used.',
  };
}
