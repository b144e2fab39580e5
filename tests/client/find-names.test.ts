import { describe, expect, it } from 'vitest';
import { findNames, type Named } from '../../client/find-names.ts';

const all = ['North Road', 'Old North Quay', 'Théâtre', 'Harbour'].map(
  (name, i): Named => ({ id: `area:${i}`, kind: 'area', key: String(i), name }),
);
const found = (text: string, limit = 10) => findNames(all, text, limit).map((item) => item.name);

describe('findNames', () => {
  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([]);
  });

  it('puts names that begin with the text first', () => {
    expect(found('north')).toEqual(['North Road', 'Old North Quay']);
  });

  it('wants every word, in any order, without regard to case and accents', () => {
    expect(found('quay OLD')).toEqual(['Old North Quay']);
    expect(found('theatre')).toEqual(['Théâtre']);
    expect(found('north harbour')).toEqual([]);
  });

  it('stops at the limit', () => {
    expect(found('o', 2)).toHaveLength(2);
  });
});
