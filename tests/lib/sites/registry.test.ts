// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SeenPaper } from '../../../lib/paper';
import { seenPaperSchema } from '../../../lib/paper-schema';
import type { Promised } from '../../../lib/sites/adapter';
import { sites } from '../../../lib/sites/registry';
import { siteFor } from '../../../lib/sites/site-for';
import { readAll } from './read-all';

const fixtures = join(import.meta.dirname, '../../fixtures/sites');

interface Fixture {
  url: string;
  /** What makes the page the case it is, so that a changed page cannot lose its point. */
  shape: Record<string, number>;
  promised: Promised;
  papers: SeenPaper[];
}

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe.each(sites)('$id', (site) => {
  test.each(site.samples)('reads %s, and no other site does', (sample) => {
    expect(sites.filter((other) => siteFor([other], sample))).toEqual([site]);
    expect(URL.canParse(site.listing(new URL(sample)))).toBe(true);
  });

  test.each(site.samples)('does not read a look-alike of %s', (sample) => {
    const { hostname, href, pathname } = new URL(sample);
    const domain = hostname.split('.').slice(-2).join('.');
    expect(siteFor(sites, href.replace(domain, `fake${domain}`))).toBeUndefined();
    expect(siteFor(sites, href.replace(domain, `${domain}.evil.example`))).toBeUndefined();
    expect(siteFor(sites, `https://evil.example/${hostname}${pathname}`)).toBeUndefined();
    expect(siteFor(sites, href.replace('https:', 'ftp:'))).toBeUndefined();
  });

  test.each(site.samples)('gives nothing for an empty document at %s', (sample) => {
    const nothing = { rows: [], promised: { rows: 0, abstracts: 0 } };
    expect(readAll(site, parse(''), new URL(sample))).toEqual(nothing);
  });

  const names = readdirSync(join(fixtures, site.id))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length));

  test('has fixtures', () => expect(names.length).toBeGreaterThan(0));

  describe.each(names)('%s', (name) => {
    const path = join(fixtures, site.id, name);
    const html = readFileSync(`${path}.html`, 'utf8');
    const fixture: Fixture = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
    const url = new URL(fixture.url);

    test('has its shape', () => {
      const page = parse(html);
      const shape = Object.keys(fixture.shape).map((selector) => [
        selector,
        page.querySelectorAll(selector).length,
      ]);
      expect(Object.fromEntries(shape)).toEqual(fixture.shape);
    });

    test('gives its papers, in page order, twice, and stays as it was', () => {
      const page = parse(html);
      const before = page.documentElement.outerHTML;
      const { rows, promised } = readAll(site, page, url);
      expect(rows.map(({ paper }) => paper)).toStrictEqual(fixture.papers);
      expect(promised).toEqual(fixture.promised);
      expect(readAll(site, page, url)).toEqual({ rows, promised });
      expect(page.documentElement.outerHTML).toBe(before);
      for (const { anchor, paper } of rows) {
        expect(page.contains(anchor)).toBe(true);
        expect(seenPaperSchema.parse(paper)).toEqual(paper);
      }
    });

    test('gives text where a title is poisoned', () => {
      const page = parse(html);
      const [row] = readAll(site, page, url).rows;
      if (!row || row.paper.provisional) return;
      const poison = ' <img src=x onerror=alert(1)></script>\u202e\u0000 __proto__ ';
      row.anchor.append(poison, page.createElement('img'));
      const again = readAll(site, page, url).rows[0]!.paper.title;
      expect(again).toBe(`${row.paper.title} <img src=x onerror=alert(1)></script> __proto__`);
    });

    test('survives anything taken away or turned over', () => {
      const count = parse(html).querySelectorAll('*').length;
      for (let i = 0; i < count; i += Math.ceil(count / 12)) {
        const page = parse(html);
        page.querySelectorAll('*')[i]?.remove();
        expect(() => readAll(site, page, url)).not.toThrow();
        const emptied = parse(html);
        const element = emptied.querySelectorAll('*')[i]!;
        for (const { name: attribute } of [...element.attributes]) {
          element.setAttribute(attribute, 'http://[');
        }
        expect(() => readAll(site, emptied, url)).not.toThrow();
      }
    });
  });
});
