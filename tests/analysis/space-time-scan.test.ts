import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halvesOf } from '../../analysis/halves.ts';
import { permutedTables } from '../../analysis/permuted-table.ts';
import { seededRandom } from '../../analysis/random.ts';
import { poissonRatio } from '../../analysis/scan-likelihood.ts';
import { type SpaceTimeScanOptions, spaceTimeScan } from '../../analysis/space-time-scan.ts';

const base: SpaceTimeScanOptions = {
  periods: 12,
  duration: 6,
  share: 0.5,
  minimum: 2,
  permutations: 0,
  seed: 1,
  clusters: 5,
};

interface Story {
  x: Float64Array;
  y: Float64Array;
  place: Uint32Array;
  period: Uint32Array;
}

const story = (places: number, incidents: number, seed: number): Story => {
  const random = seededRandom(seed);
  const draw = (length: number, below: number) => Array.from({ length }, () => random.integer(below));
  return {
    x: Float64Array.from(draw(places, 900)),
    y: Float64Array.from(draw(places, 900)),
    place: Uint32Array.from(draw(incidents, places)),
    period: Uint32Array.from(draw(incidents, base.periods)),
  };
};
const run = ({ x, y, place, period }: Story, options: Partial<SpaceTimeScanOptions> = {}) =>
  spaceTimeScan({ x, y }, place, period, { ...base, ...options });

/** The same places with the periods of a table: place by place. */
const retold = (one: Story, table: Int32Array): Story => {
  const place: number[] = [];
  const period: number[] = [];
  const kept = [...new Set(one.place)].sort((a, b) => a - b);
  table.forEach((count, k) => {
    for (let again = 0; again < count; again++) {
      place.push(kept[Math.floor(k / base.periods)]);
      period.push(k % base.periods);
    }
  });
  return { ...one, place: Uint32Array.from(place), period: Uint32Array.from(period) };
};

/** Every circle over every run of periods, by definition. */
function best({ x, y, place, period }: Story, duration: number): number {
  const total = place.length;
  let most = 0;
  for (const centre of new Set(place)) {
    const far = (i: number) => (x[i] - x[centre]) ** 2 + (y[i] - y[centre]) ** 2;
    for (const radius of new Set(Array.from(new Set(place), far))) {
      const inside = Array.from(place, (i) => far(i) <= radius);
      const own = inside.filter(Boolean).length;
      if (own > total / 2) continue;
      for (let first = 0; first < base.periods; first++)
        for (let last = first; last < Math.min(base.periods, first + duration); last++) {
          const during = Array.from(period, (t) => t >= first && t <= last);
          const cases = inside.filter((one, i) => one && during[i]).length;
          if (cases >= 2)
            most = Math.max(most, poissonRatio(cases, (own * during.filter(Boolean).length) / total, total));
        }
    }
  }
  return most;
}

describe('spaceTimeScan', () => {
  it('finds the best of all cylinders', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 2, max: 50 }),
        fc.nat(),
        (places, n, seed) => {
          const one = story(places, n, seed);
          expect(run(one).clusters[0]?.logLikelihoodRatio ?? 0).toBeCloseTo(best(one, 6), 9);
          expect(run(one, { duration: 2 }).clusters[0]?.logLikelihoodRatio ?? 0).toBeCloseTo(best(one, 2), 9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('counts how many permuted tables hold a cylinder as good, each of them looked through', () => {
    for (const [places, n, seed] of [
      [6, 40, 11],
      [9, 400, 12],
      [12, 90, 13],
    ]) {
      const one = story(places, n, seed);
      const kept = [...new Set(one.place)].sort((a, b) => a - b);
      const own = Float64Array.from(kept, (i) => one.place.filter((other) => other === i).length);
      const during = Float64Array.from(
        { length: base.periods },
        (_, t) => one.period.filter((other) => other === t).length,
      );
      const largest = halvesOf(39, 4).flatMap(({ permutations, seed: half }) => {
        const next = permutedTables(own, during, seededRandom(half));
        return Array.from({ length: permutations }, () => best(retold(one, next()), 6));
      });
      const { clusters } = run(one, { permutations: 39, seed: 4 });
      expect(clusters.length).toBeGreaterThan(0);
      for (const { p, logLikelihoodRatio } of clusters) {
        const reached = largest.filter((ratio) => ratio >= logLikelihoodRatio - 1e-9).length;
        expect(p).toBe((reached + 1) / 40);
      }
    }
  });

  it('expects incidents of the place × incidents of the time / all', () => {
    const one = story(15, 120, 3);
    for (const { places, first, last, cases, expected, observedToExpected } of run(one).clusters) {
      const here = Array.from(one.place, (i) => places.includes(i));
      const then = Array.from(one.period, (t) => t >= first && t <= last);
      expect(cases).toBe(here.filter((h, i) => h && then[i]).length);
      expect(expected).toBeCloseTo((here.filter(Boolean).length * then.filter(Boolean).length) / 120, 9);
      expect(observedToExpected).toBeCloseTo(cases / expected, 12);
    }
  });

  it('names an outbreak that was put there, and none where a place is high all the time', () => {
    const one = story(40, 600, 4);
    const near = Array.from(one.x.keys()).filter((i) => Math.hypot(one.x[i] - 450, one.y[i] - 450) < 180);
    const more = Array.from({ length: 40 }, (_, k) => near[k % near.length]);
    const outbreak = {
      ...one,
      place: Uint32Array.from([...one.place, ...more]),
      period: Uint32Array.from([...one.period, ...more.map((_, k) => 7 + (Math.floor(k / near.length) % 2))]),
    };
    const { clusters } = run(outbreak, { permutations: 99 });
    expect([clusters[0].p, clusters[0].first, clusters[0].last]).toEqual([0.01, 7, 8]);
    const always = { ...outbreak, period: Uint32Array.from([...one.period, ...more.map((_, k) => k % 12)]) };
    expect(run(always, { permutations: 99 }).clusters[0].p).toBeGreaterThan(0.05);
  });

  it('lists clusters that share no place', () => {
    const places = run(story(60, 400, 5)).clusters.flatMap((cluster) => cluster.places);
    expect(places.length).toBeGreaterThan(3);
    expect(new Set(places).size).toBe(places.length);
  });

  it('gives the same for the same seed and changes nothing', () => {
    const one = story(30, 200, 6);
    const kept = one.period.slice();
    expect(run(one, { permutations: 49 })).toEqual(run(one, { permutations: 49 }));
    expect(one.period).toEqual(kept);
  });

  it('says that there are too few incidents', () => {
    expect(run(story(3, 1, 1)).warnings).toEqual([{ code: 'too_few_cases', value: 1 }]);
    expect(run(story(0, 0, 1), { permutations: 9 }).clusters).toEqual([]);
  });

  it('stops when its progress does, and refuses misuse with the value', () => {
    const one = story(10, 50, 7);
    const progress = (done: number) => {
      if (done > 0.5) throw new Error('stopped');
    };
    expect(() => run(one, { permutations: 99, progress })).toThrow('stopped');
    expect(() => run(one, { duration: 7 })).toThrow(/7/);
    expect(() => run(one, { share: 0.6 })).toThrow(/0.6/);
    expect(() => run({ ...one, place: one.place.map(() => 10) })).toThrow(/10/);
    expect(() => run({ ...one, period: one.period.map(() => 12) })).toThrow(/12/);
    expect(() => run(story(2000, 4000, 8))).toThrow(/million cylinders/);
  });
});
