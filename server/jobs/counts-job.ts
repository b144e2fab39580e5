import type { CountsParameters } from './contract.ts';
import { countOnAreas } from './counts-areas.ts';
import { countOnCells } from './counts-cells.ts';
import type { StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

export function runCounts(study: StudyArea, parameters: CountsParameters, checkpoint: Checkpoint): Finding {
  const run = parameters.on === 'areas' ? countOnAreas : countOnCells;
  return run(study, parameters, checkpoint);
}
