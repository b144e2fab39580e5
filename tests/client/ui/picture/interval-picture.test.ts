import { describe, expect, it } from 'vitest';
import { intervalPicture } from '../../../../client/ui/picture/interval-picture.ts';

const percent = (share: number) => `${share * 100} %`;
const draw = (rows: Parameters<typeof intervalPicture>[0]['rows']) =>
  intervalPicture({ width: 640, rows, title: 'Share', percent });
const mark = (value: number, hollow: boolean) => ({ value, low: value - 0.1, high: value + 0.1, hollow });

describe('shares on paper', () => {
  it('stand where they are between none and all, told apart by shape', () => {
    const { markup } = draw([{ name: 'Women', marks: [mark(0.25, true), mark(0.75, false)] }]);
    const centres = [...markup.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="4" fill="([^"]+)"/g)];
    const [before, after] = centres.map(([, x, y, fill]) => ({ x: Number(x), y: Number(y), fill }));
    // The picture leaves 130 pixels for names and 28 at the end.
    expect(before.x).toBeCloseTo(130 + 0.25 * 482, 1);
    expect(after.x).toBeCloseTo(130 + 0.75 * 482, 1);
    expect(before.y).toBeLessThan(after.y);
    expect([before.fill, after.fill]).toEqual(['#ffffff', '#111111']);
    expect(markup.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  it('grows with its rows, and is a picture without any', () => {
    const row = { name: 'Women & girls', marks: [mark(0.5, false)] };
    expect(draw([row, row]).height - draw([row]).height).toBe(40);
    expect(draw([row]).markup).toContain('Women &amp; girls');
    expect(draw([]).markup).toContain('>100 %<');
    expect(draw([]).markup).not.toContain('NaN');
  });
});
