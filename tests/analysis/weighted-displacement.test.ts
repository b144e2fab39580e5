import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BeforeAfter,
  type Difference,
  harmDisplacement,
  weightedDisplacement,
} from '../../analysis/weighted-displacement.ts';

const paper = {
  control: [308, 318],
  treated: [207, 110],
  displacementControl: [150, 140],
  displacement: [178, 157],
} as const;
const near = (
  actual: Difference,
  expected: Partial<Record<'estimate' | 'standardError' | 'z' | 'p', number>>,
) => {
  for (const [key, value] of Object.entries(expected)) expect(actual[key as 'z'], key).toBeCloseTo(value, 5);
};
const band = ({ interval }: Difference, low: number, high: number, digits: number) => {
  expect(interval[0]).toBeCloseTo(low, digits);
  expect(interval[1]).toBeCloseTo(high, digits);
};

describe('weightedDisplacement', () => {
  it('B20.1 equals the paper', () => {
    const { local, displacement, total, n, level, warnings } = weightedDisplacement(paper, { alpha: 0.05 });
    near(local, { estimate: -107, standardError: 30.708305 });
    near(displacement!, { estimate: -11, standardError: 25 });
    near(total, { estimate: -118, standardError: 39.59797974644666, z: -2.979950006429022, p: 0.002883 });
    band(total, -195.61061416358194, -40.38938583641804, 9);
    expect([n, level, total.exactP, warnings]).toEqual([1568, 0.95, null, []]);
  });

  it('B20.2 divides by the lengths of the periods', () => {
    const { total } = weightedDisplacement(
      { control: [100, 50], treated: [80, 20] },
      { alpha: 0.05, timeWeights: [2, 1] },
    );
    near(total, { estimate: -20, standardError: 10.723805294763608 });
    band(total, -41.018, 1.018, 3);
  });

  it('B20.3 divides by the sizes of the areas', () => {
    const areaWeights = { control: 0.9, treated: 1.2, displacementControl: 1.6, displacement: 1.5 };
    const { total } = weightedDisplacement(paper, { alpha: 0.05, areaWeights });
    near(total, { estimate: -99.69444444, standardError: 35.4280755, z: -2.813995483 });
    band(total, -169.1321965, -30.25669241, 6);
  });

  it('B20.4, B20.5 and B20.6 equal the examples', () => {
    const small = weightedDisplacement({ control: [20, 20], treated: [20, 10] }, { alpha: 0.1 }).total;
    near(small, { estimate: -10, standardError: 8.366600265, z: -1.195228609 });
    band(small, -23.762, 3.762, 3);
    const blog = weightedDisplacement({ control: [100, 90], treated: [100, 80] }, { alpha: 0.05 }).total;
    near(blog, { estimate: -10, standardError: 19.235384062 });
    band(blog, -47.7, 27.7, 1);
    const counts = { control: [130, 150], treated: [120, 100] } as const;
    band(weightedDisplacement(counts, { alpha: 0.1 }).total, -76.8, -3.2, 1);
    const zones = { displacement: [40, 25], displacementControl: [30, 25] } as const;
    const both = weightedDisplacement({ ...counts, ...zones }, { alpha: 0.1 }).total;
    expect([both.estimate, both.standardError.toFixed(1)]).toEqual([-50, '24.9']);
    band(both, -91, -9, 1);
  });

  it('B20.7 takes lengths or sizes', () => {
    const counts = { control: [200, 100], treated: [100, 20] } as const;
    band(weightedDisplacement(counts, { alpha: 0.1, timeWeights: [2, 1] }).total, -53, -7, 1);
    const all = {
      control: [400, 200],
      treated: [200, 100],
      displacementControl: [80, 40],
      displacement: [40, 20],
    } as const;
    const { total } = weightedDisplacement(all, {
      alpha: 0.1,
      areaWeights: { control: 2, treated: 1, displacementControl: 2, displacement: 1 },
    });
    expect([total.estimate, total.standardError.toFixed(1)]).toEqual([0, '23.2']);
    band(total, -38.2, 38.2, 1);
  });

  it('B20.8 adds up harm', () => {
    const pairs: [number, BeforeAfter, BeforeAfter, number, number][] = [
      [3, [133, 91], [130, 74], -14, 20.688161],
      [2, [388, 305], [327, 202], -42, 34.957117],
      [5, [148, 97], [398, 190], -157, 28.861739],
      [7, [86, 64], [144, 92], -30, 19.646883],
      [10, [94, 67], [183, 96], -60, 20.976177],
    ];
    for (const [, control, treated, estimate, standardError] of pairs)
      near(weightedDisplacement({ control, treated }, { alpha: 0.05 }).total, { estimate, standardError });
    const kinds = pairs.map(([weight, control, treated]) => ({ weight, counts: { control, treated } }));
    const harm = harmDisplacement(kinds, { alpha: 0.05 });
    near(harm, { estimate: -1721, standardError: 304.10360077, z: -5.65925558 });
    band(harm, -2317.03210507, -1124.96789493, 6);
    expect(() => harmDisplacement([], { alpha: 0.05 })).toThrow(RangeError);
    expect(() => harmDisplacement([{ ...kinds[0], weight: -1 }], { alpha: 0.05 })).toThrow(/-1/);
  });

  it('B20.9 works without a period before, and says so', () => {
    const { total, warnings } = weightedDisplacement({ control: [0, 20], treated: [0, 10] }, { alpha: 0.05 });
    near(total, { z: -1.825742, p: 0.067889 });
    expect(warnings).toEqual([
      { code: 'small_counts', value: 0 },
      { code: 'no_incidents_before', value: 0 },
    ]);
    expect(total.exactP).toBeCloseTo(0.09873715, 7);
  });

  it('tests small counts exactly', () => {
    const { total, warnings } = weightedDisplacement({ treated: [12, 2], control: [9, 11] }, { alpha: 0.05 });
    // scipy.stats.fisher_exact([[12, 2], [9, 11]])
    expect(total.exactP).toBeCloseTo(0.0302131192, 9);
    expect(warnings).toEqual([{ code: 'small_counts', value: 2 }]);
  });

  it('is zero, without a score, where nothing happened', () => {
    const { total, warnings } = weightedDisplacement({ treated: [0, 0], control: [0, 0] }, { alpha: 0.05 });
    expect([total.estimate, total.standardError, total.z, total.exactP]).toEqual([0, 0, NaN, 1]);
    expect(warnings).toContainEqual({ code: 'no_incidents', value: 0 });
  });

  it('changes its sign when treated and control change places', () => {
    const pair = fc.tuple(fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(pair, pair, pair, pair, (treated, control, displacement, displacementControl) => {
        const there = weightedDisplacement(
          { treated, control, displacement, displacementControl },
          { alpha: 0.1 },
        );
        const back = weightedDisplacement(
          {
            treated: control,
            control: treated,
            displacement: displacementControl,
            displacementControl: displacement,
          },
          { alpha: 0.1 },
        );
        expect(back.total.estimate).toBeCloseTo(-there.total.estimate, 9);
        expect(back.total.standardError).toBeCloseTo(there.total.standardError, 9);
        expect(there.total.standardError ** 2).toBeCloseTo(there.n, 6);
      }),
    );
  });

  it('refuses what cannot be counts, weights or a level', () => {
    const counts = { treated: [1, 2], control: [3, 4] } as const;
    expect(() => weightedDisplacement({ ...counts, treated: [1.5, 2] }, { alpha: 0.05 })).toThrow(/1.5/);
    expect(() => weightedDisplacement(counts, { alpha: 5 })).toThrow(/5/);
    expect(() => weightedDisplacement(counts, { alpha: 0.05, timeWeights: [0, 1] })).toThrow(/0/);
    expect(() => weightedDisplacement({ ...counts, displacement: [1, 2] }, { alpha: 0.05 })).toThrow(/zone/);
  });
});

const file = new URL('../../../shared/data/methods/wdd-and-counts/expected.json', import.meta.url);
const available = existsSync(file);
if (!available) process.stderr.write('SKIPPED: the counts of ptools are absent (../shared/data)\n');

interface PtoolsCase {
  readonly control: BeforeAfter;
  readonly treated: BeforeAfter;
  readonly disp_control?: BeforeAfter;
  readonly disp_treated?: BeforeAfter;
  readonly time_weights?: BeforeAfter;
  readonly [name: string]: unknown;
}

describe.skipIf(!available)('the cases of ptools', () => {
  const cases: PtoolsCase[] = available ? JSON.parse(readFileSync(file, 'utf8')).wdd : [];
  it.each(cases.map((one, i) => ({ number: i + 1, one })))('case $number', ({ one }) => {
    const result = weightedDisplacement(
      {
        control: one.control,
        treated: one.treated,
        displacementControl: one.disp_control,
        displacement: one.disp_treated,
      },
      { alpha: 0.1, timeWeights: one.time_weights },
    );
    const found: Record<string, number | undefined> = {
      Est_Local: result.local.estimate,
      SE_Local: result.local.standardError,
      Est_Displace: result.displacement?.estimate,
      Est_Total: result.total.estimate,
      Var_Total: result.total.standardError ** 2,
      Z: result.local.z,
    };
    const known = Object.keys(found).filter((name) => typeof one[name] === 'number');
    expect(known.length).toBeGreaterThan(0);
    for (const name of known) expect(found[name]).toBeCloseTo(Number(one[name]), 4);
  });
});
