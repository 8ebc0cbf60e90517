// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { NoteText } from '../../../components/note/note-text';
import { parseNote, toggleTask } from '../../../components/note/parse-note';

const nestedStrong = (n: number) => '**a '.repeat(n) + 'b' + ' c**'.repeat(n);

const shown = (text: string, onChange: (text: string) => void = () => {}) =>
  render(<NoteText text={text} onChange={onChange} />).container.firstElementChild!;

/** The names of all elements inside, in order. */
const elements = (text: string) =>
  [...shown(text).querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase());

describe('a note in Markdown', () => {
  it.each([
    ['two *words* and **more**', ['p', 'em', 'strong']],
    ['one line\nand the next', ['p', 'br']],
    ['# Plan\n\n1. read\n2. write', ['h3', 'ol', 'li', 'li']],
    ['### Deep\n\n##### Deeper\n\n# High', ['h3', 'h4', 'h3']],
    ['- a\n  - b\n\n> said\n\n---', ['ul', 'li', 'ul', 'li', 'blockquote', 'p', 'hr']],
    ['`x` ~~y~~\n\n```\n<b>z</b>\n```', ['p', 'code', 's', 'pre', 'code']],
    ['|a|b|\n|-|-|\n|c|d|', 'table thead tr th th tbody tr td td'.split(' ')],
    ['    set in, not a program', ['p']],
  ])('%j', (text, expected) => expect(elements(text)).toEqual(expected));

  it.each([
    '#agents and #to-read are tags',
    'the price is $5 and then $7',
    'loss $x*y*z$ and $$a_*b_*c$$',
    'as \\(a*b*c\\) and \\[d*e*f\\] say',
    'file.md and example.com are no links',
  ])('leaves as it was written: %s', (text) => {
    expect(elements(text)).toEqual(['p']);
    expect(shown(text).textContent).toBe(text);
  });

  it('leads only to the web and to mail, in a tab that knows nothing of this one', () => {
    const text =
      '[web](https://a.example/b) <mailto:ada@a.example> https://c.example/d [old](http://e.example)';
    const links = [...shown(text).querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://a.example/b',
      'mailto:ada@a.example',
      'https://c.example/d',
      'http://e.example',
    ]);
    for (const link of links) {
      expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      expect(link).toHaveAttribute('target', '_blank');
    }
  });

  it('fetches no picture: what it shows is said, as a link', () => {
    const note = shown('![a kelp forest](https://pictures.example/kelp.png)');
    expect(note.querySelector('img')).toBeNull();
    expect(note.querySelector('a')).toHaveTextContent('a kelp forest');
    expect(note.querySelector('a')).toHaveAttribute('href', 'https://pictures.example/kelp.png');
  });

  it('has its tasks ticked in the text', async () => {
    const onChange = vi.fn();
    const text = '# To do\n\n- [x] read\n- [ ] write\n  1. [ ] a table\n- [] no task';
    shown(text, onChange);
    const boxes = screen.getAllByRole('checkbox');
    expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([true, false, false]);
    await userEvent.click(boxes[2]!);
    expect(onChange).toHaveBeenLastCalledWith(text.replace('1. [ ] a', '1. [x] a'));
    await userEvent.click(boxes[0]!);
    expect(onChange).toHaveBeenLastCalledWith(text.replace('[x] read', '[ ] read'));
  });

  it('ticks nothing where no task is', () => {
    expect(toggleTask('a [ ] b\n- c', 0)).toBe('a [ ] b\n- c');
    expect(toggleTask('- [ ] a', 7)).toBe('- [ ] a');
    expect(toggleTask('> - [X] a\r\n- [ ] b', 0)).toBe('> - [ ] a\r\n- [ ] b');
  });
});

describe('a hostile note', () => {
  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](data:image/png;base64,iVBORw0KGgo=)',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: javascript:alert(1)',
    '[x](//evil.example/x)',
    '[x](chrome-extension://abc/library.html)',
    '[x](file:///etc/passwd)',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<svg onload=alert(1)>',
  ])('is text: %s', (text) => {
    const note = shown(text);
    expect(note.querySelector('a, img, script, iframe, svg, [onerror], [onload]')).toBeNull();
    expect(note.textContent).toContain(text.startsWith('<') ? text : 'x');
  });

  it.each([
    ['brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['pictures', '!['.repeat(50_000)],
    ['links', '[a]('.repeat(25_000)],
    ['asterisks', '**a '.repeat(12_500) + ' b**'.repeat(12_500)],
    ['quotations', '>'.repeat(100_000)],
    ['dollars', '$a '.repeat(33_000)],
    ['formulas', '\\('.repeat(50_000)],
    ['code', Array.from({ length: 440 }, (_, n) => `a${'`'.repeat(n)}`).join('')],
    ['addresses', 'http://'.repeat(14_000)],
  ])('of 100,000 letters of %s takes no long time', (_, text) => {
    const start = performance.now();
    parseNote(text);
    // A quadratic reader takes minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it.each(['>'.repeat(50_000) + 'deep', '- '.repeat(5_000) + 'deep', nestedStrong(5_000)])(
    'that goes deeper than a page can is shown as it was written',
    (text) => {
      expect(shown(text).textContent).toBe(text);
      expect(shown(text).querySelector('*')).toBeNull();
    },
  );
});
