import type { Stage } from '../store/ports.ts';

/** The stages of a problem case in their order (Scanning, Analysis, Response, Assessment; then closed). */
export const STAGES = [
  'scanning',
  'analysis',
  'response',
  'assessment',
  'closed',
] as const satisfies readonly Stage[];

/** Where a case may go from here: one step on, or back to any earlier stage. */
export function allowedMoves(from: Stage): Stage[] {
  const here = STAGES.indexOf(from);
  return STAGES.filter((_, there) => there === here + 1 || there < here);
}

export function isOnward(from: Stage, to: Stage): boolean {
  return STAGES.indexOf(to) > STAGES.indexOf(from);
}

export function mayMove(from: Stage, to: Stage): boolean {
  return allowedMoves(from).includes(to);
}
