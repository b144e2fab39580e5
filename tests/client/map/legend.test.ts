import { describe, expect, it } from 'vitest';
import { classOf, equalBreaks, roundUp } from '../../../client/map/legend.ts';

describe('class borders', () => {
  it('start at zero, end at or above the maximum and are evenly apart', () => {
    expect(equalBreaks(691, 7)).toEqual([0, 100, 200, 300, 400, 500, 600, 700]);
    expect(equalBreaks(0.69, 3)).toEqual([0, 0.23, 0.46, 0.69]);
  });

  it('stand for an empty result too', () => {
    expect(equalBreaks(0, 2)).toEqual([0, 0.5, 1]);
    expect(equalBreaks(Number.NaN, 2)).toEqual([0, 0.5, 1]);
  });

  it.each([
    [1234, 1300],
    [1200, 1200],
    [0.0731, 0.074],
    [9.99, 10],
    [0.3, 0.3],
  ])('rounds %d up to %d', (value, rounded) => {
    expect(roundUp(value)).toBe(rounded);
  });
});

describe('classOf', () => {
  const breaks = [0, 10, 20, 30];
  it.each([
    [0, 0],
    [9.999, 0],
    [10, 1],
    [29, 2],
    [30, 2],
    [99, 2],
    [-1, 0],
  ])('puts %d into class %d', (value, index) => {
    expect(classOf(value, breaks)).toBe(index);
  });
});
