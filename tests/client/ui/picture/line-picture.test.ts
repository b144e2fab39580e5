import { describe, expect, it } from 'vitest';
import { type LinePoint, linePicture, niceTicks } from '../../../../client/ui/picture/line-picture.ts';

const draw = (points: LinePoint[]) =>
  linePicture({
    width: 600,
    height: 200,
    points,
    names: points.map((_, i) => `m${i}`),
    number: String,
    title: 'So far',
  }).markup;

describe('a line on paper', () => {
  it('has round numbers beside it, with zero among them', () => {
    expect(niceTicks(-196, 0)).toEqual([-200, -150, -100, -50, 0]);
    expect(niceTicks(0, 7)).toEqual([0, 2, 4, 6, 8]);
    expect(niceTicks(0, 0.3).at(-1)).toBeGreaterThanOrEqual(0.3);
    expect(niceTicks(0, 0)).toContain(0);
    expect(niceTicks(-40, 38)).toEqual([-40, -20, 0, 20, 40]);
  });

  it('is broken where nothing is known', () => {
    const known = (value: number): LinePoint => ({ value, low: value - 1, high: value + 1 });
    const hole: LinePoint = { value: null, low: null, high: null };
    const whole = draw([known(1), known(2), known(3)]);
    const broken = draw([known(1), hole, known(3)]);
    expect(whole.match(/Z/g)).toHaveLength(1);
    expect(broken.match(/Z/g)).toHaveLength(2);
    expect(broken).not.toContain('NaN');
  });

  it('is a picture even without a point', () => {
    expect(draw([])).toContain('So far');
    expect(draw([])).not.toContain('NaN');
  });
});
