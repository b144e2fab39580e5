import { describe, expect, it } from 'vitest';
import { evaluationHarm, harmOf, type KindCounts } from '../../../../server/domain/case/evaluation-harm.ts';
import { evaluationTest } from '../../../../server/domain/case/evaluation-test.ts';
import { northRoad, northRoadCounts } from './north-road-plan.ts';

const TABLE = 'Adopted 2026-03';
const many: KindCounts = { weight: 1, counts: { treated: [100, 50], control: [100, 100] } };

describe('harmOf', () => {
  it('is the agreed test where every incident weighs one, and twice as much where it weighs two', () => {
    const { total } = evaluationTest(northRoad, northRoadCounts);
    const one = harmOf(northRoad, [{ weight: 1, counts: northRoadCounts }], TABLE);
    expect(one).toMatchObject({ table: TABLE, n: 1568, unweighted: 0, refusal: null, small: false });
    expect(one.difference?.estimate).toBe(-118);
    expect(one.difference?.lower).toBeCloseTo(total.lower, 9);
    expect(one.difference?.upper).toBeCloseTo(total.upper, 9);
    const two = harmOf(northRoad, [{ weight: 2, counts: northRoadCounts }], TABLE);
    expect(two.difference?.lower).toBeCloseTo(2 * total.lower, 9);
    expect(evaluationHarm.parse(two)).toEqual(two);
  });

  it('adds kinds up by their weights: by hand', () => {
    const grave: KindCounts = { weight: 10, counts: { treated: [10, 20], control: [10, 10] } };
    const { difference } = harmOf(northRoad, [many, grave], TABLE);
    // −50 + 10 × 10; variance 350 + 100 × 50.
    expect(difference?.estimate).toBe(50);
    expect((difference?.upper ?? 0) - 50).toBeCloseTo(1.959964 * Math.sqrt(350 + 100 * 50), 3);
  });

  it('counts kinds without a weight, and lets them say nothing', () => {
    const other: KindCounts = { weight: null, counts: { treated: [500, 5], control: [7, 7] } };
    const alone = harmOf(northRoad, [many], TABLE);
    expect(harmOf(northRoad, [many, other], TABLE)).toEqual({ ...alone, unweighted: 519 });
  });

  it.each<[string, KindCounts[]]>([
    ['no-harm', [{ weight: null, counts: many.counts }]],
    ['no-harm', [{ weight: 0, counts: many.counts }]],
    ['too-few-incidents', [{ weight: 5, counts: { treated: [10, 9], control: [5, 5] } }]],
    ['one-incident-dominates', [many, { weight: 1000, counts: { treated: [1, 0], control: [0, 0] } }]],
  ])('refuses with %s instead of a number', (refusal, kinds) => {
    expect(harmOf(northRoad, kinds, TABLE)).toMatchObject({ refusal, difference: null });
  });

  it('says when a kind is so rare that the sum would tell of a single incident', () => {
    const rare: KindCounts = { weight: 3, counts: { treated: [3, 2], control: [0, 4] } };
    expect(harmOf(northRoad, [many, rare], TABLE).small).toBe(true);
    expect(harmOf(northRoad, [{ ...rare, weight: null }, many], TABLE).small).toBe(true);
  });

  it('compares before with after alone where there is nothing to compare with', () => {
    const { difference } = harmOf(northRoad, [{ weight: 2, counts: { treated: [207, 110] } }], TABLE);
    expect(difference?.estimate).toBe(-194);
  });
});
