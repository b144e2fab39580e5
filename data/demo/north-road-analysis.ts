/**
 * What analysis found on North Road. The figures are those of the generated incidents; the answers that are kept are asked
 * of them anew when the demo area is loaded. Made up, every word of it; roles and places, never persons.
 */
import { THEFT } from './north-road.ts';

/** A question asked of the incidents and kept on the case. */
export interface DemoAnswer {
  name: string;
  method: string;
  parameters: object;
  /** Of the case: what it links. Of the district: the same categories and period, everywhere. */
  about: 'case' | 'district';
  note: string;
}

export const northRoadAnswers: readonly DemoAnswer[] = [
  {
    name: 'hotspots',
    method: 'local-gi-star',
    parameters: { cell: 100 },
    about: 'district',
    note: 'Two stretches stand out in 2024: North Road and Station Road, where the buses of both lines stop.',
  },
  {
    name: 'hours',
    method: 'data-clock',
    parameters: {},
    about: 'case',
    note: 'Working days, when people ride to work and come home.',
  },
  {
    name: 'stops',
    method: 'asset-rings',
    parameters: { kinds: ['transport_stop'], rings: [100, 200, 400] },
    about: 'district',
    note: 'It is the stops, not the road between them, and not every stop.',
  },
];

export const northRoadAnalysis = {
  triangle: {
    behaviour:
      'Taking a phone from the hand or a bag from the shoulder while the bus arrives, and walking off.',
    motivation: 'A phone without papers is sold on the market the next day.',
    tools: 'None; at times a motorcycle.',
    target: 'People who wait, with a phone in the hand or a bag on the side of the road.',
    attraction: 'New phones; wages on Fridays.',
    features: 'Four of nine lamps are out. Stops 3 and 5 stand behind a wall, out of sight of the shops.',
    handler: 'Families and the youth centre',
    handlerExists: 'yes' as const,
    handlerAble: 'partly' as const,
    handlerWilling: 'yes' as const,
    handlerMissing: 'They know the boys who wait at the stops, and are not asked.',
    guardian: 'Others who wait, and the conductors',
    guardianExists: 'yes' as const,
    guardianAble: 'partly' as const,
    guardianWilling: 'partly' as const,
    guardianMissing: 'In the dark nobody sees what happens beside them; conductors have no instruction.',
    manager: 'City lighting, the bus company, the market office',
    managerExists: 'yes' as const,
    managerAble: 'yes' as const,
    managerWilling: 'partly' as const,
    managerMissing: 'Each holds that the stops belong to one of the others.',
    superControllers: [
      { kind: 'political' as const, who: 'Town council', lever: 'Can say whose the lamps are.' },
      { kind: 'contractual' as const, who: 'Transport authority', lever: 'The licence of the bus line.' },
    ],
    weakSide: 'place/manager' as const,
    whyWeak: 'The place can be changed by three offices that exist, and none of them answers for it.',
  },
  current_response: {
    what: 'A patrol car passes in the evening when one is free. Reports are taken at the station.',
    byWhom: ['Police, Market Quarter', 'Bus conductors, when they wish'],
    strengths: 'People know where to report.',
    limits:
      'The car is seen for a minute and the thefts go on when it has passed. Nobody is charged with the lamps or with where a stop stands.',
  },
  analysis_tasks: {
    done: [
      'events_and_conditions',
      'relevant_data',
      'known_of_the_type',
      'current_response',
      'narrow_scope',
      'resources',
      'working_hypothesis',
    ] as const,
    notes: 'Thefts from persons at bus stops are a known type: crowd, poor sight, and a market for phones.',
  },
};

/** With the kept answers that bear them, by name. */
export const northRoadFindings = [
  {
    kind: 'finding',
    runs: ['hours'],
    body: {
      question: 'when',
      statement:
        'Of the 207 thefts of 2024, 45 fall between 7 and 10 and 72 between 15 and 19; 172 on working days.',
      confidence: 'high',
      implication: 'Whatever is done has to be there in these seven hours.',
      source: 'Police records',
    },
  },
  {
    kind: 'finding',
    runs: ['hotspots', 'stops'],
    body: {
      question: 'where',
      statement:
        'At five of the stops of North Road, within 100 metres; hardly any on the road between them.',
      confidence: 'high',
      implication: 'Five places to change, not a road to watch.',
      source: 'Police records, 42 concerns',
    },
  },
  {
    kind: 'finding',
    runs: [],
    body: {
      question: 'what',
      statement:
        'A phone taken from the hand or a bag from the shoulder, while people push to the door of the bus.',
      confidence: 'medium',
      implication: 'It needs the crowd at the door: whoever stands there can stop it.',
      source: '42 concerns',
    },
  },
  {
    kind: 'finding',
    runs: [],
    body: {
      question: 'who_is_harmed',
      statement:
        'People on their way to work, women who wait alone, pupils. Market women with their takings.',
      confidence: 'medium',
      implication: 'Women and young people have to be asked apart whether it became better.',
      source: 'Women’s and youth session, September 2024',
    },
  },
  {
    kind: 'finding',
    runs: ['stops'],
    body: {
      question: 'who_is_not',
      statement:
        'Those who wait at stops 1 and 7, in front of open shops, lose little on the same lines at the same hours.',
      confidence: 'medium',
      implication: 'Compare what these two stops have and the others lack: light, and somebody who looks.',
      source: 'Police records, walk with three residents',
    },
  },
  {
    kind: 'finding',
    runs: [],
    body: {
      question: 'how_handled',
      statement: 'Four of nine lamps near the stops were out on the walk of 28 October; some for months.',
      confidence: 'high',
      implication: 'City lighting knew of two of them.',
      source: 'Walk with three residents',
    },
  },
  {
    kind: 'finding',
    runs: [],
    body: {
      question: 'data_gap',
      statement: 'How many people wait at each stop is not known, so no rate per passenger can be given.',
      confidence: 'high',
      implication: 'Ask the bus company for a week of counts.',
      source: '',
    },
  },
  {
    kind: 'script_step',
    runs: [],
    body: {
      act: 'arrival',
      what: 'Standing at the stop among those who wait',
      where: 'Behind the wall at stops 3 and 5, or in the dark at 4',
      needs: 'A place where standing is not noticed',
      opening: 'A stop in view of shops that are open',
    },
  },
  {
    kind: 'script_step',
    runs: [],
    body: {
      act: 'doing',
      what: 'Taking phone or bag while people push to the door',
      where: 'At the door of the bus',
      needs: 'Crowd and poor light',
      opening: 'Light; a conductor at the door in the busy hours',
    },
  },
  {
    kind: 'script_step',
    runs: [],
    body: {
      act: 'afterwards',
      what: 'Selling the phone',
      where: 'Two market streets',
      needs: 'A buyer who asks for no papers',
      opening: 'No trade in phones without papers',
    },
  },
  {
    kind: 'hypothesis',
    runs: ['stops'],
    body: {
      statement:
        'who waits stands where nobody who could act can see: out of the light and of sight of the shops',
      predicts: [
        'Thefts lie within 100 m of stops, not along the road',
        'Few stops have most of them: those in the dark or behind the wall',
        'Stops in view of open shops have few',
      ],
      status: 'supported',
      note: 'Stops 2 to 6 have most; stops 1 and 7, beside shops, have few.',
    },
  },
  {
    kind: 'hypothesis',
    runs: ['hours'],
    body: {
      statement: 'pupils show new phones on their way home from school',
      predicts: ['Most thefts fall between 13 and 16', 'Few in the morning'],
      status: 'not_supported',
      note: 'Of 207, 35 fall between 13 and 16; the morning has more.',
    },
  },
] as const;

/** Said on the case and held against its incidents by a test. */
export const northRoadFigures = {
  category: THEFT,
  hours: [
    { from: 7, to: 10, thefts: 45 },
    { from: 15, to: 19, thefts: 72 },
    { from: 13, to: 16, thefts: 35 },
  ],
  workingDays: 172,
};
