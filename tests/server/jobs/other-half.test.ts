import { describe, expect, test } from 'vitest';
import { halvesOf } from '../../../analysis/halves.ts';
import { nearRepeat } from '../../../analysis/near-repeat.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { scanStatistic } from '../../../analysis/scan-statistic.ts';
import { spaceTimeScan } from '../../../analysis/space-time-scan.ts';
import { type HalfQuestion, isWorthSharing } from '../../../server/jobs/half-question.ts';
import { withSecondThread } from '../../../server/jobs/other-half.ts';
import { Cancelled } from '../../../server/jobs/task.ts';

/** Waits for a thread that loads TypeScript first. */
const PATIENCE = 60_000;

const random = seededRandom(7);
const scattered = (n: number, width: number) => Float64Array.from({ length: n }, () => random.next() * width);
const points = { x: scattered(3000, 4000), y: scattered(3000, 4000) };
const days = Float64Array.from(points.x, () => random.integer(365));

const knox = {
  ask: 'near-repeat',
  points,
  days,
  options: {
    metric: 'manhattan',
    space: [0, 200, 400, Infinity],
    time: [0, 7, 14, Infinity],
    permutations: 401,
    seed: 5,
  },
} as const satisfies HalfQuestion;

const places = { x: scattered(300, 9000), y: scattered(300, 9000) };
const scan = {
  ask: 'scan',
  points: places,
  cases: Float64Array.from(places.x, () => random.integer(9)),
  beside: Float64Array.from(places.x, () => 50 + random.integer(400)),
  options: { model: 'poisson', share: 0.5, minimum: 2, permutations: 2499, seed: 2 ** 52 + 3, clusters: 3 },
} as const satisfies HalfQuestion;

const spaceTime = {
  ask: 'space-time-scan',
  points: places,
  place: Uint32Array.from(points.x, () => random.integer(300)),
  period: Uint32Array.from(points.x, () => random.integer(12)),
  options: { periods: 12, duration: 4, share: 0.3, minimum: 2, permutations: 299, seed: 1, clusters: 2 },
} as const satisfies HalfQuestion;

const goOn = () => {};

describe('permutations that two threads share', () => {
  test(
    'give what one thread gives, number by number',
    () => {
      const sharing = withSecondThread(goOn);
      let helped = 0;
      const counted = (otherHalf: (() => Float64Array | null) | undefined) => () => {
        const found = otherHalf?.() ?? null;
        if (found !== null) helped++;
        return found;
      };
      expect(
        sharing(knox, (half) => nearRepeat(points, days, { ...knox.options, otherHalf: counted(half) })),
      ).toEqual(nearRepeat(points, days, knox.options));
      expect(
        sharing(scan, (half) =>
          scanStatistic(places, scan.cases, scan.beside, { ...scan.options, otherHalf: counted(half) }),
        ),
      ).toEqual(scanStatistic(places, scan.cases, scan.beside, scan.options));
      expect(
        sharing(spaceTime, (half) =>
          spaceTimeScan(places, spaceTime.place, spaceTime.period, {
            ...spaceTime.options,
            otherHalf: counted(half),
          }),
        ),
      ).toEqual(spaceTimeScan(places, spaceTime.place, spaceTime.period, spaceTime.options));
      expect(helped).toBe(3);
    },
    PATIENCE,
  );

  test(
    'a second thread that fails is done without',
    () => {
      const refused = { ...knox, options: { ...knox.options, metric: 'as the crow flies' as 'manhattan' } };
      const found = withSecondThread(goOn)(refused, (half) => {
        expect(half?.()).toBeNull();
        return nearRepeat(points, days, { ...knox.options, permutations: 9, otherHalf: half });
      });
      expect(found).toEqual(nearRepeat(points, days, { ...knox.options, permutations: 9 }));
    },
    PATIENCE,
  );

  test(
    'waiting for it ends when the run is cancelled',
    () => {
      const stop = () => {
        throw new Cancelled();
      };
      expect(() => withSecondThread(stop)(knox, (half) => half?.())).toThrow(Cancelled);
    },
    PATIENCE,
  );

  test('few permutations of few places are not worth a thread', () => {
    expect(isWorthSharing(knox)).toBe(true);
    expect(isWorthSharing({ ...knox, options: { ...knox.options, permutations: 99 } })).toBe(false);
    const some = withSecondThread(goOn)(
      { ...scan, options: { ...scan.options, permutations: 9 } },
      (half) => half,
    );
    expect(some).toBeUndefined();
  });

  test('the halves are all permutations, with seeds of their own that the generator takes', () => {
    for (const seed of [0, 1, 2 ** 52 - 1, 2 ** 52, 2 ** 53 - 1]) {
      const [first, second] = halvesOf(999, seed);
      expect(first.permutations + second.permutations).toBe(999);
      expect(first.seed).toBe(seed);
      expect(second.seed).not.toBe(seed);
      expect(seededRandom(second.seed).next()).not.toBe(seededRandom(seed).next());
    }
    expect(halvesOf(1, 0)[1].permutations).toBe(0);
  });
});
