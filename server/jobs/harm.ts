import {
  HARM_FLOOR,
  HARM_LARGEST_SHARE,
  type HarmRefusal,
  type HarmTable,
  harmGuard,
  harmWeights,
} from '../../analysis/harm-weights.ts';
import type { HarmFigures, TooFew } from './contract.ts';
import type { StudyArea } from './study-area.ts';
import { Refused } from './task.ts';

/** The harm of the incidents of a run. */
export interface StudyHarm {
  /** Of each located incident. */
  readonly weights: Float64Array;
  readonly figures: HarmFigures;
}

const REFUSALS: Readonly<Record<HarmRefusal, NonNullable<HarmFigures['refusal']>>> = {
  'too-few-incidents': 'too_few_weighted',
  'one-incident-dominates': 'one_incident_dominates',
  'no-harm': 'no_harm',
};

/** @param isIn whether the incident at this position is in the result. */
export function studyHarm(study: StudyArea, isIn: (incident: number) => boolean): StudyHarm {
  const table = adopted(study);
  const { category } = study.incidents;
  const { weights } = harmWeights(category, table);
  let unweighted = 0;
  let n = 0;
  for (let i = 0; i < category.length; i++) {
    if (!isIn(i)) weights[i] = 0;
    else if (Number.isNaN(table.weights[category[i]] ?? NaN)) unweighted++;
    else n++;
  }
  const { total, largestShare, refusal } = harmGuard(weights, n);
  return {
    weights,
    figures: {
      table: table.version,
      total,
      weighted: n,
      unweighted,
      largestShare,
      refusal: refusal === null ? null : REFUSALS[refusal],
    },
  };
}

/** The refusal of harm as the reason why nothing is mapped. */
export function harmFloor({ refusal, weighted, largestShare }: HarmFigures): TooFew | null {
  if (refusal === null) return null;
  if (refusal === 'one_incident_dominates')
    return { reason: refusal, found: largestShare, floor: HARM_LARGEST_SHARE };
  return { reason: refusal, found: weighted, floor: HARM_FLOOR };
}

function adopted({ task }: StudyArea): HarmTable {
  if (task.places.harm === null)
    throw new Refused(
      'No table of harm was adopted. Give categories their weights and name the table under Data, Categories; or count incidents.',
    );
  return task.places.harm;
}
