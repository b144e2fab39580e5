import { expect, it } from 'vitest';
import { valuesAt } from '../../analysis/values-at.ts';

it('gives the values of rows in their order, also twice', () => {
  expect(Array.from(valuesAt([5, 6, 7], Uint32Array.of(2, 0, 2)))).toEqual([7, 5, 7]);
  expect(valuesAt([5], [])).toHaveLength(0);
});
