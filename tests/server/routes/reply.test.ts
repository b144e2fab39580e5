import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../../server/routes/reply.ts';

const of = (...ids: number[]) => rangesOf(ids.map((id) => ({ id })));

describe('rangesOf', () => {
  it('names neighbours by the first and the last', () => {
    expect(of(4, 5, 6, 9, 12, 13)).toBe('4-6 9 12-13');
    expect(of(7)).toBe('7');
    expect(of()).toBe('');
  });

  it('does not mind the order they come in, nor one that comes twice', () => {
    expect(of(13, 4, 6, 12, 5, 5)).toBe('4-6 12-13');
  });

  it('is short for a page of incidents that were loaded together', () => {
    expect(of(...Array.from({ length: 1000 }, (_, i) => 5000 + i))).toBe('5000-5999');
  });
});
