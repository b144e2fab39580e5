import { describe, expect, it } from 'vitest';
import { courseOf, courseParts } from '../../../../server/domain/case/evaluation-course.ts';
import { evaluationTest } from '../../../../server/domain/case/evaluation-test.ts';
import { northRoad, northRoadCounts } from './north-road-plan.ts';

const after = northRoad.after ?? { from: '', to: '' };
const result = evaluationTest(northRoad, northRoadCounts);

/** The counts of the year, spread as evenly as whole incidents allow. */
const evenly = (steps: number) =>
  Array.from({ length: steps }, (_, i) => {
    const share = (count: number) => Math.round((count * (i + 1)) / steps);
    return { treated: share(110), control: share(318), buffer: share(157), controlBuffer: share(140) };
  });

describe('the course of a difference', () => {
  it('ends where the agreed test does', () => {
    const parts = courseParts(after);
    const course = courseOf(northRoad, result, parts, evenly(parts.length));
    const last = course?.at(-1);
    expect(course).toHaveLength(12);
    expect(last?.until).toBe(after.to);
    expect(last?.estimate).toBeCloseTo(result.total.estimate, 10);
    expect(last?.lower).toBeCloseTo(result.total.lower, 10);
    expect(last?.upper).toBeCloseTo(result.total.upper, 10);
    expect(Math.round(last?.estimate ?? 0)).toBe(-118);
  });

  it('ends there too when the period before is longer, and without the streets around', () => {
    const plan = { ...northRoad, before: { from: '2023-01-01T01:00:00Z', to: '2025-01-01T01:00:00Z' } };
    const counts = { treated: [420, 110] as const, control: [600, 318] as const };
    const alone = evaluationTest(plan, counts);
    const parts = courseParts(after);
    const last = courseOf(plan, alone, parts, evenly(parts.length))?.at(-1);
    expect(last?.estimate).toBeCloseTo(alone.total.estimate, 10);
    expect(last?.lower).toBeCloseTo(alone.total.lower, 10);
  });

  it('has one incident more in the step in which one more came', () => {
    const parts = courseParts(after);
    const counts = evenly(parts.length);
    const more = counts.map((step, i) => ({ ...step, treated: step.treated + (i >= 5 ? 1 : 0) }));
    const [one, other] = [counts, more].map((each) => courseOf(northRoad, result, parts, each) ?? []);
    expect(one.map(({ estimate }, i) => Math.round(other[i].estimate - estimate))).toEqual([
      0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1,
    ]);
  });

  it('has steps of one length, of about a month', () => {
    const parts = courseParts(after);
    const ends = parts.map(({ to }) => Date.parse(to));
    const steps = ends.slice(1).map((end, i) => end - ends[i]);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(1000);
    expect(courseParts({ from: '2025-01-01T00:00:00Z', to: '2025-01-11T00:00:00Z' })).toHaveLength(1);
    expect(courseParts({ from: '2010-01-01T00:00:00Z', to: '2025-01-11T00:00:00Z' })).toHaveLength(36);
  });

  it('is not drawn of small counts or of a single step', () => {
    const small = evaluationTest(northRoad, { treated: [8, 2], control: [9, 8] });
    const parts = courseParts(after);
    expect(courseOf(northRoad, small, parts, evenly(12))).toBeNull();
    expect(courseOf(northRoad, result, parts.slice(0, 1), evenly(1))).toBeNull();
  });
});
