import { describe, expect, it } from 'vitest';
import { detectableDrops } from '../../../../server/domain/case/detectable.ts';
import { evaluationResult, evaluationTest } from '../../../../server/domain/case/evaluation-test.ts';
import { northRoad, northRoadCounts } from './north-road-plan.ts';

describe('evaluationTest', () => {
  it('gives the published numbers of North Road', () => {
    const result = evaluationTest(northRoad, northRoadCounts);
    const { total, local, displacement, ratio, quotient } = result;
    expect([total.estimate, Math.round(total.lower), Math.round(total.upper)]).toEqual([-118, -196, -40]);
    expect(total.standardError).toBeCloseTo(39.59798, 5);
    expect(total.p).toBeCloseTo(0.002883, 6);
    expect([local.estimate, displacement?.estimate]).toEqual([-107, -11]);
    expect(ratio?.ratio.toFixed(2)).toBe('0.51');
    expect(quotient?.toFixed(2)).toBe('0.26');
    expect(result.n).toBe(1568);
    expect(evaluationResult.parse(result)).toEqual(result);
  });

  it('does not weigh a leap day, and scales periods that differ to the one after', () => {
    expect(evaluationTest(northRoad, northRoadCounts).lengthBefore).toBe(1);
    // B20.2: control 100, 50, treated 80, 20, the period before twice as long.
    const half = {
      ...northRoad,
      before: { from: '2023-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' },
      after: { from: '2025-01-01T00:00:00Z', to: '2026-01-01T12:00:00Z' },
    };
    const result = evaluationTest(half, { treated: [80, 20], control: [100, 50] });
    expect(result.lengthBefore).toBe(2);
    expect(result.total.estimate).toBe(-20);
    expect(result.total.standardError).toBeCloseTo(10.723805, 6);
    expect(result.quotient).toBeNull();
  });

  it('compares before and after alone without a comparison area', () => {
    const result = evaluationTest(northRoad, { treated: [207, 110] });
    expect(result.total.estimate).toBe(-97);
    expect(result.total.standardError).toBeCloseTo(Math.sqrt(317), 9);
    expect(result.ratio?.ratio).toBeCloseTo(0.5314, 4);
    expect([result.counts.control, result.displacement, result.small]).toEqual([null, null, false]);
  });

  it('gives the exact chance beside small counts', () => {
    // Published pair of the E-test: 6 and 2.
    expect(evaluationTest(northRoad, { treated: [6, 2] }).total.exactP).toBeCloseTo(0.174875, 5);
    const table = evaluationTest(northRoad, { treated: [8, 2], control: [1, 5] });
    // By hand: 189 + 7 + 84 of 8008 tables are as rare.
    expect(table.total.exactP).toBeCloseTo(0.034965, 6);
    expect(table.small).toBe(true);
  });

  it('stands for nothing at all', () => {
    const result = evaluationTest(northRoad, { treated: [0, 0], control: [0, 0] });
    expect([result.n, result.ratio, result.total.p]).toEqual([0, null, null]);
    expect(() => evaluationResult.parse(result)).not.toThrow();
  });
});

describe('detectableDrops', () => {
  it('says what 207 a year can show', () => {
    const drops = detectableDrops(northRoad, { treated: 207, control: 308, buffer: 178, controlBuffer: 150 });
    // z of 0.95 times the square root of 4 × 207, of 2 × 515 and of 2 × 843.
    expect(drops.map(({ against, drop }) => [against, drop])).toEqual([
      ['alike', 48],
      ['control', 53],
      ['zones', 68],
    ]);
  });

  it('says so when nothing can show', () => {
    const [few] = detectableDrops(northRoad, { treated: 5 });
    expect(few.share).toBeGreaterThan(1);
    expect(detectableDrops(northRoad, { treated: 0 })).toEqual([]);
  });
});
