import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitmentState } from '../../../../server/domain/commitment.ts';
import {
  type HealthFacts,
  type HeldConcern,
  type HeldMeeting,
  type HeldPromise,
  medianOf,
  meetingHealth,
  stateOn,
} from '../../../../server/domain/meeting/health.ts';
import { attendance } from '../../../../server/domain/meeting/meeting.ts';

const meeting = (on: string, more: Partial<HeldMeeting> = {}): HeldMeeting => ({
  id: on,
  kind: 'committee',
  on,
  parallelOf: null,
  attendance: null,
  quorum: null,
  approvedOn: null,
  items: [],
  ...more,
});
const promise = (steps: [string, CommitmentState][], more: Partial<HeldPromise> = {}): HeldPromise => ({
  id: 'p',
  madeOn: steps[0]?.[0] ?? '2025-01-01',
  firstDueOn: null,
  madeAt: null,
  judged: [],
  steps: steps.map(([on, to]) => ({ on, to })),
  ...more,
});
const concern = (
  receivedOn: string,
  answeredOn: string | null,
  more: Partial<HeldConcern> = {},
): HeldConcern => ({
  receivedOn,
  answeredOn,
  atMeeting: false,
  waits: answeredOn === null,
  ...more,
});
const health = (facts: Partial<HealthFacts>) =>
  meetingHealth({ meetings: [meeting('2025-02-01')], before: null, promises: [], concerns: [], ...facts });
const item = (more: Partial<HeldMeeting['items'][number]>) => ({
  state: 'done' as const,
  commitmentId: null,
  concernId: null,
  ...more,
});

describe('who came', () => {
  const nobody = { f: 0, m: 0, unsaid: 0 };
  const present = (of: object, more: object = {}) =>
    health({
      meetings: [
        meeting('2025-02-01', { attendance: attendance.parse({ public: { ...nobody, ...of }, ...more }) }),
      ],
    })[0]?.present;

  it.each<[string, object, object]>([
    [
      'large groups',
      { f: 24, m: 19, youth: 9, older: 6 },
      { public: 43, women: 24, men: 19, youth: 9, older: 6 },
    ],
    ['a small one, which subtraction would find', { f: 24, m: 3 }, { public: 27, women: null, men: null }],
    [
      'a small one beside many who did not say',
      { f: 24, m: 3, unsaid: 9 },
      { public: 36, women: 24, men: null },
    ],
    ['women alone', { f: 12 }, { public: 12, women: 12, men: 0 }],
    ['few women alone', { f: 3 }, { public: 3, women: null, men: null }],
    ['few young ones', { f: 20, m: 20, youth: 4 }, { youth: null, older: 0 }],
    ['all but a few young', { f: 5, m: 5, youth: 7 }, { youth: null }],
    ['nobody', {}, { public: 0, women: 0, men: 0, youth: 0 }],
  ])('is told by group: %s', (_, of, wanted) => {
    expect(present(of)).toMatchObject(wanted);
  });

  it('counts seats and police whole, and says nothing where nobody counted', () => {
    const both = { members: { f: 3, m: 4, unsaid: 1 }, police: { f: 1, m: 2, unsaid: 0 } };
    expect(present({ f: 6 }, both)).toMatchObject({ members: 8, police: 3 });
    expect(health({})[0]).toMatchObject({ present: null, isQuorate: null });
  });

  it('never tells a group of one to four, by itself or by subtraction', () => {
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(count, count, count, (f, m, unsaid) => {
        const { women, men } = present({ f, m, unsaid }) ?? { women: null, men: null };
        const told = [women, men].flatMap((one) => one ?? []);
        const all = f + m + unsaid;
        const left = all - told.reduce((sum, one) => sum + one, 0);
        for (const one of [...told, ...(told.length > 0 ? [left] : [])])
          expect(one === 0 || one >= 5).toBe(true);
      }),
    );
  });
});

describe('promises', () => {
  it.each<[string, [string, CommitmentState][], Partial<HeldPromise>, object]>([
    [
      'made at it and not due',
      [['2025-02-01', 'agreed']],
      { firstDueOn: '2025-03-01' },
      { made: 1, toReview: 0, kept: { verified: 0, due: 0 } },
    ],
    [
      'only proposed',
      [['2025-02-01', 'proposed']],
      {},
      { made: 0, toReview: 0, kept: { verified: 0, due: 0 } },
    ],
    [
      'due and open',
      [['2025-01-02', 'agreed']],
      { firstDueOn: '2025-01-20' },
      { made: 0, toReview: 1, kept: { verified: 0, due: 1 } },
    ],
    [
      'due on the day itself',
      [['2025-01-02', 'agreed']],
      { firstDueOn: '2025-02-01' },
      { toReview: 1, kept: { verified: 0, due: 0 } },
    ],
    [
      'only delivered',
      [
        ['2025-01-02', 'agreed'],
        ['2025-01-09', 'delivered'],
      ],
      { firstDueOn: '2025-03-01' },
      { toReview: 1, kept: { verified: 0, due: 0 } },
    ],
    [
      'delivered and due is not kept',
      [
        ['2025-01-02', 'agreed'],
        ['2025-01-09', 'delivered'],
      ],
      { firstDueOn: '2025-01-20' },
      { kept: { verified: 0, due: 1 } },
    ],
    [
      'verified at it',
      [
        ['2025-01-02', 'delivered'],
        ['2025-02-01', 'verified'],
      ],
      { firstDueOn: '2025-01-20', judged: [{ on: '2025-02-01', at: null }] },
      { toReview: 1, reviewed: 1, kept: { verified: 1, due: 1 } },
    ],
    [
      'verified before its day',
      [
        ['2025-01-02', 'delivered'],
        ['2025-01-09', 'verified'],
      ],
      { firstDueOn: '2025-05-01' },
      { toReview: 0, kept: { verified: 1, due: 1 } },
    ],
    [
      'verified only later',
      [
        ['2025-01-02', 'delivered'],
        ['2025-02-20', 'verified'],
      ],
      { firstDueOn: '2025-01-20' },
      { toReview: 1, reviewed: 0, kept: { verified: 0, due: 1 } },
    ],
    [
      'found not done and open again for a later day',
      [
        ['2025-01-02', 'delivered'],
        ['2025-02-01', 'not_verified'],
        ['2025-02-01', 'reopened'],
      ],
      { firstDueOn: '2025-01-20', judged: [{ on: '2025-02-01', at: null }] },
      { reviewed: 1, kept: { verified: 0, due: 1 } },
    ],
    [
      'no longer needed',
      [
        ['2025-01-02', 'agreed'],
        ['2025-01-09', 'no_longer_needed'],
      ],
      { firstDueOn: '2025-01-20' },
      { toReview: 0, kept: { verified: 0, due: 0 } },
    ],
    [
      'withdrawn counts as not kept',
      [
        ['2025-01-02', 'agreed'],
        ['2025-01-09', 'withdrawn'],
      ],
      { firstDueOn: '2025-01-20' },
      { toReview: 0, kept: { verified: 0, due: 1 } },
    ],
    [
      'not there yet',
      [['2025-02-20', 'agreed']],
      { firstDueOn: '2025-03-20' },
      { made: 0, toReview: 0, kept: { verified: 0, due: 0 } },
    ],
  ])('%s', (_, steps, more, wanted) => {
    expect(health({ promises: [promise(steps, more)] })[0]).toMatchObject(wanted);
  });

  it('belong to the meeting they name, not to another of the day', () => {
    const meetings = [meeting('2025-02-01'), meeting('2025-02-01', { id: 'evening' })];
    const made = promise([['2025-02-01', 'agreed']], { madeAt: 'evening' });
    const judged = promise(
      [
        ['2025-01-02', 'delivered'],
        ['2025-02-01', 'verified'],
      ],
      {
        judged: [{ on: '2025-02-01', at: 'evening' }],
      },
    );
    const found = health({ meetings, promises: [made, judged] });
    expect(found.map((one) => [one.made, one.reviewed])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('are looked at when their item was done, and not when it was put off', () => {
    const due = promise([['2025-01-02', 'agreed']], { firstDueOn: '2025-01-20' });
    const at = (state: 'done' | 'deferred') =>
      health({
        promises: [due],
        meetings: [meeting('2025-02-01', { items: [item({ state, commitmentId: 'p' })] })],
      })[0];
    expect([at('done')?.reviewed, at('deferred')?.reviewed]).toEqual([1, 0]);
  });

  it('stand on a day as a naive walk through their steps says', () => {
    const states: readonly CommitmentState[] = ['proposed', 'agreed', 'delivered', 'reopened', 'verified'];
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2025-02-${String(day).padStart(2, '0')}`);
    const steps = fc.array(fc.tuple(days, fc.constantFrom(...states)), { maxLength: 8 });
    fc.assert(
      fc.property(steps, days, (walked, day) => {
        const inOrder = walked.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
        let end: CommitmentState | null = null;
        let before: CommitmentState | null = null;
        for (const [on, to] of inOrder) {
          if (on <= day) end = to;
          if (on < day) before = to;
        }
        const one = promise(inOrder);
        expect([stateOn(one, day), stateOn(one, day, 'before')]).toEqual([end, before]);
      }),
    );
  });
});

describe('what residents raised and heard', () => {
  const meetings = [meeting('2025-02-01'), meeting('2025-03-01')];
  it('belongs to the first meeting after it, its own day included', () => {
    const concerns = ['2025-01-05', '2025-02-01', '2025-02-02', '2025-03-01'].map((on) => concern(on, null));
    const raised = (before: string | null) =>
      health({ meetings, before, concerns }).map(({ answers }) => answers.raised);
    expect(raised(null)).toEqual([2, 2]);
    expect(raised('2025-01-05')).toEqual([1, 2]);
  });

  it('was raised at a meeting when it was taken in there', () => {
    const concerns = [
      concern('2025-02-01', null, { atMeeting: true }),
      concern('2025-02-01', null),
      concern('2025-01-30', null, { atMeeting: true }),
    ];
    const items = [item({ concernId: 'c' }), item({}), item({ concernId: 'd', state: 'dropped' })];
    expect(health({ meetings: [meeting('2025-02-01', { items })], concerns })[0]).toMatchObject({
      raisedHere: 1,
      itemsOfResidents: 1,
      items: 2,
    });
  });

  it('says how long it took when there is enough to say it of', () => {
    const after = (days: number) => concern('2025-01-01', `2025-01-${String(1 + days).padStart(2, '0')}`);
    const four = [3, 9, 1, 30].map(after);
    const of = (concerns: HeldConcern[]) => health({ concerns })[0]?.answers;
    expect(of(four)).toEqual({ raised: 4, answered: 4, waiting: 0, medianDays: null });
    expect(of([...four, after(14), concern('2025-01-01', null)])).toEqual({
      raised: 6,
      answered: 5,
      waiting: 1,
      medianDays: 9,
    });
  });

  it('has in the middle what a naive count finds: no more below it than half, no more above', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 5 }), (values) => {
        const middle = medianOf(values) ?? Number.NaN;
        expect(values).toContain(middle);
        expect(values.filter((one) => one < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((one) => one > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe('a round', () => {
  it('is one meeting with its sessions; they stand in no line of their own', () => {
    const session = (id: string, parallelOf: string) =>
      meeting('2025-01-30', { id, kind: 'women_session', parallelOf });
    const found = health({
      meetings: [
        session('w', '2025-02-01'),
        session('w2', '2025-02-01'),
        meeting('2025-02-01'),
        meeting('2025-03-01'),
      ],
    });
    expect(found.map(({ on, sessions }) => [on, sessions])).toEqual([
      ['2025-02-01', ['women_session']],
      ['2025-03-01', []],
    ]);
  });

  it('says whether enough members were there, and after how many days the minutes were approved', () => {
    const held = meeting('2025-02-01', {
      quorum: 5,
      attendance: attendance.parse({ members: { f: 2, m: 2, unsaid: 0 } }),
      approvedOn: '2025-03-01',
    });
    expect(health({ meetings: [held] })[0]).toMatchObject({
      isQuorate: false,
      minutes: { approved: true, days: 28 },
    });
    expect(health({})[0]?.minutes).toEqual({ approved: false, days: null });
  });

  it('is nothing without meetings', () => {
    expect(health({ meetings: [] })).toEqual([]);
  });
});
