import { describe, expect, it } from 'vitest';
import { apart, type Extent, meets, union } from '../../../client/map/extent.ts';

const philadelphia: Extent = [-75.28, 39.87, -74.95, 40.14];
const demo: Extent = [-31.04, 23.96, -30.95, 24.04];
const country: Extent = [-10, 50, 2, 59];

describe('apart', () => {
  it('tells two cities from one', () => {
    expect(apart([philadelphia, demo])).toBe(true);
    expect(apart([philadelphia, philadelphia])).toBe(false);
    expect(apart([philadelphia])).toBe(false);
    expect(apart([])).toBe(false);
  });

  it('lets one wide data set be wide', () => {
    expect(apart([country, [-1, 52, 0, 53]])).toBe(false);
  });
});

describe('union and meets', () => {
  it('holds all extents, and none of none', () => {
    expect(union([philadelphia, demo])).toEqual([-75.28, 23.96, -30.95, 40.14]);
    expect(union([])).toBeNull();
  });

  it('knows what overlaps', () => {
    expect(meets(philadelphia, [-75, 40, -70, 41])).toBe(true);
    expect(meets(philadelphia, demo)).toBe(false);
  });
});
