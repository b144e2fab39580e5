import { describe, expect, it } from 'vitest';
import { nearDistance } from '../../../server/jobs/near-distance.ts';

const row = (count: number, apart: number) => ({
  x: Float64Array.from({ length: count }, (_, i) => i * apart),
  y: new Float64Array(count),
});

describe('nearDistance', () => {
  it('is half of what assets of a kind lie apart, in tens of metres', () => {
    expect(nearDistance(row(9, 600), 100)).toBe(300);
    expect(nearDistance(row(9, 333), 100)).toBe(170);
  });

  it('is a cell at least and 500 m at most', () => {
    expect(nearDistance(row(9, 40), 100)).toBe(100);
    expect(nearDistance(row(9, 0), 50)).toBe(50);
    expect(nearDistance(row(9, 9000), 100)).toBe(500);
    expect(nearDistance(row(9, 9000), 1000)).toBe(1000);
  });

  it('is 200 m for one that is alone', () => {
    expect(nearDistance(row(1, 0), 100)).toBe(200);
    expect(nearDistance(row(0, 0), 100)).toBe(200);
  });
});
