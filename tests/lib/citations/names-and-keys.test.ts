import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationKeys, keyOf, type KeyedPaper } from '../../../lib/citations/keys';
import { invertName, joinName, splitName, type CslName } from '../../../lib/citations/names';

describe('a name', () => {
  test.each<[string, CslName]>([
    ['Ada Example', { given: 'Ada', family: 'Example' }],
    ['Jan van den Berg', { given: 'Jan', 'non-dropping-particle': 'van den', family: 'Berg' }],
    [
      'Ludwig van Beethoven',
      { given: 'Ludwig', 'non-dropping-particle': 'van', family: 'Beethoven' },
    ],
    [
      'Charles de la Vallée Poussin',
      { given: 'Charles', 'non-dropping-particle': 'de la', family: 'Vallée Poussin' },
    ],
    ['Luc Van Example', { given: 'Luc', family: 'Van Example' }],
    ['Martin L. King Jr.', { given: 'Martin L.', family: 'King', suffix: 'Jr.' }],
    ['Kyunghyun cho', { given: 'Kyunghyun', family: 'cho' }],
    ['王小明', { literal: '王小明' }],
    ['王 小明', { family: '王', given: '小明' }],
    ['Plato', { literal: 'Plato' }],
    ['de Finetti', { literal: 'de Finetti' }],
    ['DeepSeek-AI', { literal: 'DeepSeek-AI' }],
    ['Moss Team', { literal: 'Moss Team' }],
    ['The Tide Collaboration', { literal: 'The Tide Collaboration' }],
  ])('%s is split, and joined again', (text, name) => {
    expect(splitName(text)).toEqual(name);
    expect(joinName(name)).toBe(text);
    const inverted = name.literal ?? invertName(name);
    expect(joinName(splitName(inverted))).toBe(text);
  });

  test.each([
    ['van den Berg, Jan', 'Jan van den Berg'],
    ['King, Jr., Martin L.', 'Martin L. King Jr.'],
    ['Moss, Inc.', 'Moss, Inc.'],
    ['  Ada \n Example ', 'Ada Example'],
    ['', ''],
    [',', ','],
  ])('%j is %j', (text, joined) => {
    expect(joinName(splitName(text))).toBe(joined);
  });

  test('survives splitting, inverting and joining, whatever its words', () => {
    const word = fc.constantFrom(
      'Ada',
      'van',
      'de',
      'la',
      'Van',
      'O’Neil',
      'J.',
      'Jr.',
      '王',
      'III',
      'y',
      'Berg-Moss',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const text = words.join(' ');
        const name = splitName(text);
        expect(joinName(name)).toBe(text);
        const once = joinName(splitName(name.literal ?? invertName(name)));
        expect(once).toBe(text);
      }),
      { examples: [[['王', '王', 'III']]], numRuns: 1_000 },
    );
  });
});

describe('a citation key', () => {
  const paper = (id: string, more: Partial<KeyedPaper> = {}): KeyedPaper => ({
    id,
    title: 'On the Attention of Kites: 3D',
    authors: ['Jan van den Berg', 'Ada Example'],
    publishedAt: '2024-05-23',
    ids: [`arxiv:2405.${id}`],
    ...more,
  });

  test.each([
    ['[auth][year][word]', 'vandenberg2024attention'],
    ['[Auth]_[yy]_[Words]', 'VanDenBerg_24_AttentionKites3d'],
    ['[auth]:[unknown]', 'vandenberg:unknown'],
    ['{[auth]}, #\\', 'vandenberg'],
    ['[constructor][__proto__]', 'constructor__proto__'],
  ])('%s is %s', (pattern, key) => {
    expect(keyOf(paper('00001'), pattern)).toBe(key);
  });

  test('is ASCII, whatever the script', () => {
    expect(keyOf(paper('1', { authors: ['Łukasz Müßig'], title: 'Élan' }))).toBe('mussig2024elan');
    expect(keyOf(paper('1', { authors: ['王小明'], title: '关于风筝' }))).toMatch(
      /^paper2024-[a-z]{6}$/,
    );
    expect(keyOf(paper('1', { authors: [], title: '', publishedAt: undefined }))).toMatch(
      /^paper-[a-z]{6}$/,
    );
  });

  test('belongs to the paper met first; later ones change no earlier key', () => {
    const papers = ['00001', '00002', '00003'].map((id) => paper(id));
    const keys = citationKeys(papers);
    expect(keys.get('00001')).toBe('vandenberg2024attention');
    expect(keys.get('00002')).toMatch(/^vandenberg2024attention-[a-z]{3}$/);
    expect(citationKeys(papers.toReversed())).toEqual(keys);
    expect(citationKeys(papers.slice(0, 2)).get('00002')).toBe(keys.get('00002'));
    const others = citationKeys([paper('00001'), paper('00003')]);
    expect(others.get('00003')).toBe(keys.get('00003'));
  });

  test('is unique and legal in BibTeX', () => {
    const some = fc.record({
      title: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Kites', 'kites', 'KITES')),
      authors: fc.array(fc.constantFrom('A B', 'a b', 'É B', '{}%#', '王'), { maxLength: 2 }),
      publishedAt: fc.constantFrom('2024-01-01', undefined),
      ids: fc.constantFrom<string[]>([], ['doi:10.1/x']),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (papers) => {
        const keys = citationKeys(papers.map((each, i) => ({ ...each, id: String(i) })));
        const all = [...keys.values()].map((key) => key.toLowerCase());
        expect(new Set(all).size).toBe(papers.length);
        for (const key of all) expect(key).toMatch(/^[a-z0-9_:.-]+$/);
      }),
    );
  });
});
