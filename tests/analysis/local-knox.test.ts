import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypergeometricAtLeast } from '../../analysis/distributions.ts';
import { type LocalKnoxOptions, localKnox } from '../../analysis/local-knox.ts';
import { nearRepeat } from '../../analysis/near-repeat.ts';
import { seededRandom } from '../../analysis/random.ts';

type Event = readonly [x: number, y: number, day: number];
const base: LocalKnoxOptions = {
  metric: 'manhattan',
  distance: 100,
  days: 7,
  level: 0.05,
  correction: 'fdr',
};
const run = (events: readonly Event[], options: Partial<LocalKnoxOptions> = {}) =>
  localKnox(
    { x: Float64Array.from(events, ([x]) => x), y: Float64Array.from(events, ([, y]) => y) },
    Float64Array.from(events, ([, , day]) => day),
    { ...base, ...options },
  );
const toy: Event[] = [
  [0, 0, 0],
  [0, 0, 3],
  [50, 0, 5],
  [1000, 1000, 20],
  [1050, 1000, 22],
  [5000, 5000, 60],
];
const scatter = (n: number, seed: number) => {
  const random = seededRandom(seed);
  return Array.from(
    { length: n },
    (): Event => [random.integer(600), random.integer(600), random.integer(40)],
  );
};
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

/** The tail from binomial coefficients. */
function tail(count: number, total: number, marked: number, draws: number): number {
  let sum = 0;
  for (let x = count; x <= Math.min(marked, draws); x++)
    if (draws - x <= total - marked)
      sum += (choose(marked, x) * choose(total - marked, draws - x)) / choose(total, draws);
  return sum;
}

describe('hypergeometricAtLeast', () => {
  it('agrees with binomial coefficients', () => {
    for (const [count, total, marked, draws] of [
      [1, 5, 2, 2],
      [2, 5, 2, 2],
      [0, 9, 3, 3],
      [3, 30, 8, 12],
      [5, 9, 8, 6],
    ])
      expect(hypergeometricAtLeast(count, total, marked, draws)).toBeCloseTo(
        tail(count, total, marked, draws),
        12,
      );
  });

  it('keeps the digits of thin tails', () => {
    expect(hypergeometricAtLeast(12, 1000, 12, 14) / tail(12, 1000, 12, 14)).toBeCloseTo(1, 6);
    expect(tail(12, 1000, 12, 14)).toBeLessThan(1e-20);
  });
});

describe('localKnox', () => {
  it('lists the chains of the toy', () => {
    const { chain, chainStarts, members, links, earlier, pairs } = run(toy);
    expect(Array.from(chain)).toEqual([0, 0, 0, 1, 1, -1]);
    expect([Array.from(chainStarts), Array.from(members)]).toEqual([
      [0, 3, 5],
      [0, 1, 2, 3, 4],
    ]);
    expect([Array.from(links), Array.from(earlier), pairs]).toEqual([
      [2, 2, 2, 1, 1, 0],
      [0, 1, 2, 0, 1, 0],
      4,
    ]);
  });

  it('has the hypergeometric p of each incident of the toy', () => {
    const { p, near, recent } = run(toy);
    expect([Array.from(near), Array.from(recent)]).toEqual([
      [2, 2, 2, 1, 1, 0],
      [2, 2, 2, 1, 1, 0],
    ]);
    [0.1, 0.1, 0.1, 0.2, 0.2].forEach((value, i) => {
      expect(p[i]).toBeCloseTo(value, 12);
    });
    expect(p[5]).toBeNaN();
  });

  it.each(['manhattan', 'euclidean'] as const)('agrees with the pair by pair definition, %s', (metric) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 1e9 }), (n, seed) => {
        const events = scatter(n, seed);
        const { links, near, recent, p, chain } = run(events, { metric });
        const linked = events.map(([x, y, day], i) =>
          events.map(([x2, y2, day2], j) => {
            const apart =
              metric === 'manhattan' ? Math.abs(x - x2) + Math.abs(y - y2) : Math.hypot(x - x2, y - y2);
            return { space: i !== j && apart < 100, time: i !== j && Math.abs(day - day2) < 7 };
          }),
        );
        linked.forEach((row, i) => {
          const s = row.filter(({ space }) => space).length;
          const t = row.filter(({ time }) => time).length;
          const both = row.filter(({ space, time }) => space && time).length;
          expect([near[i], recent[i], links[i]]).toEqual([s, t, both]);
          if (s > 0 && t > 0) expect(p[i]).toBeCloseTo(tail(both, n - 1, s, t), 9);
          expect(chain[i] >= 0).toBe(both > 0);
          row.forEach(({ space, time }, j) => {
            if (space && time) expect(chain[i]).toBe(chain[j]);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('has as many pairs, observed and expected, as the near-repeat table', () => {
    const events = scatter(150, 3);
    const points = { x: Float64Array.from(events, ([x]) => x), y: Float64Array.from(events, ([, y]) => y) };
    const days = Float64Array.from(events, ([, , day]) => day);
    const table = nearRepeat(points, days, {
      metric: 'manhattan',
      space: [0, 100],
      time: [0, 7],
      permutations: 0,
      seed: 1,
    });
    const { pairs, expected } = run(events);
    expect(pairs).toBe(table.observed[0][0]);
    expect(expected).toBeCloseTo(table.expected[0][0], 9);
  });

  it('lists each member once, by time, in chains that shrink', () => {
    const events = scatter(120, 4);
    const { chain, chainStarts, members } = run(events);
    expect(new Set(members).size).toBe(members.length);
    expect(chain.filter((c) => c >= 0).length).toBe(members.length);
    for (let c = 0; c + 1 < chainStarts.length; c++) {
      const list = Array.from(members.subarray(chainStarts[c], chainStarts[c + 1]));
      expect(list.every((i) => chain[i] === c)).toBe(true);
      const days = list.map((i) => events[i][2]);
      expect(days).toEqual(days.slice().sort((a, b) => a - b));
      if (c > 0) expect(list.length).toBeLessThanOrEqual(chainStarts[c] - chainStarts[c - 1]);
    }
  });

  it('finds the same chains whatever the order of the incidents', () => {
    const events = scatter(80, 5);
    const sets = (list: readonly Event[]) => {
      const { chainStarts, members } = run(list);
      return Array.from(chainStarts.subarray(1), (end, c) =>
        Array.from(members.subarray(chainStarts[c], end), (i) => list[i].join())
          .sort()
          .join(' '),
      ).sort();
    };
    expect(sets(events.slice().reverse())).toEqual(sets(events));
  });

  it('marks a burst and holds the false discovery rate elsewhere', () => {
    const random = seededRandom(6);
    const lone = Array.from(
      { length: 400 },
      (): Event => [random.next() * 5000, random.next() * 5000, random.integer(365)],
    );
    const burst = Array.from({ length: 8 }, (_, i): Event => [9000 + i, 9000, 100 + i / 4]);
    const { significant, q, p } = run([...lone, ...burst]);
    expect(Array.from(significant.subarray(400))).toEqual(new Array(8).fill(1));
    expect(significant.subarray(0, 400).reduce((sum, one) => sum + one, 0)).toBeLessThan(20);
    expect(q[400]).toBeGreaterThan(p[400]);
    expect(run([...lone, ...burst], { correction: 'none' }).q).toEqual(p);
  });

  it.each([0, 1])('has no chain and says why with %d incidents', (n) => {
    const result = run(toy.slice(0, n));
    expect([result.pairs, result.expected, result.members.length]).toEqual([0, 0, 0]);
    expect(result.warnings).toEqual([{ code: 'fewer_than_two_incidents', value: n }]);
  });

  it('makes one chain of incidents at one place and time', () => {
    const { chain, p } = run(Array.from({ length: 30 }, (): Event => [5, 5, 5]));
    expect(chain.every((c) => c === 0)).toBe(true);
    expect(p.every((value) => value === 1)).toBe(true);
  });

  it('refuses misuse with the value', () => {
    expect(() => run(toy, { distance: 0 })).toThrow(/0/);
    expect(() => run(toy, { days: -3 })).toThrow(/-3/);
    expect(() => run(toy, { level: 2 })).toThrow(/2/);
    expect(() => run([[0, 0, Infinity]])).toThrow(/Infinity/);
  });
});

const file = new URL('../../../shared/data/methods/wdd-and-counts/expected.json', import.meta.url);
const available = existsSync(file);
if (!available) process.stderr.write('SKIPPED: the near strings of ptools are absent (../shared/data)\n');

describe.skipIf(!available)('the near strings of ptools', () => {
  it('are the chains', () => {
    const { x, y, t, dist, components } = JSON.parse(readFileSync(file, 'utf8')).near_strings;
    const events = x.map((east: number, i: number): Event => [east, y[i], t[i]]);
    const { chain } = run(events, { metric: 'euclidean', distance: dist, days: 1 });
    const same = (list: ArrayLike<number>) =>
      Array.from(list, (one) => Array.from(list, (two) => one === two));
    expect(same(chain)).toEqual(same(components));
  });
});
