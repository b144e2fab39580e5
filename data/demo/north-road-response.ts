/** What was chosen for North Road, who promised what, what was done of it, and what residents said. Made up, every word. */

const passed = {
  lawful: 'yes',
  necessary: 'yes',
  proportionate: 'yes',
  nonDiscriminatory: 'yes',
  reviewedBy: 'Data guardian and chair of the committee',
} as const;

/** Who promised, by a name of our own; the names of the organisations are made up. */
export const northRoadOrganisations = {
  lighting: { name: 'City lighting', kind: 'utility' },
  buses: { name: 'Northgate bus company', kind: 'business' },
  market: { name: 'Market office', kind: 'municipality' },
} as const;
export type DemoOwner = keyof typeof northRoadOrganisations;

/** Options held against each other; the owner goes in as an id when they are written. */
export const northRoadOptions = [
  {
    owner: 'lighting',
    body: {
      title: 'Light at the nine lamps of the stops',
      description:
        'Mend the four that are out, replace the other five within the year, and name who looks after them.',
      cardId: 'natural-surveillance',
      family: 'increase_risks',
      mechanism: 'works by letting those who wait, and the shops, see who stands beside them',
      side: 'place/manager',
      evidence: 'Better street lighting goes with less theft in most of the studies that compared places.',
      evidenceQuality: 'medium',
      cost: 'Nine lamps, about 2,700',
      course: 'one_off',
      start: '2025-01-02',
      doseUnit: 'light',
      risks: ['Light into bedrooms'],
      riskToWhom: ['Those who live at stop 4'],
      mitigations: 'Shades on two lamps.',
      displacement: 'To the stops of the next road.',
      effectScore: 4,
      feasibilityScore: 5,
      acceptanceScore: 5,
      decision: 'chosen',
      reason: 'Asked for in every session, and cheap.',
      ...passed,
    },
  },
  {
    owner: 'buses',
    body: {
      title: 'Stops in view of the shops, and a conductor at the door',
      description:
        'Move stops 3 and 5 to the side of the shops; a conductor stands at the door from 7 to 9 and from 16 to 19.',
      cardId: 'place-managers',
      family: 'increase_risks',
      mechanism: 'works by giving the stop somebody who answers for it',
      side: 'place/manager',
      evidence: 'Conductors and attendants went with fewer thefts where they were tried; few studies.',
      evidenceQuality: 'low',
      cost: 'Two shelters; hours of conductors who ride anyway',
      course: 'continuous',
      start: '2025-01-02',
      doseUnit: 'visit',
      dosePerWeek: 4,
      risks: ['Young people told to move on without a reason'],
      riskToWhom: ['Young people'],
      mitigations:
        'Conductors speak with those who wait, and send nobody away. The wardens meet the youth centre every quarter.',
      displacement: 'Into the bus.',
      effectScore: 4,
      feasibilityScore: 3,
      acceptanceScore: 4,
      decision: 'chosen',
      reason: 'The stops behind the wall have most thefts, and their place can be changed.',
      ...passed,
    },
  },
  {
    owner: 'market',
    body: {
      title: 'No trade in phones without papers',
      description:
        'A rule of the two markets, with a check a week and a stall that writes papers for honest sellers.',
      cardId: 'disrupt-markets',
      family: 'reduce_rewards',
      mechanism: 'works by making a stolen phone hard to sell',
      side: 'offender/handler',
      evidence: 'Promising where buyers could be reached; hardly measured.',
      evidenceQuality: 'low',
      cost: 'Two hours of a warden a week',
      course: 'continuous',
      start: '2025-01-02',
      doseUnit: 'check',
      dosePerWeek: 1,
      risks: ['Honest small traders lose their goods'],
      riskToWhom: ['Traders of second-hand phones'],
      mitigations: 'Papers are written at the stall for nothing.',
      displacement: 'To sellers on the street and online.',
      effectScore: 3,
      feasibilityScore: 3,
      acceptanceScore: 3,
      decision: 'chosen',
      reason: 'The youth session named it, and nobody else can do it.',
      ...passed,
    },
  },
  {
    owner: null,
    body: {
      title: 'More patrols in the busy hours',
      description: 'A foot patrol at the stops from 7 to 9 and from 16 to 19.',
      cardId: 'formal-surveillance',
      family: 'enforcement',
      mechanism: 'works by being seen',
      side: 'target/guardian',
      evidence: 'Works while it is there, where it is concentrated; wears off.',
      evidenceQuality: 'high',
      cost: 'Four officers, every working day',
      course: 'continuous',
      doseUnit: 'patrol_minutes',
      risks: ['Stops of young people without a reason', 'Ends when officers are needed elsewhere'],
      riskToWhom: ['Young people'],
      effectScore: 3,
      feasibilityScore: 2,
      acceptanceScore: 2,
      decision: 'rejected',
      reason: 'It would have to go on for ever, and the youth session asked not to be searched.',
      lawful: 'yes',
      necessary: 'no',
      proportionate: 'unsure',
      nonDiscriminatory: 'unsure',
      reviewedBy: 'Data guardian and chair of the committee',
    },
  },
] as const;

type Step =
  | { at: string; to: 'agreed' | 'in_progress' | 'delivered'; note?: string; evidence?: string }
  | {
      at: string;
      said: Readonly<Record<'women' | 'men' | 'youth', Hands>>;
      comment: string;
      newDueOn: string | null;
    };

/** Counted at a meeting. */
export type Hands = readonly [done: number, partly: number, notDone: number, cannotSay: number];

export interface DemoCommitment {
  owner: DemoOwner;
  text: string;
  kind: 'infrastructure' | 'service' | 'enforcement';
  ownerRole: string;
  madeAt: string;
  dueOn: string;
  evidenceOfDone: string;
  dose: { unit: 'light' | 'visit' | 'check'; planned: number };
  /** Day and quantity. */
  done: readonly (readonly [on: string, quantity: number])[];
  steps: readonly Step[];
}

export const northRoadCommitments: readonly DemoCommitment[] = [
  {
    owner: 'lighting',
    text: 'Mend or replace the nine lamps at the stops of North Road, and keep them lit',
    kind: 'infrastructure',
    ownerRole: 'Head of the lighting crew',
    madeAt: '2024-12-16T19:00:00.000Z',
    dueOn: '2025-02-14',
    evidenceOfDone: 'All nine lamps burn on a walk after dark',
    dose: { unit: 'light', planned: 9 },
    done: [
      ['2025-01-08', 4],
      ['2025-02-12', 3],
      ['2025-04-23', 2],
    ],
    steps: [
      { at: '2024-12-16T19:05:00.000Z', to: 'agreed' },
      { at: '2025-01-02T08:00:00.000Z', to: 'in_progress' },
      {
        at: '2025-02-14T15:00:00.000Z',
        to: 'delivered',
        evidence: 'Seven of nine lamps burn; two wait for their poles.',
      },
      {
        at: '2025-02-20T19:00:00.000Z',
        said: { women: [1, 9, 3, 1], men: [3, 5, 0, 1], youth: [1, 2, 0, 0] },
        comment: 'Stop 4 is as dark as before.',
        newDueOn: '2025-04-30',
      },
      { at: '2025-03-03T08:00:00.000Z', to: 'in_progress' },
      {
        at: '2025-04-24T09:00:00.000Z',
        to: 'delivered',
        evidence: 'All nine seen burning on 23 April at 20:00.',
      },
      {
        at: '2025-05-15T19:00:00.000Z',
        said: { women: [10, 1, 0, 1], men: [8, 1, 0, 1], youth: [4, 0, 0, 1] },
        comment: 'Seen on the walk of 14 May.',
        newDueOn: null,
      },
    ],
  },
  {
    owner: 'buses',
    text: 'Move stops 3 and 5 to the side of the shops, and have a conductor at the doors in the busy hours',
    kind: 'service',
    ownerRole: 'Manager of the northern lines',
    madeAt: '2024-12-16T19:10:00.000Z',
    dueOn: '2025-12-15',
    evidenceOfDone: 'Both stops moved, and four of five days with a conductor seen at the doors',
    dose: { unit: 'visit', planned: 200 },
    done: [
      ['2025-01-31', 12],
      ['2025-02-28', 16],
      ['2025-03-31', 17],
      ['2025-04-30', 16],
      ['2025-05-31', 16],
      ['2025-06-30', 16],
      ['2025-07-31', 15],
      ['2025-08-31', 14],
      ['2025-09-30', 17],
      ['2025-10-31', 18],
      ['2025-11-30', 18],
      ['2025-12-13', 11],
    ],
    steps: [
      { at: '2024-12-16T19:15:00.000Z', to: 'agreed' },
      { at: '2025-01-02T08:00:00.000Z', to: 'in_progress', note: 'The stops are moved first.' },
      {
        at: '2025-12-15T10:00:00.000Z',
        to: 'delivered',
        evidence: 'Both stops stand at the shops since 3 February; 186 of 200 visits are logged.',
      },
      {
        at: '2025-12-18T19:00:00.000Z',
        said: { women: [9, 2, 0, 2], men: [8, 2, 0, 1], youth: [2, 2, 1, 1] },
        comment: 'Fewer conductors in August.',
        newDueOn: null,
      },
    ],
  },
  {
    owner: 'market',
    text: 'Check the phone stalls of both markets every week, and write papers for honest sellers',
    kind: 'enforcement',
    ownerRole: 'Chief warden',
    madeAt: '2024-12-16T19:20:00.000Z',
    dueOn: '2025-12-15',
    evidenceOfDone: 'A signed sheet for every week',
    dose: { unit: 'check', planned: 51 },
    done: Array.from(
      { length: 26 },
      (_, i) => [dayAfter('2025-01-03', 14 * i - (i === 25 ? 8 : 0)), 1] as const,
    ),
    steps: [
      { at: '2024-12-16T19:25:00.000Z', to: 'agreed' },
      { at: '2025-01-02T08:00:00.000Z', to: 'in_progress' },
      { at: '2025-12-15T11:00:00.000Z', to: 'delivered', evidence: '26 signed sheets for 51 weeks.' },
      {
        at: '2025-12-18T19:15:00.000Z',
        said: { women: [2, 8, 2, 2], men: [1, 7, 1, 2], youth: [1, 2, 2, 0] },
        comment: 'Every second week is not every week.',
        newDueOn: '2026-12-15',
      },
      { at: '2026-01-05T08:00:00.000Z', to: 'in_progress', note: 'A second warden is trained.' },
    ],
  },
];

function dayAfter(first: string, days: number): string {
  return new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
