/** What scanning found on the case of North Road. Figures of the year before are those of the published example. */
export const northRoadParts = {
  cheers: {
    groups: ['People on their way to work', 'Women who wait alone after dark', 'Schoolchildren'],
    community: 'Whoever waits at the five stops; most live in Market Quarter and Station Quarter.',
    harms: ['property_loss', 'fear', 'restriction_of_movement', 'undermines_police'],
    harm: 'Bags and phones are lost; some walk to the next stop or do not travel after dark.',
    expectation: 'Lamps that work, somebody in sight of the stops, and an answer to those who spoke.',
    evidence: ['call', 'meeting', 'survey'],
    events: ['Theft of a phone from the hand', 'Theft of a bag at the stop'],
    count: 207,
    months: 12,
    recurrence: 'chronic',
    similarity: ['behaviour', 'place', 'time'],
    alike: 'At the stop itself, when several buses come at once, in the dark or in the crowd.',
    no: [],
    instead: '',
  },
  elements: {
    place: 'at the five bus stops of North Road between Gate Road and Ring Road',
    behaviour: 'bags and phones are taken from people who wait',
    time: 'on working days from 7 to 9 and from 16 to 19',
    harmed: 'people on their way to work, women and schoolchildren first',
  },
  classification: {
    environment: 'transport',
    behaviour: 'predatory',
    concentrations: ['risky_facility', 'hot_spot'],
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    fromHour: 16,
    toHour: 19,
    season: 'More from October to March, when it is dark by five.',
  },
  leads: {
    policeRole: 'Neighbourhood officer, Market Quarter',
    policeName: '',
    communityRole: 'Chair of the committee',
    communityName: '',
    first: 'community',
  },
  priority: {
    votes: [
      { group: 'Women’s session', votes: 17 },
      { group: 'Youth session', votes: 11 },
      { group: 'Officers and complaint box', votes: 14 },
    ],
    recurrence: 'Four a week, every week of the year.',
    tractability: 4,
    resources: 3,
    rank: 1,
    reason: '42 concerns name these stops, and records show four thefts a week.',
    decidedOn: '2024-10-14',
    meeting: 'Committee of October 2024',
  },
  objective: {
    measure: 'Recorded thefts from persons at the five stops',
    direction: 'fall',
    scale: 'reduce_by_x',
    baselineFrom: '2024-01-01',
    baselineTo: '2024-12-31',
    baselineValue: 207,
    targetValue: 130,
    byDate: '2025-12-31',
    area: 'North Road between Gate Road and Ring Road',
    counterMeasures: [
      'Thefts in the streets around the stops',
      'Young people told to move on without a reason',
    ],
    smart: ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'],
  },
};

export const northRoadItems = [
  {
    kind: 'source',
    body: {
      kind: 'police_records',
      what: 'Thefts from persons recorded by the police',
      from: '2023-01-01',
      to: '2024-12-31',
      limits: 'Phones that were not insured are seldom reported.',
    },
  },
  {
    kind: 'source',
    body: {
      kind: 'concerns',
      what: '42 concerns: 17 from the women’s session, 11 from the youth session, 14 from officers and the box',
      from: '2024-03-01',
      to: '2024-09-30',
      limits: 'Who comes to a session is not who waits at six in the morning.',
    },
  },
  {
    kind: 'source',
    body: {
      kind: 'field_walk',
      what: 'Walk along the road at 18:00 with three residents',
      from: '2024-10-28',
      to: '2024-10-28',
      limits: 'One evening, and dry.',
    },
  },
];
