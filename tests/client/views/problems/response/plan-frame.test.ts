import { describe, expect, it } from 'vitest';
import {
  cornerText,
  frameOf,
  pathOf,
  scaleBar,
} from '../../../../../client/views/problems/response/plan-frame.ts';
import { square } from '../../../../contract/backend-under-test.ts';

describe('the ground of a plan on paper', () => {
  const shape = square(10, 60, 0.01);
  const frame = frameOf([shape], 600, 400);

  it('lies in the middle, north up, at one scale both ways', () => {
    expect(frame.at(10.005, 60.005).map(Math.round)).toEqual([300, 200]);
    const [west, north] = frame.at(10, 60.01);
    const [east, south] = frame.at(10.01, 60);
    expect(north).toBeLessThan(south);
    // At 60° north a degree of longitude is half as long as one of latitude.
    expect((south - north) / (east - west)).toBeCloseTo(2, 2);
    expect(Math.min(west, north)).toBeGreaterThan(0);
  });

  it('is drawn ring by ring', () => {
    expect(pathOf(shape, frame)).toMatch(/^M[\d. ]+(L[\d. ]+){4}Z$/);
    expect(cornerText([10.005, 60.005], frame)).toBe('300.0 200.0');
  });

  it('has a scale of a round length that fits', () => {
    const { metres, pixels } = scaleBar(frame);
    expect([1, 2, 5].map((step) => step * 10 ** Math.floor(Math.log10(metres)))).toContain(metres);
    expect(pixels).toBeLessThanOrEqual(120);
    expect(pixels / metres).toBeCloseTo(frame.pixelsPerMetre, 9);
  });
});
