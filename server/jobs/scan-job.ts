import type { ScanParameters } from './contract.ts';
import { runAreaScan } from './scan-areas.ts';
import { runCellScan } from './scan-cells.ts';
import { runComparisonScan } from './scan-comparison.ts';
import { emptyScan } from './scan-summary.ts';
import type { StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

/** Fewer incidents make no cluster that chance does not. */
const FEWEST = 30;

const SCANS = {
  poisson: runAreaScan,
  bernoulli: runComparisonScan,
  'space-time-permutation': runCellScan,
} as const;

export function runScan(study: StudyArea, parameters: ScanParameters, checkpoint: Checkpoint): Finding {
  const n = study.incidents.ids.length;
  if (n < FEWEST) {
    const reason = n === 0 ? 'no_incidents' : 'fewer_than_30_incidents';
    return { summary: emptyScan(study, parameters, n, { reason, found: n, floor: FEWEST }), columns: [] };
  }
  return SCANS[parameters.model](study, parameters, checkpoint);
}
