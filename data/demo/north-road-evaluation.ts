/** How the case of North Road was judged: the plan before, and what people made of its result. The numbers are computed. */
import { yearStart } from './clock.ts';
import { evaluationBorders } from './north-road.ts';

const instant = (seconds: number) => new Date(seconds * 1000).toISOString();
const year = (number: number) => ({ from: instant(yearStart(number)), to: instant(yearStart(number + 1)) });

export const northRoadPlan = {
  design: 'wdd' as const,
  treated: evaluationBorders.treated,
  control: evaluationBorders.control,
  buffer: evaluationBorders.buffer,
  controlBuffer: evaluationBorders['control buffer'],
  comparisonName: 'Station Road bus stops (comparison)',
  before: year(2024),
  after: year(2025),
  outcomeName: 'thefts',
  successRule:
    'The whole 95 % interval of the weighted displacement difference, streets around included, lies below zero after one year.',
  watchedFor: ['place', 'time', 'target', 'diffusion_of_benefits'] as const,
};

export const northRoadSteps = {
  analysed: '2024-11-18T14:00:00.000Z',
  compared: '2024-12-16T18:30:00.000Z',
  drafted: '2024-12-30T09:00:00.000Z',
  proposed: '2024-12-30T10:00:00.000Z',
  locked: '2024-12-31T09:30:00.000Z',
  amended: '2025-05-12T15:00:00.000Z',
  assessment: '2026-01-05T10:00:00.000Z',
  computed: '2026-01-05T10:20:00.000Z',
  askedBefore: '2024-11-18T15:00:00.000Z',
  askedAfter: '2025-11-17T10:00:00.000Z',
  assessed: '2026-01-12T10:00:00.000Z',
  decided: '2026-01-15T19:00:00.000Z',
};

/** How many answered, and how many of them with yes: women, men, under 25, 25 to 59, 60 and older. */
const said = (...answers: readonly (readonly [asked: number, yes: number])[]) => {
  const groups = ['women', 'men', 'under_25', 'from_25_to_59', 'from_60'] as const;
  return answers.map(([asked, yes], i) => ({ group: groups[i], asked, yes }));
};
/** At the five stops, on evenings of working days: those who came, and who wanted to answer. */
const stopSurvey = {
  instrument: 'Questions at the stop, version 2',
  sampling: 'convenience' as const,
  enumerators: 'women' as const,
};
const SAFE = 'How safe do you feel walking alone here after dark?';
const REPORT = 'If a phone was taken from you here, would you tell the police?';

export const northRoadSurveys = [
  {
    ...stopSurvey,
    timing: 'before' as const,
    from: '2024-11-11',
    to: '2024-11-15',
    refusals: 21,
    questions: [
      {
        item: 'safe_after_dark' as const,
        wording: SAFE,
        answers: said([64, 16], [52, 27], [38, 14], [69, 26], [9, 3]),
      },
      {
        item: 'would_report' as const,
        wording: REPORT,
        answers: said([63, 22], [52, 20], [38, 11], [68, 27], [9, 4]),
      },
    ],
  },
  {
    ...stopSurvey,
    timing: 'after' as const,
    from: '2025-11-10',
    to: '2025-11-14',
    refusals: 17,
    questions: [
      {
        item: 'safe_after_dark' as const,
        wording: SAFE,
        answers: said([71, 34], [55, 32], [41, 16], [73, 44], [12, 6]),
      },
      {
        item: 'would_report' as const,
        wording: REPORT,
        answers: said([70, 27], [55, 23], [41, 12], [72, 33], [12, 5]),
      },
    ],
  },
];

/** Who did it: two, because two lock a plan. */
export const northRoadPeople = { analyst: 'Demo analyst', secretary: 'Demo secretary' };

export const northRoadAmendment = {
  text: 'Road works on Station Road from 12 May to 2 June 2025 are kept in mind when the result is read.',
  reason: 'They were announced after the plan was locked.',
};

export const northRoadMove =
  'The year after is over, residents said of all three commitments whether they were kept, and the locked test can be computed.';

export const northRoadAssessment = {
  assessment: {
    unit: 'visits of conductors and market wardens, repaired lamps, checks',
    planned: 260,
    delivered: 221,
    fidelity:
      'Seven of nine lamps worked within six weeks, the other two in April. The stop stands in view of the shops since 3 February. The market ban on unmarked phones was checked every second week, not every week.',
    reach: ['People who wait for the bus', 'Market traders', 'Conductors'],
    lookedAt: ['place', 'time', 'target', 'diffusion_of_benefits'] as const,
    displacement:
      'The streets around had 157 thefts after 178 and their comparison 140 after 150: nothing moved there. Hours and targets stayed as they were.',
    perceptionAsked: 'before_and_after' as const,
    perception:
      'At the stops people were asked in November 2024 and in November 2025, women and men apart; those who came, not a sample. More women said that they feel safe there after dark; of the young nothing can be said, who are also those sent on more often.',
    sideEffects: [
      'Young people: sent on more often at the new stop; the wardens talked it over with them in June',
      'Traders: less trade in second-hand phones',
    ],
    objectiveMet: 'yes' as const,
  },
  explanations: {
    trend: 'ruled_out' as const,
    trend_note:
      'The year before there were 201 and then 207: it was not falling. The comparison rose from 308 to 318.',
    season: 'ruled_out' as const,
    season_note: 'Whole years are compared.',
    regression_to_mean: 'ruled_out' as const,
    regression_to_mean_note: '201 in 2023 and 207 in 2024: the year before was an ordinary one.',
    recording_change: 'ruled_out' as const,
    recording_change_note:
      'The form and the station stayed the same, and the comparison is recorded by the same people.',
    other_initiative: 'possible' as const,
    other_initiative_note:
      'A telephone company replaced lost cards for nothing from August on; it did so everywhere.',
    weather: 'ruled_out' as const,
    weather_note: 'Both years and both roads had the same weather.',
    displacement_out_of_view: 'possible' as const,
    displacement_out_of_view_note: 'The other side of the river was not looked at.',
  },
  decision: {
    decision: 'continue' as const,
    closureReason: null,
    decidedAt: 'Committee of Northgate, winter meeting',
    decidedOn: '2026-01-15',
    reason: 'It worked, it is cheap to keep, and two explanations stay open until the next look.',
    maintenanceOwner: 'City lighting and the market office',
    reviewOn: '2026-07-15',
    worked: 'Light, and a stop that is in view of the shops. Nobody had to be sent away.',
    didNot: 'Weekly checks at the market were more than the wardens could do.',
    wouldDoDifferently: 'Ask young people before a stop is moved, not after.',
    transferableWhen: [
      'The stop can be seen from shops that are open in the evening',
      'The lamps have an owner',
    ],
  },
};
