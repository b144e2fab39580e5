import { runAssetRings } from './asset-rings-job.ts';
import { runBursts } from './bursts-job.ts';
import { runChange } from './change-job.ts';
import { runConcentration } from './concentration-job.ts';
import type { Against, MethodId, RunRequest } from './contract.ts';
import { runCounts } from './counts-job.ts';
import { runDataClock } from './data-clock-job.ts';
import { runDbscan } from './dbscan-job.ts';
import { runDualDensity } from './dual-density-job.ts';
import { runEmergingHotspots } from './emerging-hotspots-job.ts';
import { runHitRate } from './hit-rate-job.ts';
import { runKernelDensity } from './kernel-density-job.ts';
import { runLocalGiStar } from './local-gi-star-job.ts';
import { runLocalMoran } from './local-moran-job.ts';
import { runLocationQuotient } from './location-quotient-job.ts';
import { runNearRepeat } from './near-repeat-job.ts';
import { runNearestNeighbour } from './nearest-neighbour-job.ts';
import { runPointPatternTest } from './point-pattern-test-job.ts';
import { runRiskTerrain } from './risk-terrain-job.ts';
import { runScan } from './scan-job.ts';
import type { StudyArea } from './study-area.ts';
import type { Checkpoint, Finding, PlaceKind } from './task.ts';
import { runTrend } from './trend-job.ts';

interface Method<Id extends MethodId> {
  /** Raise it when the same input gives other numbers: older runs are then not handed out again. */
  readonly version: number;
  run(study: StudyArea, parameters: ParametersOf<Id>, checkpoint: Checkpoint): Finding;
  /** What it looks at besides incidents; nothing unless said. */
  readonly places?: (parameters: ParametersOf<Id>) => readonly PlaceKind[];
  /** Ids of the annotations whose shapes it looks at; none unless said. */
  readonly shapes?: (parameters: ParametersOf<Id>) => readonly string[];
  /** The other incidents it compares with; none unless said. */
  readonly against?: (parameters: ParametersOf<Id>) => Against | null;
}

type ParametersOf<Id extends MethodId> = Extract<RunRequest, { method: Id }>['parameters'];

const AREAS: readonly PlaceKind[] = ['areas'];
const HARM: readonly PlaceKind[] = ['harm'];

/** One line a method. */
export const METHODS: { readonly [Id in MethodId]: Method<Id> } = {
  counts: {
    version: 2,
    run: runCounts,
    places: ({ on, weight }) => [...(on === 'areas' ? AREAS : []), ...(weight === 'harm' ? HARM : [])],
  },
  'kernel-density': {
    version: 1,
    run: runKernelDensity,
    places: ({ weight }) => (weight === 'harm' ? HARM : []),
  },
  'local-gi-star': { version: 1, run: runLocalGiStar },
  'local-moran': { version: 1, run: runLocalMoran },
  change: { version: 1, run: runChange },
  'near-repeat': { version: 2, run: runNearRepeat },
  'data-clock': { version: 2, run: runDataClock },
  trend: { version: 2, run: runTrend },
  bursts: { version: 2, run: runBursts },
  dbscan: { version: 1, run: runDbscan },
  concentration: {
    version: 3,
    run: runConcentration,
    places: ({ place }) => (place === 'position' ? [] : [`${place}s`]),
  },
  'emerging-hotspots': { version: 1, run: runEmergingHotspots },
  scan: {
    version: 3,
    run: runScan,
    places: ({ model, on }) =>
      model === 'poisson' || (model === 'bernoulli' && on === 'areas') ? ['areas'] : [],
    against: ({ model, against }) => (model === 'bernoulli' ? against : null),
  },
  'asset-rings': { version: 3, run: runAssetRings, places: () => ['assets'] },
  'dual-density': {
    version: 1,
    run: runDualDensity,
    places: ({ comparison }) => (comparison === 'people' ? ['areas'] : []),
    against: ({ comparison, against }) => (comparison === 'incidents' ? against : null),
  },
  'location-quotient': {
    version: 1,
    run: runLocationQuotient,
    places: () => ['areas'],
    against: ({ against }) => against,
  },
  'risk-terrain': { version: 1, run: runRiskTerrain, places: () => ['assets'] },
  'nearest-neighbour': { version: 1, run: runNearestNeighbour },
  'point-pattern-test': {
    version: 1,
    run: runPointPatternTest,
    places: ({ on }) => (on === 'areas' ? ['areas'] : []),
  },
  'hit-rate': { version: 2, run: runHitRate, shapes: ({ guesses }) => guesses },
};

/** The method of a request. The request was parsed by method, so its parameters fit; TypeScript loses that link in the union. */
export function methodOf({ method }: Pick<RunRequest, 'method'>): Method<MethodId> {
  return METHODS[method] as unknown as Method<MethodId>;
}
