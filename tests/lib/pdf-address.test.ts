import { describe, expect, it } from 'vitest';
import { pdfAddress } from '../../lib/pdf-address';

const pdf = (href: string) => ({ rel: 'pdf' as const, href });

describe('where a PDF is asked for', () => {
  it.each([
    [
      'its link',
      [],
      [pdf('https://openreview.net/pdf?id=abc')],
      'https://openreview.net/pdf?id=abc',
    ],
    ['arXiv, by number', ['arxiv:2401.01234'], [], 'https://arxiv.org/pdf/2401.01234'],
    [
      'arXiv, without the ending',
      [],
      [pdf('https://www.arxiv.org/pdf/2401.01234v2.pdf')],
      'https://arxiv.org/pdf/2401.01234v2',
    ],
    [
      'arXiv before others',
      ['arxiv:2401.01234'],
      [pdf('https://a.example/x.pdf')],
      'https://arxiv.org/pdf/2401.01234',
    ],
    ['without a fragment', [], [pdf('https://a.example/x.pdf#page=2')], 'https://a.example/x.pdf'],
    [
      'the first that may be',
      [],
      [pdf('http://a.example/x.pdf'), pdf('https://b.example/x.pdf')],
      'https://b.example/x.pdf',
    ],
    [
      'nowhere without a link',
      ['doi:10.1000/x'],
      [{ rel: 'page' as const, href: 'https://a.example/' }],
      undefined,
    ],
    ['not over http', [], [pdf('http://a.example/x.pdf')], undefined],
    ['not at another port', [], [pdf('https://a.example:8443/x.pdf')], undefined],
    ['not with a name', [], [pdf('https://me:word@a.example/x.pdf')], undefined],
    ['not at what is no address', [], [pdf('https://')], undefined],
  ])('%s', (_, ids, links, address) => {
    expect(pdfAddress({ ids, links })).toBe(address);
  });
});
