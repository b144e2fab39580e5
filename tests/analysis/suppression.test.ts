import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceIsSafe,
  roundedCounts,
  type Suppressed,
  suppressCounts,
  suppressTable,
} from '../../analysis/suppression.ts';

/** Every value a reader must hold possible for each small cell, by trying all. */
function possibleValues({ states, counts, total, threshold }: Suppressed): Map<number, Set<number>> {
  const shown = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const hidden = states.flatMap((state, cell) => (state === 'shown' ? [] : [cell]));
  const rest = (total ?? 0) - shown;
  const possible = new Map(hidden.map((cell) => [cell, new Set<number>()]));
  const guess: number[] = [];
  const walk = (k: number, left: number): void => {
    if (k === hidden.length) {
      if (left === 0)
        hidden.forEach((cell, i) => {
          possible.get(cell)?.add(guess[i]);
        });
      return;
    }
    const small = states[hidden[k]] === 'small';
    for (let value = small ? 1 : threshold; value <= (small ? threshold - 1 : left); value++) {
      guess[k] = value;
      walk(k + 1, left - value);
    }
  };
  walk(0, rest);
  return possible;
}

const nothingGivenAway = (published: Suppressed) => {
  if (published.total === null) return;
  const all = Array.from({ length: published.threshold - 1 }, (_, i) => i + 1);
  for (const [cell, values] of possibleValues(published))
    if (published.states[cell] === 'small') expect([...values].sort((a, b) => a - b)).toEqual(all);
};

describe('suppressCounts', () => {
  it('B26 hides the next smallest count besides the small one', () => {
    const { counts, states, total, warnings } = suppressCounts([3, 7, 12, 0]);
    expect(counts).toEqual([null, null, 12, 0]);
    expect(states).toEqual(['small', 'secondary', 'shown', 'shown']);
    expect([total, warnings]).toEqual([22, []]);
  });

  it('B28 leaves every small count all its values, whatever a reader works out', () => {
    const list = fc.array(fc.nat(11), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(list, fc.integer({ min: 2, max: 6 }), (counts, threshold) => {
        const published = suppressCounts(counts, threshold);
        counts.forEach((count, cell) => {
          expect(published.states[cell] === 'small').toBe(count > 0 && count < threshold);
        });
        nothingGivenAway(published);
      }),
      { numRuns: 500 },
    );
  });

  it('hides no more where small counts protect each other', () => {
    expect(suppressCounts([2, 3, 2, 9]).states).toEqual(['small', 'small', 'small', 'shown']);
    expect(suppressCounts([1, 1, 1, 9]).states).toContain('secondary');
  });

  it('takes a larger count where the next smallest would not protect', () => {
    expect(suppressCounts([1, 5, 40]).states).toEqual(['small', 'shown', 'secondary']);
  });

  it('withholds the total when nothing can protect a small count', () => {
    expect(suppressCounts([3, 0, 0])).toMatchObject({
      total: null,
      warnings: [{ code: 'total_withheld', value: 1 }],
    });
    expect(suppressCounts([1, 5])).toMatchObject({ total: null, counts: [null, 5] });
  });

  it('shows lists without small counts as they are', () => {
    expect(suppressCounts([0, 5, 9])).toMatchObject({ counts: [0, 5, 9], total: 14 });
    expect(suppressCounts([])).toMatchObject({ counts: [], total: 0 });
  });

  it('refuses what is no count or threshold', () => {
    expect(() => suppressCounts([1.5])).toThrow(/1.5/);
    expect(() => suppressCounts([1], 1)).toThrow(/got 1/);
  });
});

describe('suppressTable', () => {
  it('shows totals only of lines without a hidden cell', () => {
    const table = suppressTable([3, 20, 30, 40, 9, 10], 2);
    expect(table.counts).toEqual([null, 20, 30, 40, null, 10]);
    expect(table.rowTotals).toEqual([null, 70, null]);
    expect(table.columnTotals).toEqual([null, 70]);
    expect(table.total).toBe(112);
  });

  it('B28 gives nothing away through its totals', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }), (counts) => {
        const table = suppressTable(counts, 3);
        nothingGivenAway(table);
        table.rowTotals.forEach((sum, row) => {
          const cells = table.counts.slice(row * 3, row * 3 + 3);
          expect(sum === null).toBe(cells.includes(null));
        });
        table.columnTotals.forEach((sum, column) => {
          expect(sum === null).toBe(table.counts[column] === null || table.counts[column + 3] === null);
        });
      }),
    );
  });

  it('refuses cells that make no rows', () => {
    expect(() => suppressTable([1, 2, 3], 2)).toThrow(/rows of 2/);
  });
});

describe('differenceIsSafe', () => {
  it('finds two queries that differ by a small count', () => {
    expect([differenceIsSafe(22, 19), differenceIsSafe(22, 22), differenceIsSafe(22, 17)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(() => differenceIsSafe(3, 9)).toThrow(/9 of 3/);
  });
});

describe('roundedCounts', () => {
  it('rounds every number on its own', () => {
    expect(roundedCounts([3, 7, 12, 0, 22])).toEqual([5, 5, 10, 0, 20]);
  });
});
