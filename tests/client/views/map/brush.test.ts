import { describe, expect, it } from 'vitest';
import { nextStep, rangeOf, slide } from '../../../../client/views/map/brush.ts';

const bins = { edges: Int32Array.from([0, 10, 20, 30, 40]), widthMinutes: 10 };

describe('rangeOf', () => {
  it.each([
    [
      { from: 0, to: 40 },
      { first: 0, last: 3 },
    ],
    [
      { from: 10, to: 20 },
      { first: 1, last: 1 },
    ],
    [
      { from: 15, to: 21 },
      { first: 1, last: 2 },
    ],
    [
      { from: -50, to: 5 },
      { first: 0, last: 0 },
    ],
    [
      { from: 35, to: 99 },
      { first: 3, last: 3 },
    ],
  ])('%j touches %j', (period, range) => {
    expect(rangeOf(period, bins)).toEqual(range);
  });
});

describe('slide', () => {
  const range = { first: 4, last: 9 };
  const press = (end: 'first' | 'last', key: string) => slide(range, { end, key, bars: 24 });

  it('moves one end by a bar, a page, or all the way', () => {
    expect(press('first', 'ArrowLeft')).toEqual({ first: 3, last: 9 });
    expect(press('last', 'ArrowRight')).toEqual({ first: 4, last: 10 });
    expect(press('last', 'PageUp')).toEqual({ first: 4, last: 11 });
    expect(press('first', 'Home')).toEqual({ first: 0, last: 9 });
    expect(press('last', 'End')).toEqual({ first: 4, last: 23 });
  });

  it('never lets the ends cross', () => {
    expect(press('first', 'End')).toEqual({ first: 9, last: 9 });
    expect(press('last', 'Home')).toEqual({ first: 4, last: 4 });
  });

  it('leaves other keys to others', () => {
    expect(press('first', 'Tab')).toBeNull();
  });
});

describe('nextStep', () => {
  it('goes on by a bar and begins again at the end', () => {
    expect(nextStep({ first: 2, last: 4 }, 6)).toEqual({ first: 3, last: 5 });
    expect(nextStep({ first: 3, last: 5 }, 6)).toEqual({ first: 0, last: 2 });
  });
});
