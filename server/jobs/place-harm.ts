import { harmByPlace } from '../../analysis/harm-weights.ts';
import type { CountedPlace, HarmFigures } from './contract.ts';
import { studyHarm } from './harm.ts';
import type { StudyArea } from './study-area.ts';
import type { ResultColumn } from './task.ts';

/** The harm of places beside their counts. */
export interface PlaceHarm {
  readonly figures: HarmFigures;
  /** False when harm must not be mapped: the counts stay. */
  readonly mapped: boolean;
  readonly harm: Float64Array;
  /** NaN without harm. */
  readonly largestShare: Float64Array;
}

interface Members {
  /** Place of each entry, -1 for none. */
  readonly placeOf: Int32Array;
  /** Incident of each entry; null: one entry an incident, in order. */
  readonly incidents: Uint32Array | null;
  readonly isIn: (incident: number) => boolean;
}

export function placeHarm(
  study: StudyArea,
  { placeOf, incidents, isIn }: Members,
  places: number,
): PlaceHarm {
  const { weights, figures } = studyHarm(study, isIn);
  const own = incidents === null ? weights : Float64Array.from(incidents, (incident) => weights[incident]);
  const { harm, largestShare } = harmByPlace(placeOf, own, places);
  return { figures, mapped: figures.refusal === null, harm, largestShare };
}

export function harmOfPlace(
  harm: PlaceHarm | null,
  place: number,
): Pick<CountedPlace, 'harm' | 'shareOfHarm' | 'largestShare'> {
  if (!harm?.mapped) return { harm: null, shareOfHarm: null, largestShare: null };
  const sum = harm.harm[place];
  return {
    harm: sum,
    shareOfHarm: sum / harm.figures.total,
    largestShare: sum > 0 ? harm.largestShare[place] : null,
  };
}

export function harmColumns(harm: PlaceHarm | null): ResultColumn[] {
  if (!harm?.mapped) return [];
  return [
    { name: 'harm', data: harm.harm },
    { name: 'largestShare', data: harm.largestShare, nullable: true },
  ];
}
