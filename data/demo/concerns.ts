/**
 * What people of the demo area raised: the 42 concerns behind "Thefts at the bus stops along North Road" (17 of the women's
 * session, 11 of the youth session, 14 told to officers or found in the box), and some others. Made up, every word of it.
 */
import { onMap } from './district.ts';
import { BUS_ROADS, BUS_STOPS_NORTH, THEFT } from './north-road.ts';
import { QUOTED } from './north-road-answer.ts';

export interface DemoConcern {
  /** Day it was raised. */
  on: string;
  channel: 'meeting' | 'officer' | 'box' | 'phone';
  summary: string;
  category: string | null;
  groups: ('women' | 'girls' | 'boys' | 'pupils' | 'passengers' | 'traders' | 'older_people' | 'everybody')[];
  frequency: 'once' | 'sometimes' | 'weekly' | 'most_days' | 'unknown';
  reporter: 'resident' | 'business' | 'school' | 'officer' | 'anonymous';
  /** Null: no place was told. */
  place: {
    precision: 'exact' | 'street' | 'block_cell' | 'neighbourhood';
    position: [number, number];
  } | null;
  /** Whoever raised it agreed that its words are published. */
  mayPublish?: boolean;
  /** Title of the case it belongs to. */
  inCase: string | null;
  /** What the person was told, and when; null: nothing yet. */
  answer: { on: string; text: string } | null;
}

export const NORTH_ROAD_CASE = 'Thefts at the bus stops along North Road';

const ANSWER = {
  on: '2024-09-23',
  text: 'The committee has taken it up as a problem case. At the next meeting you hear what was found out.',
};

type Source = Pick<DemoConcern, 'on' | 'channel' | 'groups' | 'reporter'>;

/** One a line: what was said, at which stop (from the south; 0: no place was told), how often. */
type Said = readonly [summary: string, stop: number, frequency: DemoConcern['frequency']];

const WOMEN: readonly Said[] = [
  ['A phone was taken from a woman’s hand while she waited for the bus', 2, 'weekly'],
  ['Bags are pulled away at the stop when it is crowded in the morning', 3, 'most_days'],
  ['The stop is dark; one sees nobody coming from behind', 3, 'most_days'],
  ['A purse was cut out of a bag while boarding', 2, 'sometimes'],
  ['Women no longer wait at this stop in the evening and walk to the next', 4, 'most_days'],
  ['Two men push in from behind when the door opens, then something is gone', 2, 'weekly'],
  ['A necklace was torn off at the stop', 1, 'once'],
  ['Nobody in the shops can see the stop from inside', 3, 'most_days'],
  ['My neighbour lost her week’s wages there after work', 4, 'once'],
  ['Phones are taken through the open window of the bus', 2, 'weekly'],
  ['The lamp at the stop has been out for months', 4, 'most_days'],
  ['Market women carry their takings home by this stop and are robbed', 3, 'weekly'],
  ['A bag was taken while the ticket was paid', 5, 'sometimes'],
  ['They come on a motorcycle and take what one holds in the hand', 1, 'weekly'],
  ['When one shouts nobody comes, the houses stand too far', 5, 'sometimes'],
  ['Girls are told at home not to take the bus after school', 0, 'most_days'],
  ['It happens mostly between four and seven', 0, 'most_days'],
];

const YOUTH: readonly Said[] = [
  ['Phones of pupils are taken at the stop after school', 2, 'most_days'],
  ['A stolen phone was offered for sale the next day', 0, 'sometimes'],
  ['Older boys stand at the stop and wait for those with new phones', 3, 'weekly'],
  ['My bag was taken when I stood up to get off', 2, 'once'],
  ['We all wait at the shop now and run when the bus comes', 2, 'most_days'],
  ['Without light one does not see who stands there', 4, 'most_days'],
  ['A pupil was pushed into the road when he held on to his phone', 3, 'once'],
  ['The conductor saw it and said nothing', 1, 'sometimes'],
  ['Phones without papers are bought on the market, everybody knows where', 0, 'weekly'],
  ['The stop is behind the wall, nobody sees it from the road', 5, 'most_days'],
  ['On Fridays it is worst, after the wages are paid', 0, 'weekly'],
];

const OFFICERS: readonly Said[] = [
  ['A passenger reported a phone taken at the stop', 2, 'once'],
  ['Conductors ask for somebody to stand at the stops in the rush hours', 0, 'most_days'],
  ['Three passengers of one bus missed purses at the same stop', 3, 'once'],
  ['A shopkeeper sees the same group at the stop every evening', 3, 'most_days'],
  ['Four of nine lamps near the stops are out', 4, 'most_days'],
  ['A visitor was robbed of her bag while asking the way', 1, 'once'],
  ['A driver no longer stops here after dark', 5, 'most_days'],
  ['An elderly man was pushed and lost his pension', 2, 'once'],
];

const BOX: readonly Said[] = [
  ['Move the stop to where the shops are', 3, 'unknown'],
  ['Please mend the light at the bus stop', 4, 'unknown'],
  ['My daughter was robbed at the stop, do something', 2, 'once'],
  ['They sell the stolen phones on the market', 0, 'weekly'],
  ['It is always the same hours, why is nobody there', 0, 'most_days'],
  ['I do not take the bus any more', 5, 'unknown'],
];

const SESSIONS: readonly { source: Source; said: readonly Said[] }[] = [
  {
    source: { on: '2024-09-05', channel: 'meeting', groups: ['women', 'passengers'], reporter: 'resident' },
    said: WOMEN,
  },
  {
    source: { on: '2024-09-07', channel: 'meeting', groups: ['pupils', 'passengers'], reporter: 'resident' },
    said: YOUTH,
  },
  {
    source: { on: '2024-09-10', channel: 'officer', groups: ['passengers'], reporter: 'officer' },
    said: OFFICERS,
  },
  { source: { on: '2024-09-12', channel: 'box', groups: ['passengers'], reporter: 'anonymous' }, said: BOX },
];

export const demoConcerns: readonly DemoConcern[] = [
  ...SESSIONS.flatMap(({ source, said }) =>
    said.map(
      ([summary, stop, frequency], i): DemoConcern => ({
        ...source,
        summary,
        frequency,
        category: /lamp|light|dark/i.test(summary) ? 'lighting' : THEFT,
        place: stop === 0 ? null : { precision: precisionOf(i), position: atStop(stop, i) },
        mayPublish: QUOTED.includes(summary),
        inCase: NORTH_ROAD_CASE,
        answer: ANSWER,
      }),
    ),
  ),
  {
    on: '2025-12-02',
    channel: 'phone',
    summary: 'Cars race along the river road at night',
    category: 'road-safety',
    groups: ['everybody'],
    frequency: 'weekly',
    reporter: 'resident',
    place: { precision: 'block_cell', position: onMap([-1350, -900]) },
    inCase: null,
    answer: {
      on: '2025-12-09',
      text: 'The road office counts the cars in January and tells you what it finds.',
    },
  },
  {
    on: '2025-12-15',
    channel: 'box',
    summary: 'Rubbish is burnt behind the evening market',
    category: 'waste',
    groups: ['traders'],
    frequency: 'most_days',
    reporter: 'anonymous',
    place: { precision: 'street', position: onMap([700, -1500]) },
    inCase: null,
    answer: null,
  },
  {
    on: '2025-12-18',
    channel: 'meeting',
    summary: 'Back doors on the orchard estate are broken open while people are at work',
    category: 'burglary',
    groups: ['everybody'],
    frequency: 'weekly',
    reporter: 'resident',
    place: { precision: 'neighbourhood', position: onMap([2500, 1200]) },
    inCase: null,
    answer: null,
  },
];

/** People chose it: most the street, some no finer than the blocks or the neighbourhood. */
function precisionOf(i: number): 'street' | 'block_cell' | 'neighbourhood' | 'exact' {
  if (i % 7 === 6) return 'neighbourhood';
  if (i % 5 === 4) return 'block_cell';
  return i % 4 === 3 ? 'exact' : 'street';
}

/** A few metres beside the stop, never two on one spot. */
function atStop(stop: number, i: number): [number, number] {
  return onMap([BUS_ROADS.treated + ((i * 7) % 25) - 12, BUS_STOPS_NORTH[stop - 1] + ((i * 11) % 31) - 15]);
}
