import { describe, expect, it } from 'vitest';
import { boundsOfAll } from '../../../server/domain/bounds.ts';

describe('boundsOfAll', () => {
  it('covers all of them and leaves the parts alone', () => {
    const first: [number, number, number, number] = [0, 0, 1, 1];
    expect(boundsOfAll([null, first, [-1, 0.5, 0.5, 3]])).toEqual([-1, 0, 1, 3]);
    expect(first).toEqual([0, 0, 1, 1]);
    expect(boundsOfAll([null])).toBeNull();
  });
});
