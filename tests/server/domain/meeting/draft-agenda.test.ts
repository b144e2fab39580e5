import { describe, expect, it } from 'vitest';
import { AGENDA_KINDS } from '../../../../server/domain/meeting/agenda.ts';
import {
  DRAFT_RULES,
  type DraftCommitment,
  type DraftFacts,
  type DraftItem,
  draftAgenda,
  redraft,
  type StandingItem,
} from '../../../../server/domain/meeting/draft-agenda.ts';

const NOTHING: DraftFacts = {
  today: '2025-03-10',
  last: null,
  commitments: [],
  gates: [],
  patterns: [],
  unanswered: { count: 0, answerDays: 14 },
  carried: [],
};

const promise = (id: string, more: Partial<DraftCommitment> = {}): DraftCommitment => ({
  id,
  text: `Promise ${id}`,
  state: 'in_progress',
  dueOn: '2025-04-01',
  organisation: 'Street lighting',
  problemId: null,
  problemRef: null,
  reports: 0,
  contradicted: 0,
  ...more,
});

const rulesOf = (items: readonly DraftItem[]) => items.map(({ rule }) => rule);

/** As an agenda keeps what was drafted. */
const kept = (items: readonly DraftItem[], more: Partial<StandingItem> = {}): StandingItem[] =>
  items.map(({ kind, rule, draftKey }) => ({
    id: draftKey,
    kind,
    rule,
    draftKey,
    touched: false,
    state: 'open',
    ...more,
  }));
const idsOf = (order: ReturnType<typeof redraft>['order']) =>
  order.map((entry) => ('id' in entry ? entry.id : `+${entry.put.draftKey}`));

describe('a drafted agenda', () => {
  it('has without anything to speak of what every meeting has, promises before anything new', () => {
    const items = draftAgenda(NOTHING);
    expect(items.map(({ kind }) => kind)).toEqual([
      'welcome',
      'commitments',
      'patterns',
      'concerns',
      'priorities',
      'new_commitments',
      'contact_sessions',
      'other_business',
      'next_meeting',
    ]);
    expect(new Set(rulesOf(items))).toEqual(new Set(['standing']));
    expect(items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(75);
  });

  it('begins with the minutes of the last meeting when there was one', () => {
    const items = draftAgenda({ ...NOTHING, last: { id: 'm1', on: '2025-02-10' } });
    expect(items.slice(0, 2).map(({ kind }) => kind)).toEqual(['welcome', 'minutes']);
    expect(items[1]).toMatchObject({ rule: 'last_minutes', reason: { on: '2025-02-10', meetingId: 'm1' } });
  });

  it('takes promises overdue, disputed, reopened and delivered, in this order and the earliest day first', () => {
    const items = draftAgenda({
      ...NOTHING,
      commitments: [
        promise('delivered', { state: 'delivered', reports: 1 }),
        promise('fine'),
        promise('reopened', { state: 'reopened' }),
        promise('late', { dueOn: '2025-03-08' }),
        promise('later', { dueOn: '2025-02-28', state: 'agreed' }),
        promise('doubted', { state: 'delivered', reports: 3, contradicted: 2 }),
        promise('half', { state: 'partly_verified', dueOn: '2025-01-01' }),
      ],
    });
    const promises = items.filter(({ commitmentId }) => commitmentId !== null);
    expect(promises.map(({ commitmentId, rule }) => [commitmentId, rule])).toEqual([
      ['later', 'commitment_overdue'],
      ['late', 'commitment_overdue'],
      ['half', 'commitment_disputed'],
      ['doubted', 'commitment_disputed'],
      ['reopened', 'commitment_reopened'],
      ['delivered', 'commitment_delivered'],
    ]);
    expect(promises[0].reason).toMatchObject({ days: 10, dueOn: '2025-02-28' });
    expect(promises[3].reason).toMatchObject({ reports: 3, contradicted: 2 });
  });

  it('says how many concerns wait, and nothing when none does', () => {
    const items = draftAgenda({ ...NOTHING, unanswered: { count: 7, answerDays: 14 } });
    const [found] = items.filter(({ rule }) => rule === 'concerns_unanswered');
    expect(found).toMatchObject({ kind: 'concerns', title: '', reason: { count: 7, answerDays: 14 } });
    expect(rulesOf(draftAgenda(NOTHING))).not.toContain('concerns_unanswered');
  });

  it('uses every rule, each under the kind it belongs to and in the order of the kinds', () => {
    const gate = {
      problemId: 'p',
      ref: 'RIV-2025-01',
      title: 'Stops',
      gate: 'to_analysis',
      alsoMissing: 1,
    } as const;
    const items = draftAgenda({
      ...NOTHING,
      last: { id: 'm1', on: '2025-02-10' },
      commitments: [
        promise('a', { dueOn: '2025-03-01' }),
        promise('b', { state: 'not_verified' }),
        promise('c', { state: 'reopened' }),
        promise('d', { state: 'delivered' }),
      ],
      gates: [gate],
      patterns: [{ problemId: 'p', ref: 'RIV-2025-01', title: 'Stops', exhibitIds: ['x', 'y'] }],
      unanswered: { count: 1, answerDays: 14 },
      carried: [carried('old', '')],
    });
    expect(new Set(rulesOf(items))).toEqual(new Set(DRAFT_RULES));
    const ranks = items.map(({ kind }) => AGENDA_KINDS.indexOf(kind));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(items.map(({ draftKey }) => draftKey)).size).toBe(items.length);
    expect(items.find(({ rule }) => rule === 'pattern_kept')).toMatchObject({
      exhibitId: 'y',
      reason: { count: 2 },
    });
  });

  it('carries over what stayed open once, not beside the rule that finds it again', () => {
    const late = promise('a', { dueOn: '2025-03-01' });
    const facts = { ...NOTHING, carried: [carried('old', 'commitment:a'), carried('hand', '')] };
    const items = draftAgenda({ ...facts, commitments: [late] });
    expect(rulesOf(items).filter((rule) => rule === 'carried_over')).toHaveLength(1);
    expect(items.find(({ rule }) => rule === 'carried_over')).toMatchObject({
      draftKey: 'carried:hand',
      carriedFrom: 'hand',
    });
    // Kept by then, it would be carried.
    expect(rulesOf(draftAgenda(facts)).filter((rule) => rule === 'carried_over')).toHaveLength(2);
  });
});

const carried = (id: string, draftKey: string) => ({
  id,
  kind: 'concerns' as const,
  title: 'Dogs in the park',
  titles: {},
  minutes: 5,
  problemId: null,
  commitmentId: null,
  concernId: null,
  exhibitId: null,
  from: '2025-02-10',
  draftKey,
});

describe('drafting again', () => {
  const facts = { ...NOTHING, commitments: [promise('a', { dueOn: '2025-03-01' })] };
  const first = draftAgenda(facts);

  it('changes nothing when nothing happened', () => {
    const again = redraft(kept(first), draftAgenda(facts));
    expect(idsOf(again.order)).toEqual(first.map(({ draftKey }) => draftKey));
    expect(again.gone).toEqual([]);
  });

  it('puts what is new behind the last of its kind, in an order that a person chose', () => {
    const turned = kept(first).reverse();
    const more = { ...facts, commitments: [...facts.commitments, promise('b', { state: 'delivered' })] };
    const order = idsOf(redraft(turned, draftAgenda(more)).order);
    expect(order.indexOf('+commitment:b')).toBe(order.indexOf('standing:commitments') + 1);
    expect(order.filter((id) => !id.startsWith('+'))).toEqual(turned.map(({ id }) => id));
  });

  it('leaves out what was dropped, and does not put it in again', () => {
    const dropped = kept(first).map((one) =>
      one.id === 'commitment:a' ? { ...one, state: 'dropped' as const, touched: true } : one,
    );
    expect(idsOf(redraft(dropped, draftAgenda(facts)).order).join()).not.toContain('commitment:a');
  });

  it('lets go what nobody touched and no rule finds any more, and keeps the rest', () => {
    const settled = draftAgenda(NOTHING);
    expect(redraft(kept(first), settled).gone).toEqual(['commitment:a']);
    expect(redraft(kept(first, { touched: true }), settled).gone).toEqual([]);
    const byHand = {
      id: 'hand',
      kind: 'concerns',
      rule: '',
      draftKey: '',
      touched: true,
      state: 'open',
    } as const;
    expect(redraft([byHand], settled).gone).toEqual([]);
    const over = draftAgenda({ ...NOTHING, carried: [carried('old', '')] });
    expect(redraft(kept(over), settled).gone).toEqual([]);
    expect(idsOf(redraft([byHand], settled).order)).toContain('hand');
  });

  it('follows its facts in what nobody touched alone', () => {
    const later = { ...facts, today: '2025-03-20' };
    const of = (touched: boolean) =>
      redraft(kept(first, { touched }), draftAgenda(later)).refresh.find(({ id }) => id === 'commitment:a');
    expect(of(false)?.with.reason).toMatchObject({ days: 19 });
    expect(of(true)).toBeUndefined();
  });
});
