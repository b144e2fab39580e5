import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointSet } from '../../analysis/point-set.ts';
import { seededRandom } from '../../analysis/random.ts';
import {
  bernoulliRatio,
  bernoulliWeight,
  poissonRatio,
  poissonWeight,
  relativeRisk,
} from '../../analysis/scan-likelihood.ts';
import { shuffledCases, spreadCases } from '../../analysis/scan-simulation.ts';
import { type ScanOptions, scanStatistic } from '../../analysis/scan-statistic.ts';
import newYork from '../fixtures/new-york-leukaemia.json' with { type: 'json' };

const base: ScanOptions = {
  model: 'poisson',
  share: 0.5,
  minimum: 2,
  permutations: 0,
  seed: 1,
  clusters: 10,
};

interface Town {
  points: PointSet;
  cases: Float64Array;
  beside: Float64Array;
}

const town = (n: number, seed: number, size = 1000): Town => {
  const random = seededRandom(seed);
  const draw = (below: number) => Float64Array.from({ length: n }, () => random.integer(below));
  return { points: { x: draw(size), y: draw(size) }, cases: draw(5), beside: draw(90) };
};
const run = ({ points, cases, beside }: Town, options: Partial<ScanOptions> = {}) =>
  scanStatistic(points, cases, beside, { ...base, ...options });

/** All circles by definition: around each place, of each radius that reaches some place. */
function byDefinition({ points: { x, y }, cases, beside }: Town, model: ScanOptions['model']) {
  const weight = model === 'poisson' ? beside : beside.map((controls, i) => controls + cases[i]);
  const kept = Array.from(weight.keys()).filter((i) => weight[i] > 0);
  const sum = (values: Float64Array, list: readonly number[]) =>
    list.reduce((total, i) => total + values[i], 0);
  const total = sum(cases, kept);
  const all = sum(weight, kept);
  return kept
    .flatMap((centre) => {
      const far = (i: number) => (x[i] - x[centre]) ** 2 + (y[i] - y[centre]) ** 2;
      return [...new Set(kept.map(far))].map((radius) => kept.filter((i) => far(i) <= radius));
    })
    .filter((inside) => sum(weight, inside) <= 0.5 * all && sum(cases, inside) >= 2)
    .map((inside) => {
      const count = sum(cases, inside);
      const size = sum(weight, inside);
      const ratio =
        model === 'poisson'
          ? poissonRatio(count, (total * size) / all, total)
          : bernoulliRatio(count, size, total, all);
      return { inside: inside.slice().sort((a, b) => a - b), ratio };
    })
    .filter(({ ratio }) => ratio > 0)
    .sort((a, b) => b.ratio - a.ratio);
}

describe('likelihood ratios', () => {
  it('B6 has those of leukaemia in New York as SaTScan prints them', () => {
    const rows = [
      [95249, 85, 49.71, 1.84, 11.577255],
      [34083, 38, 17.79, 2.22, 9.019716],
      [78280, 64, 40.85, 1.64, 6.11414],
      [24571, 25, 12.82, 1.99, 4.651839],
      [8839, 11, 4.61, 2.41, 3.209485],
      [111674, 100, 58.28, 1.87, 14.083511],
    ];
    for (const [population, cases, expected, risk, ratio] of rows) {
      const chance = (552 * population) / 1057673;
      expect(chance).toBeCloseTo(expected, 2);
      expect(relativeRisk(cases, chance, 552)).toBeCloseTo(risk, 2);
      expect(Math.abs(poissonRatio(cases, chance, 552) - ratio)).toBeLessThan(1e-4);
    }
  });

  it('B6 has the one of smerc', () => {
    expect(poissonRatio(106, 62.13, 552)).toBeCloseTo(14.782064, 6);
  });

  it('is 0 where the rate inside is not higher', () => {
    expect([poissonRatio(5, 5, 20), poissonRatio(4, 5, 20), bernoulliRatio(1, 10, 5, 20)]).toEqual([0, 0, 0]);
  });

  it('equals the binomial likelihoods of the Bernoulli model', () => {
    const log = (k: number, share: number) => (k === 0 ? 0 : k * Math.log(share));
    const [c, n, total, all] = [7, 12, 10, 40];
    const direct =
      log(c, c / n) +
      log(n - c, 1 - c / n) +
      log(total - c, (total - c) / (all - n)) +
      log(all - n - total + c, 1 - (total - c) / (all - n)) -
      log(total, total / all) -
      log(all - total, 1 - total / all);
    expect(bernoulliRatio(c, n, total, all)).toBeCloseTo(direct, 10);
  });

  it('never exceeds the chi-square that stands in for it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.nat(), (total, seed) => {
        const random = seededRandom(seed);
        const cases = 1 + random.integer(total);
        const expected = total * random.next();
        const more = (cases - expected) ** 2;
        expect(poissonRatio(cases, expected, total)).toBeLessThanOrEqual(
          more * poissonWeight(expected, total) + 1e-9,
        );
        const all = total + 1 + random.integer(1000);
        const size = Math.min(all - 1, cases + random.integer(all - total));
        const chi = (cases - (size * total) / all) ** 2 * bernoulliWeight(size, total, all);
        expect(bernoulliRatio(cases, size, total, all)).toBeLessThanOrEqual(chi + 1e-9);
      }),
    );
  });
});

describe('simulated cases', () => {
  it.each([
    ['by population', spreadCases, 30, 1],
    ['by labels', shuffledCases, 30, 170 / 199],
    ['by labels, most of them cases', shuffledCases, 150, 50 / 199],
    ['by population, place by place', spreadCases, 150, 1],
    ['by labels, place by place', shuffledCases, 100, 100 / 199],
  ] as const)('have the mean and variance of chance, %s', (_, simulator, total, spread) => {
    const weight = Float64Array.of(10, 0, 80, 40, 3, 67);
    const next = simulator(weight, total, seededRandom(5));
    const rounds = 20_000;
    const sums = new Float64Array(6);
    const squares = new Float64Array(6);
    for (let k = 0; k < rounds; k++) {
      const cases = next();
      expect(cases.reduce((sum, one) => sum + one, 0)).toBe(total);
      cases.forEach((count, i) => {
        sums[i] += count / rounds;
        squares[i] += (count * count) / rounds;
      });
    }
    weight.forEach((own, i) => {
      const share = own / 200;
      const variance = total * share * (1 - share) * spread;
      expect(Math.abs(sums[i] - total * share)).toBeLessThanOrEqual(5 * Math.sqrt(variance / rounds));
      expect(Math.abs(squares[i] - sums[i] ** 2 - variance)).toBeLessThanOrEqual(0.06 * variance);
    });
  });
});

describe('scanStatistic', () => {
  it.each(['poisson', 'bernoulli'] as const)('finds the best of all circles, %s', (model) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), fc.constantFrom(6, 1000), (n, seed, size) => {
        const place = town(n, seed, size);
        const all = byDefinition(place, model);
        const { clusters } = run(place, { model });
        expect(clusters.length > 0).toBe(all.length > 0);
        if (all.length === 0) return;
        expect(clusters[0].logLikelihoodRatio).toBeCloseTo(all[0].ratio, 9);
        const sets = all
          .filter(({ ratio }) => ratio > all[0].ratio - 1e-9)
          .map(({ inside }) => inside.join());
        const found = clusters[0].places.slice().sort((a, b) => a - b);
        expect(sets).toContain(found.join());
        expect(found.length).toBe(
          Math.min(
            ...all.filter(({ ratio }) => ratio > all[0].ratio - 1e-9).map(({ inside }) => inside.length),
          ),
        );
        for (const [k, next] of clusters.slice(1).entries()) {
          const taken = new Set(clusters.slice(0, k + 1).flatMap(({ places }) => places));
          const free = all.filter(({ inside }) => inside.every((i) => !taken.has(i)));
          expect(next.logLikelihoodRatio).toBeCloseTo(free[0].ratio, 9);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('lists clusters that share no place, each with at least two cases and half the population at most', () => {
    const place = town(80, 3);
    const { clusters, population } = run(place);
    const places = clusters.flatMap((cluster) => cluster.places);
    expect(new Set(places).size).toBe(places.length);
    expect(clusters.length).toBeGreaterThan(2);
    for (const cluster of clusters) {
      expect(cluster.cases).toBeGreaterThanOrEqual(2);
      expect(cluster.population).toBeLessThanOrEqual(population / 2);
      expect(cluster.cases).toBe(cluster.places.reduce((sum, i) => sum + place.cases[i], 0));
      expect(cluster.observedToExpected).toBeCloseTo(cluster.cases / cluster.expected, 12);
    }
  });

  it.each(['poisson', 'bernoulli'] as const)(
    'names a cluster that was put there, and none where there is none, %s',
    (model) => {
      const random = seededRandom(9);
      const flat = town(100, 4);
      const even = { ...flat, cases: new Float64Array(100).fill(0), beside: new Float64Array(100).fill(200) };
      for (let k = 0; k < 400; k++) even.cases[random.integer(100)]++;
      const near = (i: number) => Math.hypot(even.points.x[i] - 300, even.points.y[i] - 300) < 150;
      const planted = { ...even, cases: even.cases.map((count, i) => count + (near(i) ? 8 : 0)) };
      const options = { model, permutations: 199 };
      const { clusters } = run(planted, options);
      expect(clusters[0].p).toBe(0.005);
      expect(clusters[0].places.filter(near).length / clusters[0].places.length).toBeGreaterThan(0.7);
      expect(run(even, options).clusters[0].p).toBeGreaterThan(0.05);
    },
  );

  it.each(['poisson', 'bernoulli'] as const)(
    'has p that are even when there is nothing to find, %s',
    (model) => {
      const small = Array.from({ length: 60 }, (_, seed) => {
        const random = seededRandom(seed);
        const place = town(25, seed);
        const one = { ...place, cases: new Float64Array(25), beside: new Float64Array(25).fill(40) };
        for (let k = 0; k < 60; k++) one.cases[random.integer(25)]++;
        return run(one, { model, permutations: 99, seed: seed + 1000 }).clusters[0].p;
      });
      expect(small.filter((p) => p <= 0.5).length).toBeGreaterThan(18);
      expect(small.filter((p) => p <= 0.5).length).toBeLessThan(42);
    },
  );

  it('never gives a later cluster a smaller p', () => {
    const { clusters } = run(town(60, 5), { permutations: 99 });
    for (let k = 1; k < clusters.length; k++) expect(clusters[k].p).toBeGreaterThanOrEqual(clusters[k - 1].p);
  });

  it('gives the same for the same seed and for another unit of length and population', () => {
    const place = town(50, 6);
    const options = { permutations: 99 };
    const before = run(place, options);
    expect(run(place, options)).toEqual(before);
    const scaled = {
      ...place,
      points: { x: place.points.x.map((x) => 4 * x + 500), y: place.points.y.map((y) => 4 * y) },
      beside: place.beside.map((people) => people * 8),
    };
    const after = run(scaled, options);
    expect(after.clusters.map(({ places, p }) => ({ places, p }))).toEqual(
      before.clusters.map(({ places, p }) => ({ places, p })),
    );
    expect(after.clusters[0].radius).toBeCloseTo(4 * before.clusters[0].radius, 8);
  });

  it('takes no circle whose rate is higher by rounding alone', () => {
    const even: Town = {
      ...town(7, 2),
      cases: new Float64Array(7).fill(3),
      beside: new Float64Array(7).fill(0.1),
    };
    expect(run(even).clusters).toEqual([]);
    expect(run({ ...even, beside: new Float64Array(7).fill(7) }, { model: 'bernoulli' }).clusters).toEqual(
      [],
    );
  });

  it('keeps places equally far from a centre together', () => {
    const cross: Town = {
      points: { x: Float64Array.of(0, 1, -1, 0, 0, 9, 9, 9), y: Float64Array.of(0, 0, 0, 1, -1, 9, 8, 7) },
      cases: Float64Array.of(2, 9, 0, 0, 0, 0, 0, 0),
      beside: new Float64Array(8).fill(10),
    };
    for (const { centre, places } of run(cross).clusters)
      if (centre === 0) expect([1, 5]).toContain(places.length);
    expect(run(cross).clusters[0].places).toEqual([1, 0]);
  });

  it('leaves out places without population and says how many cases they had', () => {
    const place = town(20, 7);
    place.beside.fill(50);
    place.beside[4] = 0;
    place.cases[4] = 30;
    const { n, warnings, clusters } = run(place);
    expect(n).toBe(19);
    expect(warnings).toEqual([{ code: 'cases_without_population', value: 30 }]);
    expect(clusters.every(({ places }) => !places.includes(4))).toBe(true);
  });

  it('says that there are too few cases, also for no place and for one', () => {
    const none = town(10, 8);
    none.cases.fill(0);
    expect(run(none, { permutations: 9 }).warnings).toEqual([{ code: 'too_few_cases', value: 0 }]);
    expect(run(none).clusters).toEqual([]);
    expect(run(town(0, 1), { permutations: 9 }).clusters).toEqual([]);
    expect(
      run({ ...town(1, 1), cases: Float64Array.of(5), beside: Float64Array.of(9) }, { permutations: 9 })
        .clusters,
    ).toEqual([]);
  });

  it('stops when its progress does, and refuses misuse with the value', () => {
    const place = town(10, 9);
    const progress = (done: number) => {
      if (done > 0.5) throw new Error('stopped');
    };
    expect(() => run(place, { permutations: 99, progress })).toThrow('stopped');
    expect(() => run(place, { share: 0.7 })).toThrow(/0.7/);
    expect(() => run({ ...place, cases: place.cases.map((c) => c + 0.5) })).toThrow(/whole/);
    expect(() => run({ ...place, beside: place.beside.map(() => -1) })).toThrow(/-1/);
    expect(() => run({ ...place, cases: new Float64Array(3) })).toThrow(/3/);
    expect(() => run(town(9000, 1))).toThrow(/9000|8\d\d\d/);
    expect(() => run(place, { permutations: -1 })).toThrow(/-1/);
  });
});

describe('leukaemia in New York', () => {
  const { tracts } = newYork;
  const column = (k: number) => Float64Array.from(tracts, (tract) => tract[k]);
  // Degrees as if they were a plane, as the published runs have them.
  const points = { x: column(0).map((lon) => lon * 1e5), y: column(1).map((lat) => lat * 1e5) };
  const found = scanStatistic(points, column(3), column(2), { ...base, share: 0.1, permutations: 1999 });

  it('B6 has the people, the cases and the share of the published study', () => {
    expect([found.n, found.cases, found.population]).toEqual([281, 552, 1_057_673]);
    expect(found.clusters.every(({ population }) => population <= 105_767)).toBe(true);
    expect(found.clusters[0].p).toBeLessThan(0.01);
  });

  // Two of its five clusters hold other tracts: the middles SaTScan was given are not those of the outlines.
  it.each([
    [34_083, 38, 17.79, 2.22, 9.019716, 0.013, [84, 85, 86, 87, 88, 89, 90, 92]],
    [24_571, 25, 12.82, 1.99, 4.651839, 0.609, null],
    [8839, 11, 4.61, 2.41, 3.209485, 0.976, [159, 166, 167]],
  ] as const)(
    'B6 has the cluster of SaTScan with %d people, and its p',
    (people, cases, expected, risk, ratio, p, places) => {
      const cluster = found.clusters.find(({ population }) => population === people);
      if (cluster === undefined) throw new Error(`no cluster of ${people} people`);
      expect(cluster.cases).toBe(cases);
      expect(cluster.expected).toBeCloseTo(expected, 2);
      expect(cluster.relativeRisk).toBeCloseTo(risk, 2);
      expect(Math.abs(cluster.logLikelihoodRatio - ratio)).toBeLessThan(1e-5);
      if (places) expect(cluster.places.map((place) => place + 1).sort((a, b) => a - b)).toEqual(places);
      // SaTScan simulated 999 times; other circles move the largest ratio of chance a little.
      expect(Math.abs(cluster.p - p)).toBeLessThan(0.01 + 3 * Math.sqrt((1.5 * p * (1 - p)) / 1000));
    },
  );
});
