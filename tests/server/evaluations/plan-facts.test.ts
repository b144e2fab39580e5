import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationPlan } from '../../../server/domain/case/evaluation-plan.ts';
import { changesInside } from '../../../server/evaluations/plan-facts.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';
import { northRoad } from '../domain/case/north-road-plan.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const act = { actor: null, at: '2025-03-01T12:00:00.000Z' };
const year = { from: '2024-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' };

async function inside(before: Partial<typeof year>): Promise<number> {
  const plan: EvaluationPlan = {
    ...northRoad,
    before: { ...year, ...before },
    after: { from: '2025-02-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
  };
  return (await changesInside(test.store, plan)).length;
}

describe('changes of recording inside a plan', () => {
  // When the eighth and the fifteenth of January begin there; the days of a marker are days of these clocks.
  it.each([
    ['UTC', '2024-01-08T00:00:00Z', '2024-01-15T00:00:00Z'],
    ['Asia/Tokyo', '2024-01-07T15:00:00Z', '2024-01-14T15:00:00Z'],
    ['America/New_York', '2024-01-08T05:00:00Z', '2024-01-15T05:00:00Z'],
  ])('are met by the days of the workspace (%s)', async (zone, eighth, fifteenth) => {
    const { settings, recordingChanges } = test.store;
    await settings.set('workspace.timezone', zone);
    const everything = { areaId: null, categoryId: null, note: '' };
    const week = { ...everything, fromDay: '2024-01-08', kind: 'outage', effect: 'down' } as const;
    const ended = await recordingChanges.create({ ...week, untilDay: '2024-01-14' }, act);
    expect(await inside({})).toBe(1);
    expect(await inside({ from: eighth })).toBe(1);
    expect(await inside({ from: fifteenth })).toBe(0);
    expect(await inside({ to: fifteenth })).toBe(1);
    expect(await inside({ to: eighth })).toBe(0);
    await recordingChanges.remove(ended.id, act);
    const goingOn = await recordingChanges.create({ ...week, untilDay: null }, act);
    expect(await inside({})).toBe(1);
    expect(await inside({ from: eighth })).toBe(0);
    await recordingChanges.remove(goingOn.id, act);
  });
});
