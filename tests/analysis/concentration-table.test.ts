import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationTable } from '../../analysis/concentration-table.ts';

const law = [3, 22, 18, 17, 12, 11, 8, 6, 2, 1];

describe('concentrationTable', () => {
  it('B15.7 has half in three of ten places and a quarter in two', () => {
    const table = concentrationTable(law);
    expect(table.fewest).toEqual([
      { incidents: 0.25, places: 2, share: 0.2 },
      { incidents: 0.5, places: 3, share: 0.3 },
      { incidents: 0.8, places: 5, share: 0.5 },
    ]);
    expect([...table.places.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect([...table.cumulativeShare.subarray(0, 3)]).toEqual([0.22, 0.4, 0.57]);
    expect(table.cumulativePlaces[9]).toBe(1);
  });

  it('finds the fewest places there are', () => {
    const list = fc.array(fc.nat(9), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(list, (counts) => {
        const table = concentrationTable(counts);
        for (const { incidents, places } of table.fewest) {
          const held = (set: number) =>
            counts.reduce((sum, count, i) => sum + ((set >> i) & 1 ? count : 0), 0);
          const sizes = Array.from({ length: 2 ** counts.length }, (_, set) => set)
            .filter((set) => held(set) >= incidents * table.incidents)
            .map((set) => set.toString(2).replaceAll('0', '').length);
          expect(places).toBe(Math.min(...sizes));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lists places by number of incidents, equal ones as they come, whole numbers or not', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0.5, 1e7));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 60 }), (counts) => {
        const wanted = counts.map((_, i) => i).filter((i) => counts[i] > 0);
        // Sorting is stable.
        wanted.sort((a, b) => counts[b] - counts[a]);
        expect(Array.from(concentrationTable(counts).places)).toEqual(wanted);
      }),
    );
  });

  it('reads the ruler', () => {
    const counts = new Array<number>(1000).fill(1);
    const with50 = counts.map((count, i) => (i < 40 ? 24 : count));
    const { ruler } = concentrationTable(with50);
    expect(ruler).toEqual([
      { incidents: 0.25, share: 0.02, reading: 'looser' },
      { incidents: 0.5, share: 0.04, reading: 'within' },
    ]);
    expect(concentrationTable([...new Array<number>(999).fill(0), 9]).ruler[1].reading).toBe('tighter');
  });

  it('gives incidents per kilometre', () => {
    const { density } = concentrationTable([4, 9, 0], [2, 3, 1]);
    expect([...density!]).toEqual([3, 2]);
    expect(() => concentrationTable([4, 9], [2, 0])).toThrow(/0/);
    expect(() => concentrationTable([4, 9], [2])).toThrow(/2 sizes/);
  });

  it('has no rows without incidents', () => {
    const none = concentrationTable([0, 0]);
    expect([none.places.length, none.fewest, none.ruler, none.warnings]).toEqual([
      0,
      [],
      [],
      [{ code: 'no_incidents', value: 0 }],
    ]);
    expect(concentrationTable([1, 0]).warnings).toEqual([{ code: 'fewer_incidents_than_places', value: 1 }]);
    expect(() => concentrationTable([-1])).toThrow(/-1/);
  });
});
