import { describe, expect, it } from 'vitest';
import {
  COMMITMENT_STATES,
  type CommitmentState,
  doseShare,
  isOverdue,
  keptRate,
  latitudeOf,
  type Mover,
  moversFor,
  outcomeOf,
  type Standing,
  stepsFrom,
  TRANSITIONS,
  tallyOf,
  transitionOf,
} from '../../../server/domain/commitment.ts';

/** Every step there is, as a practitioner would write it down: from, to, who, what it needs. */
const STEPS: readonly [from: CommitmentState, to: CommitmentState, who: Mover, needs: string][] = [
  ['proposed', 'agreed', 'owner', 'dueOn evidenceOfDone'],
  ['proposed', 'declined', 'owner', 'reason'],
  ['proposed', 'withdrawn', 'committee', 'reason'],
  ['proposed', 'superseded', 'committee', 'reason'],
  ['proposed', 'no_longer_needed', 'committee', 'reason'],
  ['agreed', 'in_progress', 'owner', ''],
  ['agreed', 'blocked', 'owner', 'reason unblockedBy'],
  ['agreed', 'withdrawn', 'committee', 'reason'],
  ['agreed', 'superseded', 'committee', 'reason'],
  ['agreed', 'no_longer_needed', 'committee', 'reason'],
  ['in_progress', 'blocked', 'owner', 'reason unblockedBy'],
  ['in_progress', 'delivered', 'owner', 'evidence'],
  ['in_progress', 'withdrawn', 'committee', 'reason'],
  ['in_progress', 'superseded', 'committee', 'reason'],
  ['in_progress', 'no_longer_needed', 'committee', 'reason'],
  ['blocked', 'in_progress', 'owner', ''],
  ['blocked', 'withdrawn', 'committee', 'reason'],
  ['blocked', 'superseded', 'committee', 'reason'],
  ['blocked', 'no_longer_needed', 'committee', 'reason'],
  ['delivered', 'verified', 'residents', 'tally'],
  ['delivered', 'partly_verified', 'residents', 'tally'],
  ['delivered', 'not_verified', 'residents', 'tally'],
  ['delivered', 'withdrawn', 'committee', 'reason'],
  ['delivered', 'superseded', 'committee', 'reason'],
  ['delivered', 'no_longer_needed', 'committee', 'reason'],
  ['partly_verified', 'reopened', 'automatic', 'dueOn'],
  ['not_verified', 'reopened', 'automatic', 'dueOn'],
  ['reopened', 'in_progress', 'owner', ''],
  ['reopened', 'blocked', 'owner', 'reason unblockedBy'],
  ['reopened', 'withdrawn', 'committee', 'reason'],
  ['reopened', 'superseded', 'committee', 'reason'],
  ['reopened', 'no_longer_needed', 'committee', 'reason'],
];

describe('the way of a commitment', () => {
  it.each(STEPS)('goes from %s to %s, moved by %s, and needs: %s', (from, to, who, needs) => {
    const step = transitionOf(from, to);
    expect([step?.who, step?.needs.join(' ')]).toEqual([who, needs]);
  });

  it('has no other step from any state to any other', () => {
    const known = new Set(STEPS.map(([from, to]) => `${from} ${to}`));
    for (const from of COMMITMENT_STATES)
      for (const to of COMMITMENT_STATES)
        expect(transitionOf(from, to) !== null, `${from} -> ${to}`).toBe(known.has(`${from} ${to}`));
    expect(TRANSITIONS.flatMap(({ from }) => from)).toHaveLength(STEPS.length);
  });

  it('never reaches verified but through residents', () => {
    for (const { to, who } of TRANSITIONS) if (to.endsWith('verified')) expect(who).toBe('residents');
  });

  it('ends with what is verified, declined or given up', () => {
    const ends = COMMITMENT_STATES.filter((state) => !TRANSITIONS.some(({ from }) => from.includes(state)));
    expect(ends).toEqual(['declined', 'verified', 'withdrawn', 'superseded', 'no_longer_needed']);
  });
});

const nobody: Standing = { isOwner: false, isSecretary: false, isCommittee: false };

describe('who may speak for whom', () => {
  it.each<[string, Partial<Standing>, Mover[]]>([
    ['nobody in particular', {}, []],
    ['somebody of the organisation that promised', { isOwner: true }, ['owner']],
    ['a secretary', { isSecretary: true }, ['owner', 'residents', 'committee']],
    ['a committee member', { isCommittee: true }, ['residents', 'committee']],
    ['a secretary of the organisation', { isOwner: true, isSecretary: true }, ['owner']],
    ['a committee member of the organisation', { isOwner: true, isCommittee: true }, ['owner']],
  ])('%s', (_, standing, movers) => {
    expect(moversFor({ ...nobody, ...standing })).toEqual(movers);
  });

  it('offers each the steps of the table and no others', () => {
    const names = (from: CommitmentState, movers: Mover[]) => stepsFrom(from, movers).map(({ to }) => to);
    expect(names('in_progress', ['owner'])).toEqual(['blocked', 'delivered']);
    expect(names('delivered', ['owner'])).toEqual([]);
    expect(names('delivered', ['residents'])).toEqual(['verified', 'partly_verified', 'not_verified']);
    expect(names('delivered', ['committee'])).toEqual(['withdrawn', 'superseded', 'no_longer_needed']);
    expect(names('partly_verified', ['owner', 'residents', 'committee'])).toEqual([]);
  });
});

describe('what residents say', () => {
  it.each<[done: number, partly: number, notDone: number, cannotSay: number, CommitmentState | null]>([
    [9, 2, 1, 0, 'verified'],
    [2, 0, 0, 0, 'verified'],
    [5, 5, 0, 0, 'partly_verified'],
    [5, 0, 5, 0, 'partly_verified'],
    [3, 6, 2, 4, 'partly_verified'],
    [1, 1, 3, 0, 'not_verified'],
    [0, 0, 1, 20, 'not_verified'],
    [6, 0, 0, 20, 'verified'],
    [0, 0, 0, 7, null],
    [0, 0, 0, 0, null],
  ])('%i done, %i partly, %i not done, %i cannot say: %s', (done, partly, notDone, cannotSay, outcome) => {
    expect(outcomeOf({ done, partly, notDone, cannotSay })).toBe(outcome);
  });

  it('is counted from single reports', () => {
    const tally = tallyOf(['done', 'done', 'cannotSay', 'partly', 'notDone']);
    expect(tally).toEqual({ done: 2, partly: 1, notDone: 1, cannotSay: 1 });
  });
});

describe('overdue', () => {
  it.each<[CommitmentState, string | null, boolean]>([
    ['proposed', '2026-01-01', false],
    ['agreed', '2026-03-09', true],
    ['agreed', '2026-03-10', false],
    ['agreed', null, false],
    ['in_progress', '2026-03-09', true],
    ['blocked', '2026-03-09', true],
    ['reopened', '2026-03-09', true],
    ['delivered', '2026-03-09', false],
    ['verified', '2026-03-09', false],
    ['withdrawn', '2026-03-09', false],
  ])('%s, due on %s: %s on 10 March', (state, dueOn, overdue) => {
    expect(isOverdue({ state, dueOn }, '2026-03-10')).toBe(overdue);
  });
});

describe('the published rate', () => {
  const today = '2026-03-10';
  const of = (...list: [CommitmentState, string | null][]) =>
    keptRate(
      list.map(([state, firstDueOn]) => ({ state, firstDueOn })),
      today,
    );

  it('is verified of agreed and due', () => {
    expect(of(['verified', '2026-01-01'], ['delivered', '2026-01-01'], ['agreed', '2026-01-01'])).toEqual({
      verified: 1,
      due: 3,
    });
  });

  it('does not count what is promised for a day to come, but what was verified before its day', () => {
    expect(of(['agreed', '2026-03-10'], ['verified', '2026-12-01'])).toEqual({ verified: 1, due: 1 });
  });

  it('keeps what was reopened with a later day, for its first day is over', () => {
    expect(of(['reopened', '2026-01-01'])).toEqual({ verified: 0, due: 1 });
  });

  it('counts what was withdrawn as not kept, and leaves out what was replaced, not needed or never agreed', () => {
    expect(
      of(
        ['withdrawn', '2026-01-01'],
        ['superseded', '2026-01-01'],
        ['no_longer_needed', '2026-01-01'],
        ['declined', null],
        ['proposed', null],
        ['withdrawn', null],
      ),
    ).toEqual({ verified: 0, due: 1 });
  });
});

describe('the dose share', () => {
  it.each<[number, number | null, number | null]>([
    [30, 60, 0.5],
    [0, 60, 0],
    [90, 60, 1.5],
    [5, null, null],
    [5, 0, null],
  ])('%d of %d planned is %d', (delivered, planned, share) => {
    expect(doseShare(delivered, planned)).toBe(share);
  });
});

describe('what of a commitment may be changed', () => {
  it.each<[Parameters<typeof latitudeOf>[0], Mover[], boolean, string]>([
    ['proposed', ['residents', 'committee'], true, 'all'],
    ['proposed', ['owner'], false, 'none'],
    ['agreed', ['owner'], false, 'all'],
    ['agreed', ['residents', 'committee'], true, 'beside'],
    ['blocked', ['owner', 'residents', 'committee'], true, 'all'],
    ['in_progress', [], false, 'none'],
    ['delivered', ['owner'], true, 'none'],
    ['verified', ['owner'], true, 'none'],
    ['declined', ['owner'], true, 'none'],
  ])('%s, speaking for %j, may propose: %s → %s', (state, movers, mayPropose, latitude) => {
    expect(latitudeOf(state, movers, mayPropose)).toBe(latitude);
  });
});
