import { describe, expect, it } from 'vitest';
import { classOf } from '../../../../client/map/results/location-quotient.ts';

describe('the class of a quotient', () => {
  it('has a second step at twice and at half the usual part', () => {
    expect([1.2, 1.99, 2, 9].map((quotient) => classOf(1, quotient))).toEqual([
      'quotient1',
      'quotient1',
      'quotient2',
      'quotient2',
    ]);
    expect([0.8, 0.51, 0.5, 0].map((quotient) => classOf(-1, quotient))).toEqual([
      'quotientBelow1',
      'quotientBelow1',
      'quotientBelow2',
      'quotientBelow2',
    ]);
  });

  it('is none for what could be chance, and for too few to say', () => {
    expect(classOf(0, 5)).toBeNull();
    expect(classOf(0, Number.NaN)).toBeNull();
  });
});
