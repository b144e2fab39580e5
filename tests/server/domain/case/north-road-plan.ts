import { type EvaluationPlan, evaluationPlan } from '../../../../server/domain/case/evaluation-plan.ts';
import type { EvaluationCounts } from '../../../../server/domain/case/evaluation-test.ts';
import type { AreaGeometry } from '../../../../server/domain/geometry.ts';

/** A square with its south-west corner here, in degrees. */
export function square(west: number, south: number, size = 0.01, hole?: AreaGeometry): AreaGeometry {
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ] as [number, number][];
  const holes = hole?.type === 'Polygon' ? hole.coordinates : [];
  return { type: 'Polygon', coordinates: [ring, ...holes] };
}

const treated = square(0, 0);
const control = square(0.1, 0);

/** The published example: nothing stands against it. */
export const northRoad: EvaluationPlan = evaluationPlan.parse({
  treated,
  control,
  buffer: square(-0.01, -0.01, 0.03, treated),
  controlBuffer: square(0.09, -0.01, 0.03, control),
  before: { from: '2024-01-01T01:00:00Z', to: '2025-01-01T01:00:00Z' },
  after: { from: '2025-01-01T01:00:00Z', to: '2026-01-01T01:00:00Z' },
  outcomeName: 'thefts',
  successRule: 'The whole interval lies below zero.',
  watchedFor: ['place'],
});

export const northRoadCounts: EvaluationCounts = {
  treated: [207, 110],
  control: [308, 318],
  buffer: [178, 157],
  controlBuffer: [150, 140],
};
