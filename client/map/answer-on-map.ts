import type { Extent } from './extent.ts';
import type { RunResult } from './run-result.ts';
import type { MapArea } from './scene.ts';

/** A kept answer with what it needs to be drawn. */
export interface AnswerOnMap {
  readonly result: RunResult;
  /** Those that it may be about. */
  readonly areas: readonly MapArea[];
  readonly bounds: Extent | null;
}
