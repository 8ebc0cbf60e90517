import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Findings } from '../../scripts/inspect/inspect';
import { root } from '../../scripts/setup/root.mjs';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { describeWithShared, hasShared, sharedFolder } from '../shared-folder';

describe('npm run inspect', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'offprint-inspect-test-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('prints what was stored of a listing, in page order, and nothing else', () => {
    const papers = inventPapers(5);
    const file = join(folder, 'day.html');
    writeFileSync(file, huggingFaceDay(papers, '2025-11-21'));
    const { findings } = inspect(file, 'https://huggingface.co/papers/date/2025-11-21');
    expect(findings.errors).toEqual([]);
    expect(findings.papers.map(({ title, abstract, ids }) => ({ title, abstract, ids }))).toEqual(
      papers.map(({ title, abstract, id }) => ({ title, abstract, ids: [`arxiv:${id}`] })),
    );
    expect(findings.papers[0]).toMatchObject({ site: 'hugging-face', reader: 'hugging-face' });
    expect(findings.health).toMatchObject({ rowsFound: 5, abstractsFound: 5 });
  });

  test('prints an empty answer for a page without papers, and that is no failure', () => {
    const file = join(folder, 'none.html');
    writeFileSync(file, '<!doctype html><title>Nothing</title><p>No paper is here.</p>');
    const { findings, status } = inspect(file, 'https://example.org/none');
    expect(status).toBe(0);
    expect(findings).toEqual({ papers: [], health: {}, errors: [] });
  });

  test('says how it is used when the address is missing', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/inspect.mjs'), 'page.html'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('npm run inspect -- FILE URL');
  });
});

describeWithShared('npm run inspect on real saved pages', () => {
  const expected = hasShared ? readdirSync(join(sharedFolder, 'pages/expected')) : [];
  const sites = expected.filter((name) => /^(?:hf|arxiv)__.*|^biorxiv__cloudflare/.test(name));

  it.each(sites)('%s', (name) => {
    const { file, url, papers } = JSON.parse(
      readFileSync(join(sharedFolder, 'pages/expected', name), 'utf8'),
    ) as { file: string; url: string; papers: { title: string; ids: string[] }[] };
    const { findings } = inspect(join(sharedFolder, 'pages', file), url);
    expect(findings.papers.map(({ title, ids }) => ({ title, id: ids[0] }))).toEqual(
      papers.map(({ title, ids }) => ({ title, id: ids[0] })),
    );
  });

  it('reads the seed listing as text', () => {
    const seed = join(sharedFolder, 'pages/seed-listing.txt');
    const { findings } = inspect(seed, 'https://example.org/listing.txt');
    expect(findings.papers).toHaveLength(233);
    expect(findings.papers[0]).toMatchObject({
      title: 'Show and Tell: A Neural Image Caption Generator',
      reader: 'text',
    });
  });
});

function inspect(file: string, url: string): { findings: Findings; status: number | null } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, 'scripts/inspect.mjs'), file, url],
    { encoding: 'utf8', timeout: 55_000, maxBuffer: 50_000_000 },
  );
  if (status !== 0) throw new Error(`inspect failed: ${stderr}`);
  return { findings: JSON.parse(stdout) as Findings, status };
}
