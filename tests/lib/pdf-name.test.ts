import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfName } from '../../lib/pdf-name';

const named = (title: string, authors: string[] = ['Ada Example'], publishedAt?: string) =>
  pdfName({ title, authors, ...(publishedAt && { publishedAt }) });

describe('the name of a PDF', () => {
  it.each([
    ['Kelp Forests', ['Ada Example', 'Bo Sample'], '2025-11-20', 'Example 2025 - Kelp Forests.pdf'],
    [
      'Kelp Forests',
      ['Ludwig van Beethoven'],
      '2025-11-20',
      'van Beethoven 2025 - Kelp Forests.pdf',
    ],
    ['Kelp Forests', ['Example, Ada'], '2025-11-20', 'Example 2025 - Kelp Forests.pdf'],
    ['Kelp Forests', ['Ada Example Jr.'], undefined, 'Example - Kelp Forests.pdf'],
    ['Kelp Forests', [], '2025-11-20', '2025 - Kelp Forests.pdf'],
    ['Kelp Forests', [], undefined, 'Kelp Forests.pdf'],
    ['', [], undefined, 'Paper.pdf'],
    ['Kelp: A Survey', ['Ada Example'], '2025-01-01', 'Example 2025 - Kelp - A Survey.pdf'],
    ['Yes/No? "A|B" <c*d>\\e', ['A B'], '2025-01-01', 'B 2025 - Yes No A B cd e.pdf'],
    ['Ends with dots...', ['A B'], '2025-01-01', 'B 2025 - Ends with dots.pdf'],
    ['.hidden', [], undefined, 'hidden.pdf'],
    ['CON', [], undefined, '_CON.pdf'],
    ['lpt1.txt', [], undefined, '_lpt1.txt.pdf'],
    ['Concert Halls', [], undefined, 'Concert Halls.pdf'],
    ['深度学习中的注意力', ['王 小明'], '2024-02-03', '小明 2024 - 深度学习中的注意力.pdf'],
    ['مقدمة في التعلم', ['سارة حداد'], '2023-01-01', 'حداد 2023 - مقدمة في التعلم.pdf'],
    ['می\u200cخواهم', [], undefined, 'می\u200cخواهم.pdf'],
    ['safe\u202efdp.exe', ['A\u2066B'], undefined, 'AB - safefdp.exe.pdf'],
    ['two\nlines\tand\u0000nul', [], undefined, 'two lines andnul.pdf'],
  ])('of %j by %j of %s is %s', (title, authors, publishedAt, name) => {
    expect(named(title, authors, publishedAt)).toBe(name);
  });

  it('ends before 150 letters, at the end of one that is shown as one', () => {
    const name = named('👩‍🔬'.repeat(100), [], undefined);
    expect(name.length).toBeLessThanOrEqual(150);
    expect(name).toMatch(/^(?:👩‍🔬)+\.pdf$/u);
    expect(named('a'.repeat(1_000))).toHaveLength(149);
  });

  it('is one that every system takes, whatever the paper says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 2 }),
        (title, authors) => {
          const name = named(title, authors, '2025-01-01');
          expect(name.length).toBeLessThanOrEqual(150);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
          expect(name).toMatch(/\.pdf$/);
          expect(name).not.toMatch(
            /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
          );
          expect(name).not.toMatch(/^[\s.]|[\s.]\.pdf$/);
          expect(name.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
