import type { ScanParameters, ScanSummary, TooFew } from './contract.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import { Refused } from './task.ts';

/** The summary before anything was found. */
export function emptyScan(
  study: StudyArea,
  { model, on, maxShare, permutations, seed, level }: ScanParameters,
  n: number,
  tooFew: TooFew | null,
): ScanSummary {
  return {
    ...pointSummary(study, n, tooFew),
    model,
    on: model === 'bernoulli' ? on : model === 'poisson' ? 'areas' : 'cells',
    areaKind: null,
    cell: null,
    stepDays: null,
    places: 0,
    population: null,
    controls: null,
    maxShare,
    permutations,
    seed,
    level,
    clusters: [],
  };
}

/** Too many circles is the one thing that can be wrong with places that were counted here. */
export function scanOrRefuse<Result>(scan: () => Result, more = ''): Result {
  try {
    return scan();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused(
      `There are too many circles to look at.${more} Choose a smaller largest share, or a smaller region.`,
    );
  }
}
