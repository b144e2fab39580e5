import { describe, expect, it } from 'vitest';
import { triageStep } from '../../../server/domain/concern.ts';
import {
  awaitsAnswer,
  CONCERN_STATES,
  dueOn,
  isSettled,
  type KeptState,
  STEPS,
  stateAfter,
  stepsFrom,
} from '../../../server/domain/concern-steps.ts';

/** Read across: from this state, each step leads there; a dash is a step that cannot be taken. */
const TABLE = `
                     answer               merge   attach               detach   refer     decline   withdraw   reopen    protect
received             answered             merged  attached_to_problem  -        referred  declined  withdrawn  -         protected_referral
answered             answered             merged  attached_to_problem  -        referred  -         withdrawn  received  protected_referral
attached_to_problem  attached_to_problem  -       attached_to_problem  received -         -         withdrawn  -         protected_referral
merged               -                    -       -                    -        -         -         -          received  protected_referral
referred             answered             -       -                    -        -         -         withdrawn  received  protected_referral
declined             -                    -       -                    -        -         -         withdrawn  received  protected_referral
withdrawn            -                    -       -                    -        -         -         -          -         protected_referral
`;
const [heads, ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([from, ...to]) =>
  heads.map((step, i): [string, string, string | null] => [from, step, to[i] === '-' ? null : to[i]]),
);

describe('a concern', () => {
  it.each(cells)('that is %s goes, by %s, to %s', (from, step, to) => {
    expect(stateAfter(from as KeptState, step as (typeof STEPS)[number], false)).toBe(to);
  });

  it('has no other state and no other step than those of the table', () => {
    expect(heads).toEqual([...STEPS]);
    expect([...rows.map(([from]) => from), 'protected_referral'].sort()).toEqual([...CONCERN_STATES].sort());
    expect(triageStep.options.map(({ shape }) => shape.step.value).sort()).toEqual([...STEPS].sort());
    for (const [from] of rows)
      expect(stepsFrom(from as KeptState)).toEqual(
        cells.filter(([state, , to]) => state === from && to !== null).map(([, step]) => step),
      );
  });

  it('that leaves a case is answered again if it had an answer', () => {
    expect(stateAfter('attached_to_problem', 'detach', true)).toBe('answered');
    expect(stateAfter('declined', 'reopen', true)).toBe('received');
  });

  it('is settled unless somebody still has to do something', () => {
    expect(rows.map(([from]) => from).filter((from) => !isSettled(from as KeptState))).toEqual([
      'received',
      'attached_to_problem',
    ]);
  });

  it('waits for an answer in a case too, until there is one', () => {
    expect(awaitsAnswer({ state: 'received', answeredOn: null })).toBe(true);
    expect(awaitsAnswer({ state: 'attached_to_problem', answeredOn: null })).toBe(true);
    expect(awaitsAnswer({ state: 'attached_to_problem', answeredOn: '2026-01-02' })).toBe(false);
    expect(awaitsAnswer({ state: 'declined', answeredOn: null })).toBe(false);
  });

  it.each([
    ['2026-02-20', 14, '2026-03-06'],
    ['2024-02-20', 14, '2024-03-05'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-06', -14, '2026-02-20'],
  ])('received on %s is due %i days later, on %s', (day, days, due) => {
    expect(dueOn(day, days)).toBe(due);
  });
});
