import { describe, expect, it } from 'vitest';
import {
  CASE_STATES,
  type CaseState,
  rolesFor,
  stateAfterMove,
  stateFits,
} from '../../../../server/domain/case/standing.ts';
import type { Stage } from '../../../../server/store/ports.ts';

const STAGES: Stage[] = ['scanning', 'analysis', 'response', 'assessment', 'closed'];

/** In which stages a case may be in which state: s, a, r, A (assessment), c. */
const TABLE: Record<CaseState, string> = {
  proposed: 'sarA-',
  accepted: 'sarA-',
  active: 'sarA-',
  paused: 'sarA-',
  closed_solved: '---Ac',
  closed_reduced: '---Ac',
  closed_no_change: '---Ac',
  closed_not_a_problem: 'sarAc',
  closed_transferred: 'sarAc',
  closed_merged: 'sarAc',
};

describe('the state of a case', () => {
  it.each(CASE_STATES)('%s goes with the stages of the table', (state) => {
    const fits = STAGES.map((stage, i) => (stateFits(state, stage) ? 'sarAc'[i] : '-')).join('');
    expect(fits).toBe(TABLE[state]);
  });

  it.each<[CaseState, Stage, Stage, CaseState]>([
    ['proposed', 'scanning', 'analysis', 'active'],
    ['accepted', 'scanning', 'analysis', 'active'],
    ['paused', 'scanning', 'analysis', 'paused'],
    ['active', 'response', 'scanning', 'active'],
    ['closed_reduced', 'assessment', 'closed', 'closed_reduced'],
    ['closed_reduced', 'closed', 'analysis', 'active'],
  ])('%s becomes, from %s to %s, %s', (state, from, to, after) => {
    expect(stateAfterMove(state, from, to)).toBe(after);
  });

  it('is what the committee decided once the case is closed, unless it says so itself', () => {
    expect(stateAfterMove('active', 'assessment', 'closed', 'closed_solved')).toBe('closed_solved');
    expect(stateAfterMove('closed_reduced', 'assessment', 'closed', 'closed_solved')).toBe('closed_reduced');
    expect(stateAfterMove('active', 'assessment', 'response', 'closed_solved')).toBe('active');
  });
});

describe('an internal case', () => {
  const held = [
    { role: 'committee_member', area: null },
    { role: 'secretary', area: 7 },
  ] as const;

  it('is not opened by the role of a committee member, and by every other role as before', () => {
    expect(rolesFor('internal', held)).toEqual([held[1]]);
    for (const opened of ['committee', 'public'] as const) expect(rolesFor(opened, held)).toEqual(held);
  });
});
