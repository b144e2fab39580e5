import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearRepeat } from '../../analysis/near-repeat.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { seededRandom } from '../../analysis/random.ts';
import {
  MANTEL_NEARNESS,
  type SpaceTimeOptions,
  spaceTimeInteraction,
} from '../../analysis/space-time-interaction.ts';

type Event = readonly [x: number, y: number, day: number];
const plain = { constant: 0, power: 1 };
const base: SpaceTimeOptions = {
  distance: 100,
  days: 7,
  nearest: 2,
  space: MANTEL_NEARNESS,
  time: MANTEL_NEARNESS,
  permutations: 0,
  seed: 1,
};
const run = (events: readonly Event[], options: Partial<SpaceTimeOptions> = {}) => {
  const points: PointSet = {
    x: Float64Array.from(events, ([x]) => x),
    y: Float64Array.from(events, ([, y]) => y),
  };
  return spaceTimeInteraction(
    points,
    Float64Array.from(events, ([, , day]) => day),
    { ...base, ...options },
  );
};

const toy: Event[] = [
  [0, 0, 0],
  [0, 0, 3],
  [50, 0, 5],
  [1000, 1000, 20],
  [1050, 1000, 22],
  [5000, 5000, 60],
];
const orders = (left: readonly number[]): number[][] =>
  left.length === 0
    ? [[]]
    : left.flatMap((one, i) => orders(left.filter((_, k) => k !== i)).map((rest) => [one, ...rest]));

/** All pairs of the definition, one after the other. */
function pairsOf(events: readonly Event[]): [space: number, time: number][] {
  return events.flatMap(([x, y, day], i) =>
    events
      .slice(0, i)
      .map(([x2, y2, day2]): [number, number] => [
        Math.sqrt((x - x2) ** 2 + (y - y2) ** 2),
        Math.abs(day - day2),
      ]),
  );
}

function correlation(pairs: readonly [number, number][]): number {
  const mean = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [a, b] = [mean(([space]) => space), mean(([, time]) => time)];
  const product = mean(([space, time]) => (space - a) * (time - b));
  return product / Math.sqrt(mean(([space]) => (space - a) ** 2) * mean(([, time]) => (time - b) ** 2));
}

const someEvents = fc
  .uniqueArray(fc.tuple(fc.nat(400), fc.nat(400), fc.nat(60)), {
    minLength: 5,
    maxLength: 14,
    selector: ([x, y]) => `${x} ${y}`,
  })
  .filter((list) => new Set(list.map(([, , day]) => day)).size > 2);

describe('spaceTimeInteraction', () => {
  it('B13.4 has the correlation of Mantel over all pairs, as scipy has it', () => {
    // scipy.stats.pearsonr over pdist of places and days of the six incidents.
    expect(run(toy, { space: plain, time: plain }).mantel.statistic).toBeCloseTo(0.9811282992, 9);
    expect(run(toy).mantel.statistic).toBeCloseTo(0.3909349393, 9);
  });

  it('has the correlation of any incidents by definition', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const pairs = pairsOf(events);
        expect(run(events, { space: plain, time: plain }).mantel.statistic).toBeCloseTo(
          correlation(pairs),
          9,
        );
        const near = pairs.map(([space, time]): [number, number] => [1 / (space + 1), 1 / (time + 1)]);
        expect(run(events).mantel.statistic).toBeCloseTo(correlation(near), 9);
      }),
    );
  });

  it('counts for Jacquez those that are among the k nearest in both', () => {
    // Of each the two nearest in place are the two nearest in time.
    expect(run(toy).jacquez.statistic).toBe(12);
    // With one: the third is as near to the first as to the second, the second is nearer in time to the third.
    expect(run(toy, { nearest: 1 }).jacquez.statistic).toBe(1 + 0 + 0.5 + 1 + 1 + 1);
  });

  it('shares the last place of Jacquez among equals, so that no order of rows matters', () => {
    const ties: Event[] = [
      [0, 0, 0],
      [10, 0, 1],
      [-10, 0, 9],
      [0, 500, 30],
    ];
    // The first has two nearest in place, each counts a half, and one in time.
    expect(run(ties, { nearest: 1 }).jacquez.statistic).toBe(0.5 + 1 + 0 + 0);
    fc.assert(
      fc.property(someEvents, fc.nat(), (events, seed) => {
        const random = seededRandom(seed);
        const mixed = events
          .map((event) => ({ event, at: random.next() }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        const [there, back] = [run(events), run(mixed)];
        for (const name of ['mantel', 'jacquez', 'modifiedKnox'] as const)
          expect(back[name].statistic).toBeCloseTo(there[name].statistic, 9);
      }),
    );
  });

  it('has for the modified Knox the pairs of the table less what each incident would have', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const table = nearRepeat(
          { x: Float64Array.from(events, ([x]) => x), y: Float64Array.from(events, ([, y]) => y) },
          Float64Array.from(events, ([, , day]) => day),
          { metric: 'euclidean', space: [0, 100], time: [0, 7], permutations: 0, seed: 1 },
        );
        const near = (i: number, is: (pair: readonly [number, number]) => boolean) =>
          events.filter((other, j) => j !== i && is(pairsOf([other, events[i]])[0])).length;
        const expected = events.reduce(
          (sum, _, i) => sum + near(i, ([space]) => space < 100) * near(i, ([, time]) => time < 7),
          0,
        );
        const wanted = table.observed[0][0] - expected / (events.length - 1) / 2;
        expect(run(events).modifiedKnox.statistic).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it('tends to the p over all 720 orders of the toy', () => {
    const found = run(toy, { permutations: 20_000 });
    const days = toy.map(([, , day]) => day);
    const all = orders(days).map((order) => run(toy.map(([x, y], i): Event => [x, y, order[i]])));
    for (const name of ['mantel', 'jacquez', 'modifiedKnox'] as const) {
      const reached = all.filter((one) => one[name].statistic >= found[name].statistic - 1e-9).length;
      expect(Math.abs(found[name].p - reached / all.length)).toBeLessThan(0.01);
    }
  });

  it('does not change with the origin, the direction or, for Mantel without a constant, the unit', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const there = run(events, { space: plain, time: plain });
        const moved = run(
          events.map(([x, y, day]): Event => [5000 - y, x + 700, day + 365]),
          { space: plain, time: plain },
        );
        const feet = run(
          events.map(([x, y, day]): Event => [4 * x, 4 * y, day]),
          { space: plain, time: plain, distance: 400 },
        );
        for (const name of ['mantel', 'jacquez', 'modifiedKnox'] as const) {
          expect(moved[name].statistic).toBeCloseTo(there[name].statistic, 9);
          expect(feet[name].statistic).toBeCloseTo(there[name].statistic, 9);
        }
      }),
    );
  });

  it('finds an outbreak, and nothing where dates do not depend on places', () => {
    const random = seededRandom(4);
    const scatter = Array.from(
      { length: 120 },
      (): Event => [random.next() * 5000, random.next() * 5000, random.next() * 365],
    );
    const outbreak = Array.from(
      { length: 12 },
      (_, i): Event => [2000 + i * 5, 2000 + random.next() * 60, 100 + i / 3],
    );
    const options = { permutations: 199, nearest: 3 };
    const found = run([...scatter, ...outbreak], options);
    const none = run(scatter, options);
    for (const name of ['mantel', 'jacquez', 'modifiedKnox'] as const) {
      expect(found[name].p).toBeLessThan(0.02);
      expect(none[name].p).toBeGreaterThan(0.02);
    }
  });

  it('gives the same for the same seed, and says what is not defined', () => {
    expect(run(toy, { permutations: 99, seed: 5 })).toEqual(run(toy, { permutations: 99, seed: 5 }));
    const few = run(toy.slice(0, 2));
    expect([few.mantel.statistic, few.warnings]).toEqual([NaN, [{ code: 'too_few_incidents', value: 2 }]]);
    const one = run(
      toy.map(([x, y]): Event => [x, y, 4]),
      { permutations: 19 },
    );
    expect(one.mantel).toEqual({ statistic: NaN, p: NaN });
    expect(one.warnings).toEqual([{ code: 'no_variation', value: 6 }]);
    expect(one.modifiedKnox.p).toBe(1);
  });

  it('refuses what cannot be, with the value', () => {
    expect(() => run(toy, { nearest: 0 })).toThrow(/nearest.*0/);
    expect(() => run(toy, { space: { constant: 0, power: -1 } })).toThrow(/constant above 0, got 0 and -1/);
    expect(() => run(toy, { distance: 0 })).toThrow(/got 0 and 7/);
    const many = Array.from({ length: 3001 }, (_, i): Event => [i, 0, i]);
    expect(() => run(many)).toThrow(/got 3001/);
    expect(() =>
      run(toy, {
        permutations: 9,
        progress: () => {
          throw new Error('enough');
        },
      }),
    ).toThrow('enough');
  });
});
