import { createIntl, type IntlShape } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { AGENDA_ITEM_WORDS } from '../../../../client/agenda-item-words.ts';
import type { Minutes } from '../../../../client/api/minutes.ts';
import { docxFile } from '../../../../client/documents/docx-file.ts';
import type { Block } from '../../../../client/documents/model.ts';
import { ARABIC } from '../../../../client/views/minutes/arabic.ts';
import { minutesFile } from '../../../../client/views/minutes/minutes-file.ts';
import * as voteWords from '../../../../client/views/minutes/minutes-vote-words.ts';
import * as words from '../../../../client/views/minutes/minutes-words.ts';
import { directionOf, hasWords, paperIntl, WORDS } from '../../../../client/views/minutes/paper-language.ts';
import { unzip } from '../../../fixtures/unzip.ts';

const english: IntlShape = createIntl({ locale: 'en', onError: () => {} });
const arabic = paperIntl(english, 'ar');
const nobody = { f: 0, m: 0, unsaid: 0 };

const MINUTES: Minutes = {
  meetingId: 'm1',
  state: 'closed',
  languages: ['en', 'ar'],
  texts: [{ section: 'next', language: 'ar', text: 'سنلتقي في المدرسة' }],
  withheld: [],
  closedAt: '2025-03-05T08:00:00.000Z',
  closedByName: 'Secretary',
  approvedAt: null,
  approvedBy: null,
  approvableAt: [],
  notes: [
    { id: 'n', text: 'It was lamp 7', createdByName: 'Secretary', createdAt: '2025-03-06T08:00:00.000Z' },
  ],
  mayChange: true,
  mayApprove: true,
  version: 3,
  sections: [
    {
      id: 'meeting',
      committee: 'Riverside committee',
      kind: 'committee',
      title: '',
      place: 'School',
      openTo: 'public',
      startsAt: '2025-03-04T23:30:00.000Z',
      endedAt: '2025-03-05T00:45:00.000Z',
      sessions: [],
    },
    {
      id: 'attendance',
      counts: {
        police: { ...nobody, m: 2 },
        members: { ...nobody, f: 3, m: 2 },
        public: { ...nobody, f: 9, m: 4, unsaid: 1, youth: 3, older: 2, disabled: null },
        organisationIds: [],
      },
      organisations: [],
      quorum: 5,
      isQuorate: true,
    },
    { id: 'earlier_minutes', approved: [] },
    {
      id: 'reviewed',
      rows: [
        {
          text: 'Repair the lamps',
          organisation: 'Works',
          visibility: 'public',
          dueOn: '2025-02-01',
          ownerSaid: 'delivered',
          ownerNote: 'Ten of twelve',
          residentsSaid: { done: 2, partly: 7, notDone: 1, cannotSay: 0 },
          outcome: 'partly_verified',
          newDueOn: '2025-04-01',
        },
      ],
    },
    {
      id: 'agenda',
      rows: [
        {
          kind: 'concerns',
          title: '',
          titles: { ar: 'الإنارة' },
          state: 'done',
          outcome: 'Two lamps are dark',
          visibility: 'public',
          decisions: [
            {
              text: 'The lamps come first',
              kind: 'priority',
              result: 'agreed_with_reservation',
              how: 'vote',
              ...{ for: 12, against: 3, abstain: 1 },
              about: 'RIV-1 Lamps at the stops',
              after: { question: 'Lamps first?', questions: { ar: 'الإنارة أولاً؟' } },
              byGroup: [
                { group: 'women', for: 8, against: 0, abstain: 0 },
                { group: null, for: 4, against: 3, abstain: 1 },
              ],
              quorum: { needed: 5, present: 6, met: true },
              visibility: 'public',
            },
          ],
          ballots: [
            {
              kind: 'dots',
              question: 'What first?',
              questions: { ar: 'ما الأول؟' },
              options: [
                { id: 'a', text: 'Lamps', texts: { ar: 'الإنارة' } },
                { id: 'b', text: 'Hedges', texts: {} },
              ],
              dotsEach: 3,
              result: {
                devices: 14,
                typed: 2,
                counts: [
                  { option: 'a', points: 11 },
                  { option: 'b', points: 20 },
                ],
                byGroup: [
                  {
                    group: 'women',
                    voices: 8,
                    counts: [
                      { option: 'a', points: 9 },
                      { option: 'b', points: 7 },
                    ],
                  },
                  {
                    group: null,
                    voices: 8,
                    counts: [
                      { option: 'a', points: 2 },
                      { option: 'b', points: 13 },
                    ],
                  },
                ],
                merged: ['youth'],
              },
              quorum: { needed: 5, present: null, met: null },
              visibility: 'public',
            },
          ],
        },
      ],
      sessionLists: [
        {
          kind: 'women_session',
          startsAt: '2025-03-03T10:00:00.000Z',
          ballots: [
            {
              kind: 'dots',
              question: 'What do we put first?',
              questions: {},
              options: [
                { id: 'x', text: 'The way to school', texts: { ar: 'الطريق إلى المدرسة' } },
                { id: 'a', text: 'Lamps', texts: {} },
                { id: 'z', text: 'Hedges', texts: {} },
              ],
              dotsEach: 3,
              result: {
                devices: 0,
                typed: 9,
                counts: [
                  { option: 'x', points: 14 },
                  { option: 'a', points: 13 },
                  { option: 'z', points: 0 },
                ],
                byGroup: [],
                merged: [],
              },
              quorum: { needed: null, present: null, met: null },
              visibility: 'public',
            },
          ],
        },
      ],
      beside: {
        decisions: [],
        ballots: [
          {
            kind: 'yes_no',
            question: 'Meet at six?',
            questions: {},
            options: [],
            dotsEach: 3,
            result: {
              devices: 3,
              typed: 0,
              counts: [
                { option: 'yes', points: 1 },
                { option: 'no', points: 2 },
                { option: 'abstain', points: 0 },
              ],
              byGroup: [],
              merged: [],
            },
            quorum: { needed: null, present: null, met: null },
            visibility: 'public',
          },
        ],
      },
    },
    { id: 'promised', rows: [] },
    { id: 'next', at: '2025-04-01T18:00:00.000Z' },
  ],
};

const fileIn = (intl: IntlShape, minutes = MINUTES) =>
  minutesFile(intl, {
    minutes,
    workspace: 'Demo District',
    zone: 'Asia/Amman',
    direction: directionOf(intl.locale),
    isForEverybody: true,
  });

const wordsOf = (block: Block): string => JSON.stringify(block);
const part = (intl: IntlShape, id: string) =>
  fileIn(intl)
    .parts.find((one) => one.id === id)
    ?.blocks.map(wordsOf)
    .join(' ') ?? '';

describe('minutes on paper', () => {
  it('say what either side said, and when, on the calendar of the workspace', () => {
    const reviewed = part(english, 'reviewed');
    expect(reviewed).toContain('Said to be done: Ten of twelve');
    expect(reviewed).toContain('Partly done, residents say (done 2, partly 7, not done 1, cannot say 0)');
    expect(reviewed).toContain('Open again until Apr 1, 2025');
    // Half past eleven in the evening in UTC is the next day there.
    expect(part(english, 'meeting')).toContain('March 5, 2025');
    expect(part(english, 'attendance')).toContain('["Public","9","4","1","14"]');
    expect(part(english, 'attendance')).not.toContain('disability');
    expect(part(english, 'notes')).toContain('It was lamp 7');
  });

  it('say how it was decided, with the votes and the quorum', () => {
    const agenda = part(english, 'agenda');
    for (const said of [
      'Agreed with reservation: The lamps come first',
      'RIV-1 Lamps at the stops',
      'By vote: for 12, against 3, abstained 1',
      'Women: for 8, against 0, abstained 0',
      'All others: for 4, against 3, abstained 1',
      '6 were there, 5 are needed: enough',
      '5 are needed; nobody counted who was there',
    ])
      expect(agenda).toContain(said);
  });

  it('have each vote with its counts, all and by group side by side, what has the most first', () => {
    const tables = fileIn(english)
      .parts.find((one) => one.id === 'agenda')
      ?.blocks.filter((block) => block.kind === 'table');
    expect(tables?.slice(1, 3)).toMatchObject([
      {
        label: 'What first? (dots, 3 each)',
        columns: ['Choice', 'All', 'Women (8)', 'All others (8)'],
        rows: [
          ['Hedges', '20', '7', '13'],
          ['Lamps', '11', '9', '2'],
        ],
      },
      {
        label: 'Meet at six? (yes or no)',
        columns: ['Choice', 'All'],
        rows: [
          ['Yes', '1'],
          ['No', '2'],
          ['Abstained', '0'],
        ],
      },
    ]);
    // The lists of a round: each with its own counts, none of them a sum.
    expect(tables?.slice(3)).toMatchObject([
      {
        columns: [
          'Place',
          'This meeting: What first?',
          'Women’s session, March 3, 2025: What do we put first?',
        ],
        rows: [
          ['1', 'Hedges (20)', 'The way to school (14)'],
          ['2', 'Lamps (11)', 'Lamps (13)'],
          ['3', '–', 'Hedges (0)'],
        ],
      },
    ]);
    expect(part(arabic, 'agenda')).toContain('الطريق إلى المدرسة');
    expect(part(english, 'agenda')).toContain('counted with the others: Young people.');
    expect(part(arabic, 'agenda')).toContain('ما الأول؟');
    expect(part(arabic, 'agenda')).toContain(ARABIC['minutes.beside']);
  });

  it('have in a language what was written in it, and the record where nothing was', () => {
    expect(part(english, 'next')).toContain('April 1, 2025');
    expect(part(arabic, 'next')).toContain('سنلتقي في المدرسة');
    expect(part(arabic, 'agenda')).toContain('الإنارة');
    expect(part(arabic, 'agenda')).toContain('Two lamps are dark');
    expect(part(arabic, 'reviewed')).toContain(ARABIC['minutes.promise.partly']);
  });

  it('go to a word processor from right to left', async () => {
    const blob = await docxFile(fileIn(arabic), async () => new Uint8Array());
    const document = unzip(new Uint8Array(await blob.arrayBuffer()))
      .get('word/document.xml')
      ?.toString('utf8');
    expect(document).toContain('<w:bidi/>');
    expect(document).toContain(ARABIC['minutes.section.reviewed']);
    expect(document).toContain('سنلتقي في المدرسة');
  });
});

describe('the words of another language', () => {
  const all = [...Object.values(words), ...Object.values(voteWords), AGENDA_ITEM_WORDS].flatMap((group) =>
    Object.values(group),
  );

  it.each(Object.entries(WORDS))(
    'are there for each word of the minutes in %s, with the same values',
    (_, of) => {
      const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();
      for (const { id, defaultMessage } of all) {
        expect(of[id ?? ''], id).toBeTruthy();
        const english = placeholders(String(defaultMessage).replaceAll(/ (one|other) \{[^}]*\}/g, ''));
        expect(placeholders(of[id ?? ''] ?? ''), id).toEqual(english);
      }
      expect(Object.keys(of).length).toBe(all.length);
    },
  );

  it('are those of the page where the workbench has none', () => {
    expect([hasWords('ar-IQ', 'en'), hasWords('en-GB', 'en'), hasWords('so', 'en')]).toEqual([
      true,
      true,
      false,
    ]);
    const somali = paperIntl(english, 'so');
    expect(somali.formatMessage(words.SECTION_WORDS.next)).toBe('The next meeting');
    expect(directionOf('ar-IQ')).toBe('rtl');
  });
});
