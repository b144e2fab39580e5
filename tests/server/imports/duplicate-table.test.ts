import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDuplicateTable, keyOf, keyOfText } from '../../../server/imports/duplicate-table.ts';

describe('rows seen before', () => {
  it('finds what a set finds, whatever the keys', () => {
    // Few keys for many rows: every hit must be verified.
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 2 }), { maxLength: 3000 }),
        fc.integer({ min: 1, max: 7 }),
        (rows, keys) => {
          const table = createDuplicateTable();
          const seen = new Set<string>();
          rows.forEach((row, id) => {
            const found = table.claim(keyOfText(row) % keys, id, (other) => rows[other] === row, false);
            expect(found).toBe(seen.has(row));
            seen.add(row);
          });
          expect(table.size).toBe(seen.size);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('lets each row of before stand for one row only', () => {
    const table = createDuplicateTable();
    table.addExisting(5, 1);
    table.addExisting(5, 2);
    const same = () => true;
    expect([1, 2, 3, 4].map((id) => table.claim(5, 10 + id, same, true))).toEqual([true, true, false, false]);
  });

  it('grows', () => {
    const table = createDuplicateTable();
    for (let i = 0; i < 50_000; i++)
      expect(table.claim(keyOfText(`row ${i}`), i, () => true, false)).toBe(false);
    for (let i = 0; i < 50_000; i += 997)
      expect(table.claim(keyOfText(`row ${i}`), i, () => true, false)).toBe(true);
  });
});

describe('keys', () => {
  it('tell where a cell ends', () => {
    expect(keyOf(['ab', 'c'])).not.toBe(keyOf(['a', 'bc']));
    expect(keyOf(['', 'a'])).not.toBe(keyOf(['a', '']));
  });

  it('are whole numbers a database column holds exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (cells) => {
        expect(Number.isSafeInteger(keyOf(cells))).toBe(true);
        expect(keyOf(cells)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
