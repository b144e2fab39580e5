/** How a case stands: its state beside the stage, and who may read it. */
import type { HeldRole } from '../held-roles.ts';
import type { Role } from '../permissions.ts';

export type Stage = 'scanning' | 'analysis' | 'response' | 'assessment' | 'closed';

export const CASE_STATES = [
  'proposed',
  'accepted',
  'active',
  'paused',
  'closed_solved',
  'closed_reduced',
  'closed_no_change',
  'closed_not_a_problem',
  'closed_transferred',
  'closed_merged',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Who reads a case besides those who work on it: nobody, the committee, or whoever its committee meets with. */
export const CONFIDENTIALITY = ['internal', 'committee', 'public'] as const;
export type Confidentiality = (typeof CONFIDENTIALITY)[number];

/** They read a case only once it was opened to them. */
const READS_WHAT_IS_OPEN: readonly Role[] = ['committee_member'];

/** Of the roles somebody holds, those that count for a case of this confidentiality. */
export function rolesFor(confidentiality: Confidentiality, roles: readonly HeldRole[]): readonly HeldRole[] {
  return confidentiality === 'internal'
    ? roles.filter(({ role }) => !READS_WHAT_IS_OPEN.includes(role))
    : roles;
}

export function isClosed(state: CaseState): boolean {
  return state.startsWith('closed_');
}

/** How it came out can be said once that was looked at; that it is no problem, or somebody else's, at any time. */
const AFTER_THE_WORK: readonly CaseState[] = ['closed_solved', 'closed_reduced', 'closed_no_change'];
const LOOKED_AT: readonly Stage[] = ['assessment', 'closed'];

export function stateFits(state: CaseState, stage: Stage): boolean {
  if (stage === 'closed') return isClosed(state);
  return LOOKED_AT.includes(stage) || !AFTER_THE_WORK.includes(state);
}

/**
 * The state after a move: work on a case makes it active, and so does taking up a closed one again. Closed, a case that says
 * nothing of its outcome yet has the one the committee decided.
 */
export function stateAfterMove(
  state: CaseState,
  from: Stage,
  to: Stage,
  decided: CaseState | null = null,
): CaseState {
  if (to === 'closed') return isClosed(state) ? state : (decided ?? state);
  if (from === 'scanning' && (state === 'proposed' || state === 'accepted')) return 'active';
  return from === 'closed' && isClosed(state) ? 'active' : state;
}
