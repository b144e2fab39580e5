import { describe, expect, it } from 'vitest';
import type { IncidentColumns } from '../../../analysis/incident-columns.ts';
import { distinct, tokenOf } from '../../../server/publications/incident-tokens.ts';

function columns(
  rows: readonly [lon: number, lat: number, from: number, category: number][],
): IncidentColumns {
  return {
    length: rows.length,
    id: Uint32Array.from(rows, (_, i) => i + 1),
    lon: Int32Array.from(rows, ([lon]) => lon),
    lat: Int32Array.from(rows, ([, lat]) => lat),
    from: Int32Array.from(rows, ([, , from]) => from),
    duration: new Uint16Array(rows.length),
    category: Uint16Array.from(rows, ([, , , category]) => category),
    flags: new Uint8Array(rows.length),
  };
}

describe('what stands for an incident', () => {
  it('differs with place, time and category, and with nothing else', () => {
    const near = columns([
      [1, 2, 3, 4],
      [2, 1, 3, 4],
      [1, 2, 4, 4],
      [1, 2, 3, 5],
      [1, 2, 3, 4],
    ]);
    const tokens = Array.from(near.id, (_, row) => tokenOf(near, row));
    expect(new Set(tokens).size).toBe(4);
    expect(tokens[4]).toBe(tokens[0]);
  });

  it('is a whole number that stays exact, and does not repeat among a hundred thousand neighbours', () => {
    const many = columns(Array.from({ length: 100_000 }, (_, i) => [i % 317, Math.floor(i / 317), i % 7, 1]));
    const tokens = Array.from(many.id, (_, row) => tokenOf(many, row));
    expect(tokens.every((token) => Number.isSafeInteger(token) && token >= 0)).toBe(true);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('is another number for the second of two alike, the same in every figure', () => {
    const alike = distinct(Float64Array.of(7, 9, 7, 7));
    expect(new Set(alike).size).toBe(4);
    expect(Array.from(distinct(Float64Array.of(7, 7)))).toSatisfy((own: number[]) =>
      own.every((token) => alike.includes(token)),
    );
    expect(Array.from(alike)).toEqual([...alike].sort((a, b) => a - b));
  });
});
