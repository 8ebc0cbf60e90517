import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomFeed, type AtomEntry } from '../../../lib/digest/atom';

const kelp: AtomEntry = {
  paper: {
    id: '01JKELP',
    title: 'Kelp & light: x < y, "quoted"',
    authors: ['Ada Ahlgren', 'Béla Brandão'],
    abstract: 'We count <b>fronds</b> & stipes.',
    categories: ['q-bio.PE'],
  },
  href: 'https://arxiv.org/abs/2608.00001?a=1&b=2',
  reason: '+38 votes in 9 h',
};
const bare: AtomEntry = {
  paper: { id: '01JBARE', title: 'Bare', authors: [] },
  reason: 'Matches your watch “kelp”',
};
const newer = { date: '2026-08-22', madeAt: Date.UTC(2026, 7, 22, 8), entries: [kelp, bare] };
const older = { date: '2026-08-21', madeAt: Date.UTC(2026, 7, 21, 8), entries: [bare] };

const feed = (xml: string) => parseXml(xml).root!;
const all = (parent: XmlElement, name: string) =>
  parent.children.filter(
    (node) => node instanceof XmlElement && node.name === name,
  ) as XmlElement[];
const text = (parent: XmlElement, name: string) => all(parent, name)[0]?.text;

describe('digests as Atom', () => {
  it('has what RFC 4287 demands of a feed', () => {
    const root = feed(atomFeed([newer, older], 'Trending papers'));
    expect([root.name, root.attributes.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    expect(text(root, 'id')).toBe('tag:offprint.example,2026:digest');
    expect(text(root, 'title')).toBe('Trending papers');
    expect(text(root, 'updated')).toBe('2026-08-22T08:00:00.000Z');
    expect(all(root, 'author').map((author) => text(author, 'name'))).toEqual(['Offprint']);
    expect(all(root, 'entry').map((entry) => text(entry, 'id'))).toEqual([
      'tag:offprint.example,2026:digest/2026-08-22/01JKELP',
      'tag:offprint.example,2026:digest/2026-08-22/01JBARE',
      'tag:offprint.example,2026:digest/2026-08-21/01JBARE',
    ]);
  });

  it('gives back the words of a paper, markup in them being words', () => {
    const [entry, second] = all(feed(atomFeed([newer], 'T')), 'entry');
    expect(text(entry!, 'title')).toBe('Kelp & light: x < y, "quoted"');
    expect(text(entry!, 'updated')).toBe('2026-08-22T08:00:00.000Z');
    expect(all(entry!, 'author').map((author) => author.text)).toEqual([
      'Ada Ahlgren',
      'Béla Brandão',
    ]);
    expect(all(entry!, 'category').map(({ attributes }) => attributes.term)).toEqual(['q-bio.PE']);
    expect(all(entry!, 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', href: 'https://arxiv.org/abs/2608.00001?a=1&b=2' },
    ]);
    const [content] = all(entry!, 'content');
    const [div] = all(content!, 'div');
    expect(content!.attributes.type).toBe('xhtml');
    expect(div!.attributes.xmlns).toBe('http://www.w3.org/1999/xhtml');
    expect(all(div!, 'p').map((part) => part.text)).toEqual([
      '+38 votes in 9 h',
      'We count <b>fronds</b> & stipes.',
    ]);
    expect(all(second!, 'link')).toEqual([]);
    expect(all(all(all(second!, 'content')[0]!, 'div')[0]!, 'p')).toHaveLength(1);
  });

  it('leaves out what XML cannot hold, and can be read whatever a paper says', () => {
    const title = 'a\u0000b\u000cc\uFFFEd\uD800e\u{1F30A}';
    const odd = { ...bare, paper: { ...bare.paper, title } };
    const entry = all(feed(atomFeed([{ ...older, entries: [odd] }], 'T')), 'entry')[0]!;
    expect(text(entry, 'title')).toBe('abcde\u{1F30A}');
    const anything = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(anything, anything, anything, (title, abstract, reason) => {
        const paper = { ...kelp.paper, title, abstract, authors: [title], categories: [abstract] };
        const xml = atomFeed([{ ...newer, entries: [{ paper, href: title, reason }] }], reason);
        expect(all(feed(xml), 'entry')).toHaveLength(1);
      }),
    );
  });

  it('is a feed without entries where there is no digest', () => {
    const root = feed(atomFeed([], 'T'));
    expect([text(root, 'updated'), all(root, 'entry').length]).toEqual([
      '1970-01-01T00:00:00.000Z',
      0,
    ]);
  });
});
