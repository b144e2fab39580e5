import type { Frame, Pixel } from './frame.ts';
import type { Box } from './outline.ts';

/** Everything that one drawing needs. */
export interface Drawing {
  readonly frame: Frame;
  readonly box: Box;
  readonly project: (position: readonly number[]) => Pixel;
  /** Where names stand already; those of upper layers come first. */
  readonly taken: Box[];
}
