import type { Kind } from './kinds.ts';
import type { Spot } from './street-sampler.ts';

/** An incident before it is decided how well its time and place are known. `time` is when it truly happened. */
export interface Draft {
  kind: Kind;
  time: number;
  spot: Spot;
  /** Part of an exact count: keeps its time and place as they are. */
  exact: boolean;
}
