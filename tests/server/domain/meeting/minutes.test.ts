import { describe, expect, it } from 'vitest';
import {
  type MinutesFacts,
  type MinutesSection,
  type MinutesSectionId,
  minutesOf,
  sectionsKept,
} from '../../../../server/domain/meeting/minutes.ts';
import { minutesFor } from '../../../../server/domain/meeting/minutes-audience.ts';

const nobody = { f: 0, m: 0, unsaid: 0 };
const promise = { organisation: 'Works', ownerRole: 'Head', dueOn: '2025-04-01', evidenceOfDone: 'A photo' };
const looked = {
  organisation: 'Works',
  dueOn: '2025-02-01',
  ownerSaid: 'delivered' as const,
  ownerNote: 'Ten of twelve lamps',
  residentsSaid: { done: 2, partly: 7, notDone: 1, cannotSay: 0 },
  outcome: 'partly_verified' as const,
  newDueOn: '2025-04-01',
};
const quorum = { needed: 5, present: 6, met: true };
const decided = {
  kind: 'rule' as const,
  result: 'agreed' as const,
  how: 'consensus' as const,
  ...{ for: null, against: null, abstain: null },
  about: '',
  after: null,
  byGroup: [],
  quorum,
};
const counted = {
  kind: 'yes_no' as const,
  questions: {},
  options: [],
  dotsEach: 3,
  result: { devices: 9, typed: 0, counts: [{ option: 'yes', points: 9 }], byGroup: [], merged: [] },
  quorum,
};
const NO_VOTES = { decisions: [], ballots: [] };
const talk = { kind: 'concerns' as const, titles: {}, outcome: 'Noted', ...NO_VOTES };

const FACTS: MinutesFacts = {
  committee: 'Riverside committee',
  kind: 'committee',
  title: '',
  place: 'School',
  openTo: 'public',
  startsAt: '2025-03-04T18:00:00.000Z',
  endedAt: '2025-03-04T19:30:00.000Z',
  sessions: [],
  attendance: {
    police: { ...nobody, m: 2 },
    members: { ...nobody, f: 3, m: 2 },
    public: { ...nobody, f: 9, m: 4, youth: 3, older: 2, disabled: 1 },
    organisationIds: [1],
  },
  organisations: ['Works'],
  quorum: 5,
  approved: ['2025-02-04T18:00:00.000Z'],
  reviewed: [
    { ...looked, text: 'Repair the lamps', visibility: 'public' },
    { ...looked, text: 'Tell the committee', visibility: 'committee' },
    { ...looked, text: 'Internal audit of patrols', visibility: 'internal' },
  ],
  items: [
    {
      ...talk,
      title: 'Lamps',
      state: 'done',
      visibility: 'public',
      decisions: [
        { ...decided, text: 'Lamps first', visibility: 'public' },
        { ...decided, text: 'Watch the depot', visibility: 'internal' },
      ],
      ballots: [{ ...counted, question: 'Is the depot watched?', visibility: 'committee' }],
    },
    { ...talk, title: 'Raid on Friday', state: 'done', visibility: 'internal' },
    { ...talk, title: 'Left out', state: 'dropped', visibility: 'public' },
  ],
  beside: { decisions: [{ ...decided, text: 'Meet monthly', visibility: 'public' }], ballots: [] },
  sessionLists: [
    {
      kind: 'women_session',
      startsAt: '2025-03-03T10:00:00.000Z',
      ballots: [
        { ...counted, kind: 'dots', question: 'What do we put first?', visibility: 'public' },
        { ...counted, kind: 'dots', question: 'Which patrol?', visibility: 'internal' },
      ],
    },
  ],
  promised: [
    { ...promise, text: 'Cut the hedge', visibility: 'public' },
    { ...promise, text: 'Move the informant', visibility: 'internal' },
  ],
  nextMeetingAt: '2025-04-01T18:00:00.000Z',
};

function section<Id extends MinutesSectionId>(sections: readonly MinutesSection[], id: Id) {
  const found = sections.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found as Extract<MinutesSection, { id: Id }>;
}

const text = (id: MinutesSectionId) => ({ section: id, language: 'en', text: `In our words: ${id}` });

describe('minutes', () => {
  it('are put together from the record, without what was dropped', () => {
    const sections = minutesOf(FACTS);
    expect(sections.map(({ id }) => id)).toEqual([
      'meeting',
      'attendance',
      'earlier_minutes',
      'reviewed',
      'agenda',
      'promised',
      'next',
    ]);
    expect(section(sections, 'attendance')).toMatchObject({ quorum: 5, isQuorate: true });
    expect(section(sections, 'agenda').rows.map(({ title }) => title)).toEqual(['Lamps', 'Raid on Friday']);
  });

  it('say nothing of a quorum nobody agreed, and of people nobody counted', () => {
    const uncounted = minutesOf({ ...FACTS, attendance: null });
    expect(section(uncounted, 'attendance')).toMatchObject({ counts: null, isQuorate: null });
  });
});

describe('what others read of minutes', () => {
  const all = minutesOf(FACTS);

  it('is everything for those who keep them', () => {
    const shown = minutesFor(all, [text('promised')], 'keepers');
    expect(shown).toEqual({ sections: all, texts: [text('promised')], withheld: [] });
  });

  it('is nothing internal for the committee', () => {
    const words = JSON.stringify(minutesFor(all, [], 'committee'));
    expect(words).toContain('Tell the committee');
    expect(words).toContain('Is the depot watched?');
    for (const hidden of ['Internal audit', 'Raid', 'informant', 'Watch the depot', 'Which patrol'])
      expect(words).not.toContain(hidden);
  });

  it('is public alone for everybody, and how many disabled people came is not', () => {
    const shown = minutesFor(all, [], 'public');
    expect(section(shown.sections, 'reviewed').rows.map((one) => one.text)).toEqual(['Repair the lamps']);
    expect(section(shown.sections, 'promised').rows.map((one) => one.text)).toEqual(['Cut the hedge']);
    expect(section(shown.sections, 'agenda').rows.map((one) => one.title)).toEqual(['Lamps']);
    const [lamps] = section(shown.sections, 'agenda').rows;
    expect([lamps?.decisions.map((one) => one.text), lamps?.ballots]).toEqual([['Lamps first'], []]);
    expect(section(shown.sections, 'agenda').beside.decisions).toHaveLength(1);
    expect(section(shown.sections, 'attendance').counts?.public).toMatchObject({ f: 9, disabled: null });
  });

  it('has no text that was written over what was left out, and the record in its place', () => {
    const texts = [text('reviewed'), text('promised'), text('next')];
    const shown = minutesFor(all, texts, 'public');
    expect(shown.withheld).toEqual(['reviewed', 'promised']);
    expect(shown.texts).toEqual([text('next')]);
  });

  it('has no text that was written over a vote or a decision that was left out', () => {
    const [talked, dropped] = [section(all, 'agenda'), 'Raid on Friday'];
    const open = {
      ...talked,
      rows: talked.rows.filter(({ title }) => title !== dropped),
      sessionLists: [],
    };
    expect(minutesFor([open], [text('agenda')], 'public').withheld).toEqual(['agenda']);
    const plain = { ...open, rows: open.rows.map((row) => ({ ...row, ...NO_VOTES })) };
    expect(minutesFor([plain], [text('agenda')], 'public').texts).toEqual([text('agenda')]);
  });
});

describe('minutes that were closed before votes stood in them', () => {
  it('have none', () => {
    const {
      decisions: _,
      ballots: _ballots,
      ...row
    } = { ...talk, title: 'Lamps', state: 'done' as const, visibility: 'public' as const };
    expect(
      sectionsKept([
        { id: 'agenda', rows: [row] },
        { id: 'next', at: null },
      ]),
    ).toEqual([
      { id: 'agenda', rows: [{ ...row, ...NO_VOTES }], beside: NO_VOTES, sessionLists: [] },
      { id: 'next', at: null },
    ]);
  });

  it('are as they are where they have some', () => {
    const all = minutesOf(FACTS);
    expect(sectionsKept(all)).toEqual(all);
  });
});
