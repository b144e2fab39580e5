import type { EvaluationPlan } from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';

/** Where a plan begins: the area of the case, and the incidents of its rule. */
export function emptyPlan({ geometry, rule }: Problem): EvaluationPlan {
  const { datasets, categories } = rule ?? {};
  return {
    design: 'wdd',
    noneReason: '',
    treated: geometry,
    control: null,
    buffer: null,
    controlBuffer: null,
    bufferMetres: null,
    comparisonName: '',
    matchCard: null,
    before: null,
    after: null,
    outcome: { ...(datasets && { datasets }), ...(categories && { categories }) },
    outcomeName: '',
    secondaryOutcomes: [],
    alpha: 0.05,
    exactTest: false,
    successRule: '',
    watchedFor: [],
    recordingNote: '',
  };
}
