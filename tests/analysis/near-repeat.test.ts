import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../../analysis/knox-pairs.ts';
import {
  expectedPairs,
  type NearRepeatOptions,
  nearRepeat,
  poissonAtLeast,
} from '../../analysis/near-repeat.ts';
import { seededRandom } from '../../analysis/random.ts';

type Event = readonly [x: number, y: number, day: number];
const base: NearRepeatOptions = {
  metric: 'manhattan',
  space: [0, 1],
  time: [0, 1],
  permutations: 0,
  seed: 1,
};
const run = (events: readonly Event[], options: Partial<NearRepeatOptions>) =>
  nearRepeat(
    { x: Float64Array.from(events, ([x]) => x), y: Float64Array.from(events, ([, y]) => y) },
    Float64Array.from(events, ([, , day]) => day),
    { ...base, ...options },
  );
const close = (
  actual: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
  digits: number,
) =>
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(actual[i][j], `row ${i}, column ${j}`).toBeCloseTo(value, digits);
    });
  });

const toy: Event[] = [
  [0, 0, 0],
  [0, 0, 3],
  [50, 0, 5],
  [1000, 1000, 20],
  [1050, 1000, 22],
  [5000, 5000, 60],
];
const toyBands = { space: [0, 0.1, 100, Infinity], time: [0, 7, 14, Infinity] };

/** The definition, pair by pair. */
function byDefinition(
  events: readonly Event[],
  metric: Metric,
  space: readonly number[],
  time: readonly number[],
) {
  const table = space.slice(1).map(() => time.slice(1).map(() => 0));
  const band = (edges: readonly number[], value: number) =>
    edges.slice(1).findIndex((edge, k) => value >= edges[k] && value < edge);
  events.forEach(([x, y, day], i) => {
    for (const [x2, y2, day2] of events.slice(i + 1)) {
      const apart =
        metric === 'manhattan'
          ? Math.abs(x - x2) + Math.abs(y - y2)
          : Math.sqrt((x - x2) ** 2 + (y - y2) ** 2);
      const row = band(space, apart);
      const column = band(time, Math.abs(day - day2));
      if (row >= 0 && column >= 0) table[row][column]++;
    }
  });
  return table;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('nearRepeat', () => {
  it('B13.1 puts a pair at 100 m and 3 days into the bands whose labels hold it', () => {
    const pair: Event[] = [
      [0, 0, 0],
      [0, 100, 3],
    ];
    const result = run(pair, { space: [0, 100, 200], time: [0, 3, 6] });
    expect(result.observed).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(result.spaceLabels).toEqual(['[0, 100)', '[100, 200)']);
    expect(result.timeLabels).toEqual(['[0, 3)', '[3, 6)']);
  });

  it('B13.2 has the table, totals and exact expectation of the toy', () => {
    const result = run(toy, toyBands);
    expect(result.observed).toEqual([
      [1, 0, 0],
      [3, 0, 0],
      [0, 0, 11],
    ]);
    expect([result.n, result.pairs, result.spaceTotals, result.timeTotals]).toEqual([
      6,
      15,
      [1, 3, 11],
      [4, 0, 11],
    ]);
    const expected = [
      [0.266667, 0, 0.733333],
      [0.8, 0, 2.2],
      [2.933333, 0, 8.066667],
    ];
    close(result.expected, expected, 6);
    expect(result.ratio[0][0]).toBeCloseTo(3.75, 12);
    expect(result.ratio[1][0]).toBeCloseTo(3.75, 12);
    expect(result.ratio[0][1]).toBeNaN();
    expect(result.tooFew[0]).toEqual([true, true, true]);
    expect(result.tooFew[2]).toEqual([false, true, false]);
  });

  it('B13.2 tends to the exact permutation p of 12 in 720 and to the exact mean', () => {
    const { p, simulatedMean, expected } = run(toy, { ...toyBands, permutations: 40_000 });
    expect(Math.abs(p[1][0] - 12 / 720)).toBeLessThan(0.003);
    close(simulatedMean, expected, 1);
    expect(Math.abs(simulatedMean[1][0] - 0.8)).toBeLessThan(0.02);
  });

  it('B13.3 has the ratios of Chicago arson 2016 from its totals', () => {
    const observed = [0, 2, 0, 8, 9, 1, 1, 45, 4, 0, 0, 141, 6, 0, 0, 233, 393, 710, 770, 133658];
    const published = [
      0, 38.143, 0, 0.811, 53.044, 3.406, 3.149, 0.815, 9.105, 0, 0, 0.986, 8.286, 0, 0, 0.989, 0.957, 0.999,
      1.002, 1,
    ];
    const expected = expectedPairs([10, 56, 145, 239, 135531], [412, 713, 771, 134085], 135981);
    published.forEach((ratio, cell) => {
      expect(observed[cell] / expected[cell]).toBeCloseTo(ratio, 3);
    });
    expect(expected[4]).toBeCloseTo(0.16967, 5);
  });

  it('B13.4 has the expectation of Burkitt lymphoma from its totals', () => {
    const expected = expectedPairs([3429, 14149], [52, 17526], 17578);
    [10.1438161, 3418.85618, 41.856139, 14107.1438].forEach((value, cell) => {
      expect(Math.abs(expected[cell] / value - 1)).toBeLessThan(2e-6);
    });
  });

  it('B13.4 counts the observed number among those at least as extreme', () => {
    const [expected] = expectedPairs([3429, 14149], [52, 17526], 17578);
    expect(poissonAtLeast(13, expected)).toBeCloseTo(0.22226667, 7);
    expect(poissonAtLeast(14, expected)).toBeCloseTo(0.14624558197140414, 7);
    expect(run(toy, toyBands).pPoisson[1][0]).toBeCloseTo(1 - Math.exp(-0.8) * (1 + 0.8 + 0.32), 12);
    expect(run(toy, toyBands).pPoisson[0][1]).toBe(1);
  });

  it.each(['manhattan', 'euclidean'] as const)('agrees with the pair by pair definition, %s', (metric) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 1e9 }),
        fc.boolean(),
        fc.constantFrom(
          [0, 0.5, 3, 10, Infinity],
          [2, 5, 9],
          [0, Infinity],
          [0, 40],
          [1, 2, 3, 4, 5, 6, 7, 8, Infinity],
        ),
        fc.constantFrom([0, 1, 2, Infinity], [0, 7], [3, 4, Infinity], [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        (n, seed, whole, space, time) => {
          const random = seededRandom(seed);
          const events = Array.from({ length: n }, (): Event => {
            const day = random.next() * 12;
            return [random.integer(20), random.integer(20) - 10, whole ? Math.floor(day) : day];
          });
          expect(run(events, { metric, space, time }).observed).toEqual(
            byDefinition(events, metric, space, time),
          );
        },
      ),
      { numRuns: 120 },
    );
  });

  it('keeps the counters of long lists apart', () => {
    const events = Array.from({ length: 400 }, (_, i): Event => [0, 0, i % 5]);
    const bands = { space: [0, 1], time: [0, 1, 2, 3, 4, 5] };
    expect(run(events, bands).observed).toEqual(byDefinition(events, 'manhattan', bands.space, bands.time));
  });

  it('adds up to the totals in rows and columns, before and after permuting', () => {
    const random = seededRandom(5);
    const events = Array.from(
      { length: 200 },
      (): Event => [random.integer(900), random.integer(900), random.integer(90)],
    );
    const result = run(events, {
      space: [0, 50, 200, Infinity],
      time: [0, 7, 14, Infinity],
      permutations: 20,
    });
    for (const table of [result.observed, result.expected, result.simulatedMean]) {
      table.forEach((row, i) => {
        expect(sum(row)).toBeCloseTo(result.spaceTotals[i], 6);
      });
      result.timeTotals.forEach((total, j) => {
        expect(sum(table.map((row) => row[j]))).toBeCloseTo(total, 6);
      });
    }
    expect(sum(result.spaceTotals)).toBe(result.pairs);
  });

  it('does not depend on the order of the incidents nor on the origin of space and time', () => {
    const random = seededRandom(6);
    const events = Array.from(
      { length: 80 },
      (): Event => [random.integer(99), random.integer(99), random.integer(30)],
    );
    const bands = { space: [0, 10, 30, Infinity], time: [0, 2, 5] };
    const moved = events.map(([x, y, day]): Event => [x - 5000, y + 7000, day + 20_000]).reverse();
    expect(run(moved, bands).observed).toEqual(run(events, bands).observed);
  });

  it('gives the same p for the same seed, another for another', () => {
    const random = seededRandom(7);
    const events = Array.from(
      { length: 60 },
      (): Event => [random.integer(99), random.integer(99), random.integer(30)],
    );
    const bands = { space: [0, 10, 30], time: [0, 2, 5], permutations: 199 };
    expect(run(events, bands)).toEqual(run(events, bands));
    expect(run(events, { ...bands, seed: 2 }).p).not.toEqual(run(events, bands).p);
  });

  it('finds what was put there and nothing where there is nothing', () => {
    const random = seededRandom(8);
    const lone = Array.from(
      { length: 300 },
      (): Event => [random.next() * 9000, random.next() * 9000, random.integer(365)],
    );
    const followed = lone.slice(0, 60).map(([x, y, day]): Event => [x + 40, y, day + 2]);
    const bands = { space: [0, 100, 400], time: [0, 7, 14], permutations: 199 };
    expect(run([...lone, ...followed], bands).p[0][0]).toBe(0.005);
    expect(run(lone, bands).p[0][0]).toBeGreaterThan(0.05);
  });

  it.each([0, 1])('says there are too few with %d incidents', (n) => {
    const result = run(toy.slice(0, n), toyBands);
    expect(result.warnings).toEqual([{ code: 'fewer_than_two_incidents', value: n }]);
    expect(result.tooFew.flat().every(Boolean)).toBe(true);
    expect(result.ratio.flat().every(Number.isNaN)).toBe(true);
  });

  it('warns of snapped places, of months and of one date', () => {
    const codes = (events: Event[]) => run(events, toyBands).warnings.map(({ code }) => code);
    expect(codes(Array.from({ length: 40 }, (_, i): Event => [i % 9, 0, i]))).toEqual(['positions_shared']);
    expect(codes(Array.from({ length: 40 }, (_, i): Event => [i, 0, 30 * (i % 12)]))).toEqual([
      'dates_coarse',
    ]);
    expect(codes(Array.from({ length: 40 }, (_, i): Event => [i, 0, 5]))).toEqual(['one_date']);
    expect(codes(Array.from({ length: 40 }, (_, i): Event => [i, 0, 9 * i]))).toEqual([]);
  });

  it('stops when its progress does', () => {
    const progress = (done: number) => {
      if (done > 0.3) throw new Error('stopped');
    };
    expect(() => run(toy, { ...toyBands, permutations: 99, progress })).toThrow('stopped');
  });

  it('refuses misuse with the value', () => {
    expect(() => run(toy, { space: [0, 5, 5] })).toThrow(/0, 5, 5/);
    expect(() => run(toy, { time: [-1, 5] })).toThrow(/-1/);
    expect(() => run(toy, { time: [3] })).toThrow(RangeError);
    expect(() => run(toy, { permutations: 1.5 })).toThrow(/1.5/);
    expect(() => run([[0, NaN, 1]], {})).toThrow(/NaN/);
    expect(() => run([[0, 1, NaN]], {})).toThrow(/NaN/);
    expect(() => run(toy, { metric: 'street' as Metric })).toThrow(/street/);
  });

  it('refuses more pairs than memory has room for, at once', () => {
    const events = Array.from({ length: 12_000 }, (_, i): Event => [i % 100, 0, i]);
    expect(() => run(events, { space: [0, 500], time: [0, 7] })).toThrow(/pairs lie within 500 m/);
  });
});

const folder = new URL('../../../shared/data/methods/near-repeat-chicago-burglary-jan2016/', import.meta.url);
const available = existsSync(folder);
if (!available)
  process.stderr.write('SKIPPED: Chicago burglaries of January 2016 are absent (../shared/data)\n');

describe.skipIf(!available)('Chicago burglaries, January 2016', () => {
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8').trim();
  const events = available
    ? read('chicago_be_month1.csv')
        .split('\n')
        .map((line): Event => {
          const [x, y, date] = line.split(',');
          return [Number(x), Number(y), Date.parse(date) / 86_400_000];
        })
    : [];
  const reference = available ? JSON.parse(read('expected.json')) : {};
  const edges = (list: readonly (number | string)[]) =>
    list.map((edge) => (edge === 'Inf' ? Infinity : Number(edge)));

  it.each(['observed_A', 'observed_B', 'observed_C'])(
    'B13.5 counts the pairs of table %s exactly',
    (name) => {
      const { sds, tds, table } = reference[name];
      expect(run(events, { space: edges(sds), time: edges(tds) }).observed).toEqual(table);
    },
  );

  it('B13.5 has the published ratios and p', () => {
    const { sds, tds, knox_ratio_mean_999_sims_seed9489: ratios, p_values } = reference.observed_A;
    const { ratio, expected, p } = run(events, { space: sds, time: tds, permutations: 999 });
    ratio.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(Math.abs(value / ratios[i][j] - 1), `ratio ${i} ${j}`).toBeLessThan(0.03);
        if (expected[i][j] >= 15) expect(Math.abs(p[i][j] - p_values[i][j])).toBeLessThan(0.06);
      });
    });
  });
});
