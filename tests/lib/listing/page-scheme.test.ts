import { describe, expect, test } from 'vitest';
import { lightness } from '../../../lib/listing/page-scheme';

describe('the lightness of a computed colour', () => {
  test.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(11, 15, 25, 0.9)', 0.06],
    ['oklch(0.98 0.01 250)', 0.98],
    ['oklab(0.2 0.01 0.02)', 0.2],
  ])('of %s is near %d', (color, shade) => {
    expect(lightness(color)).toBeCloseTo(shade, 1);
  });

  test.each(['rgba(0, 0, 0, 0)', 'transparent', '', 'rgba(0, 0, 0, 0.2)'])(
    'is unknown for %s, which lets through what is behind it',
    (color) => expect(lightness(color)).toBeUndefined(),
  );
});
