import { describe, expect, it } from 'vitest';
import { classOf, coloursOf, growingBreaks, rootBreaks, roundUp } from '../../../client/map/legend.ts';

describe('class borders', () => {
  it('start at zero, end at or above the maximum and grow evenly by the root', () => {
    expect(rootBreaks(4900, 7)).toEqual([0, 100, 400, 900, 1600, 2500, 3600, 4900]);
    expect(rootBreaks(0.9, 3)).toEqual([0, 0.1, 0.4, 0.9]);
    expect(rootBreaks(691, 7)[7]).toBeGreaterThanOrEqual(691);
  });

  it('stand for an empty result too', () => {
    expect(rootBreaks(0, 2)).toEqual([0, 0.25, 1]);
    expect(rootBreaks(Number.NaN, 2)).toEqual([0, 0.25, 1]);
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

describe('growing class borders', () => {
  it('tell small values apart where a few are large', () => {
    const counts = [...Array(60).fill(1), ...Array(30).fill(3), 20, 40, 110, 400];
    const breaks = growingBreaks(counts, 6);
    expect(breaks).toEqual([1, 2, 4, 9, 19, 40, 400]);
    const skewed = Array.from({ length: 200 }, (_, i) => Math.round(1.03 ** i));
    const classes = skewed.map((count) => classOf(count, growingBreaks(skewed, 6)));
    expect(classes.filter((one) => one === 5)).toHaveLength(4);
    expect(new Set(classes).size).toBe(6);
  });

  it('do not give all colours but one to a single giant', () => {
    const rates = [...Array.from({ length: 99 }, (_, i) => 20.5 + 3 * i), 3800];
    const used = rates.map((rate) => classOf(rate, growingBreaks(rates, 6)));
    for (let each = 0; each < 6; each++) expect(used).toContain(each);
  });

  it('ascend, hold every value and stay whole for whole numbers', () => {
    for (const values of [
      [5, 6],
      [1, 2, 3],
      [0, 0, 7, 1000],
      [97, 101, 104, 99],
    ]) {
      const breaks = growingBreaks(values, 6);
      expect(
        breaks.every((border, i) => Number.isInteger(border) && (i === 0 || border > breaks[i - 1])),
      ).toBe(true);
      expect(breaks[0]).toBeLessThanOrEqual(Math.min(...values.filter((value) => value > 0)));
      expect(breaks[breaks.length - 1]).toBeGreaterThanOrEqual(Math.max(...values));
    }
    const rates = growingBreaks([0.034, 0.52, 11.87, 3.3], 5);
    expect(rates[0]).toBeLessThanOrEqual(0.034);
    expect(rates[rates.length - 1]).toBeGreaterThanOrEqual(11.87);
  });

  it('are one class for equal values, and stand for none', () => {
    expect(growingBreaks([4, 4, 4], 6)).toEqual([4, 5]);
    const [low, high] = growingBreaks([2.5, 2.5], 6);
    expect([low <= 2.5, high > 2.5]).toEqual([true, true]);
    expect(growingBreaks([0, 0], 6)).toEqual([0, 1]);
  });
});

describe('coloursOf', () => {
  it('spreads fewer classes over the whole ramp', () => {
    const ramp = ['a', 'b', 'c', 'd', 'e'];
    expect(coloursOf(ramp, 5)).toEqual(ramp);
    expect(coloursOf(ramp, 2)).toEqual(['a', 'e']);
    expect(coloursOf(ramp, 1)).toEqual(['e']);
  });
});
