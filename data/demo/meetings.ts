/** The committee of the made-up district: who sits in it, what it was told and decided, and when it meets again. */

export const demoCommittee = {
  name: 'Committee of Northgate',
  mandate:
    'Police and residents agree what is done about safety around North Road, and look together whether it was done.',
  rules:
    'By consensus; by a vote of the members where there is none. The women’s and the youth session are heard first.',
  languages: ['en', 'fr'],
  quorum: 5,
  codeSignedOn: '2024-09-02',
};

export const demoSeats = [
  { seat: 'Residents’ association', office: 'chair_community', side: 'community', sex: 'f' },
  { seat: 'Neighbourhood police', office: 'chair_police', side: 'police', sex: 'm' },
  { seat: 'School for adults', office: 'facilitator', side: 'community', sex: 'm' },
  { seat: 'District office', office: 'secretary', side: 'agency', sex: 'f' },
  { seat: 'Women’s savings group', office: 'member', side: 'community', sex: 'f' },
  { seat: 'Youth club', office: 'member', side: 'community', sex: 'm' },
  { seat: 'Traders of the market', office: 'member', side: 'community', sex: 'unsaid' },
  { seat: 'Street lighting', office: 'member', side: 'agency', sex: 'm' },
];
export const demoTermFrom = '2024-09-02';

const count = (f: number, m: number) => ({ f, m, unsaid: 0 });

/** Held, and recorded. The days are those of the promises and decisions of the worked case. */
export const demoMeetings = [
  {
    startsAt: '2025-12-18T18:30:00.000Z',
    endsAt: '2025-12-18T20:30:00.000Z',
    place: 'School hall, Gate Road',
    closedAt: '2025-12-18T20:35:00.000Z',
    attendance: {
      police: count(1, 2),
      members: count(3, 4),
      public: { ...count(24, 19), youth: 9, older: 6 },
    },
    outcomes: {
      commitments:
        'Moving the stops was found done. The checks of the phone stalls were found partly done, and are promised anew for December 2026.',
      concerns: 'A new concern about the back doors on the orchard estate was taken in.',
    },
    decisions: [
      {
        at: '2025-12-18T19:40:00.000Z',
        kind: 'priority',
        onCase: true,
        text: 'The phone stalls of the two markets come first until they are checked every week.',
        french:
          'Les étals de téléphones des deux marchés passent en premier, jusqu’à ce qu’ils soient contrôlés chaque semaine.',
      },
      {
        at: '2025-12-18T20:10:00.000Z',
        kind: 'rule',
        onCase: false,
        text: 'The meetings begin at half past five, so that those who sell at the market can come.',
        french:
          'Les réunions commencent à dix-sept heures trente, pour que ceux qui vendent au marché puissent venir.',
      },
    ],
  },
  {
    startsAt: '2026-01-15T18:30:00.000Z',
    endsAt: '2026-01-15T20:00:00.000Z',
    place: 'School hall, Gate Road',
    closedAt: '2026-01-15T20:05:00.000Z',
    attendance: {
      police: count(1, 1),
      members: count(4, 3),
      public: { ...count(17, 15), youth: 7, older: 5 },
    },
    outcomes: {
      priorities: 'What was done on North Road stays as it is; the committee looks at it again in July.',
    },
    decisions: [],
  },
];

/** The third Thursday of the month after a day, in the evening. */
export function nextDemoMeeting(after: string): { startsAt: string; endsAt: string } {
  const first = new Date(Date.UTC(Number(after.slice(0, 4)), Number(after.slice(5, 7)), 1));
  const thursday = 1 + ((4 - first.getUTCDay() + 7) % 7) + 14;
  const day = new Date(first.getTime() + (thursday - 1) * 86_400_000).toISOString().slice(0, 10);
  return { startsAt: `${day}T18:30:00.000Z`, endsAt: `${day}T20:00:00.000Z` };
}
