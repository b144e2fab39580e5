/** What can be seen at all, said before a response starts. */
import { detectableEffect } from '../../../analysis/detectable-effect.ts';
import { type CountedArea, type EvaluationPlan, lengthBefore } from './evaluation-plan.ts';

export interface Detectable {
  /** Incidents of the treated area before. */
  readonly before: number;
  /** The least whole drop that shows, half of the time and four times in five. */
  readonly drop: number;
  readonly dropLikely: number;
  /** The first as a share of what there is; above 1 nothing can show. */
  readonly share: number;
  /** Which comparison it reckons with: one like the treated area, the chosen one, or that and the streets around. */
  readonly against: 'alike' | 'control' | 'zones' | 'none';
}

/** A drop counts when it leaves out zero on its side: one-sided. */
const SIDES = 1;

/** One line a comparison, the roughest first; none without incidents before. */
export function detectableDrops(
  plan: Pick<EvaluationPlan, 'design' | 'alpha' | 'before' | 'after'>,
  before: Readonly<Partial<Record<CountedArea, number>>>,
): Detectable[] {
  const { treated, control, buffer, controlBuffer } = before;
  if (treated === undefined || treated === 0) return [];
  const drop = (counts: Parameters<typeof detectableEffect>[0], against: Detectable['against']) =>
    dropOf(plan, counts, against);
  if (plan.design === 'before_after') return [drop({ treated, control: 0 }, 'none')];
  const found = [drop({ treated, control: treated }, 'alike')];
  if (control !== undefined) found.push(drop({ treated, control }, 'control'));
  if (control !== undefined && buffer !== undefined && controlBuffer !== undefined)
    found.push(drop({ treated, control, displacement: buffer, displacementControl: controlBuffer }, 'zones'));
  return found;
}

function dropOf(
  { alpha, before, after }: Pick<EvaluationPlan, 'alpha' | 'before' | 'after'>,
  counts: Parameters<typeof detectableEffect>[0],
  against: Detectable['against'],
): Detectable {
  const timeWeights: [number, number] = [before && after ? lengthBefore(before, after) : 1, 1];
  const at = (power: number) => detectableEffect(counts, { alpha, sides: SIDES, power, timeWeights });
  const { reduction, share } = at(0.5);
  return {
    before: counts.treated,
    drop: Math.ceil(reduction),
    dropLikely: Math.ceil(at(0.8).reduction),
    share,
    against,
  };
}
