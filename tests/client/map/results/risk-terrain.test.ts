import { describe, expect, it } from 'vitest';
import { classOf } from '../../../../client/map/results/risk-terrain.ts';

describe('the class of a score', () => {
  it('begins at its border, products that meet it to nine digits among them', () => {
    expect([1, 1.2, 1.5, 1.9, 2, 3.99, 4, 80].map(classOf)).toEqual([
      null,
      'terrain1',
      'terrain2',
      'terrain2',
      'terrain3',
      'terrain3',
      'terrain4',
      'terrain4',
    ]);
    expect(classOf(1 + 1e-12)).toBeNull();
    expect(classOf(2 - 1e-12)).toBe('terrain3');
  });
});
