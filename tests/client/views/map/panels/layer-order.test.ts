import { describe, expect, it } from 'vitest';
import { moved } from '../../../../../client/views/map/panels/layer-order.ts';

const list = (text: string) => [...text].map((id) => ({ id }));
const text = (items: readonly { id: string }[]) => items.map(({ id }) => id).join('');

describe('moved', () => {
  it.each([
    ['a', 'c', 'after', 'bcad'],
    ['a', 'c', 'before', 'bacd'],
    ['d', 'a', 'before', 'dabc'],
    ['ad', 'b', 'after', 'badc'],
    ['a', 'x', 'before', 'abcd'],
  ] as const)('puts %s to %s (%s): %s', (ids, target, place, expected) => {
    expect(text(moved(list('abcd'), [...ids], target, place))).toBe(expected);
  });
});
