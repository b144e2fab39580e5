import { yearStart } from './clock.ts';
import type { LonLat, Polygon } from './district.ts';
import { onMap, rectangleBorder } from './district.ts';
import { evaluationBorders, THEFT } from './north-road.ts';
import { northRoadItems, northRoadParts } from './north-road-case.ts';

export interface DemoProblem {
  title: string;
  statement: string;
  geometry: Polygon;
  /** Links incidents of these categories within the geometry and the period; seconds since 1970 UTC. */
  rule: { categories: string[]; from: number; to: number };
  openedAt: string;
  moves: { stage: 'analysis' | 'response'; at: string; reason: string }[];
  notes: { at: string; text: string }[];
  /** What is written on the pages of its stages, at its last move. */
  parts: Readonly<Record<string, object>>;
  items: readonly { kind: string; body: object }[];
}

export interface DemoAnnotation {
  at: string;
  text: string;
  geometry: { type: 'Point'; coordinates: LonLat } | { type: 'LineString'; coordinates: LonLat[] } | Polygon;
}

export const demoProblems: readonly DemoProblem[] = [
  {
    title: 'Thefts at the bus stops along North Road',
    statement:
      'At the five bus stops of North Road between Gate Road and Ring Road, bags and phones are taken from people who wait, mostly on ' +
      'working days from 7 to 9 and from 16 to 19. People on their way to work, women and schoolchildren first, are harmed; ' +
      'the stops lie in the dark and out of sight of the shops.',
    geometry: evaluationBorders.treated,
    rule: { categories: [THEFT], from: yearStart(2024), to: yearStart(2025) },
    openedAt: '2024-09-16T10:00:00.000Z',
    moves: [
      {
        stage: 'analysis',
        at: '2024-10-14T10:00:00.000Z',
        reason:
          'Put first by the committee: 42 concerns name these stops, and records show four thefts a week.',
      },
      {
        stage: 'response',
        at: '2024-12-09T10:00:00.000Z',
        reason:
          'Two sources agree on where and when. Lighting, the place of the stop and trade in unmarked phones can be changed.',
      },
    ],
    notes: [
      {
        at: '2024-10-28T15:00:00.000Z',
        text: 'Walked the road at 18:00 with three residents: four of nine lamps near the stops are out.',
      },
      {
        at: '2024-12-09T10:30:00.000Z',
        text: 'Compared with: the stops of Station Road, of the same length and bus lines. Watched for theft moving: the streets around both.',
      },
    ],
    parts: northRoadParts,
    items: northRoadItems,
  },
  {
    title: 'Burglaries on the orchard estate in Eastbrook',
    statement:
      'On the estate east of Station Quarter homes are broken into on working days while people are out, more often every quarter, and ' +
      'often again close by within two weeks. Families in terraced houses with open back lanes are harmed.',
    geometry: rectangleBorder({ west: 2200, south: 750, east: 2850, north: 1650 }),
    rule: { categories: ['burglary'], from: yearStart(2025), to: yearStart(2026) },
    openedAt: '2025-11-10T09:00:00.000Z',
    moves: [],
    notes: [
      { at: '2025-11-10T09:20:00.000Z', text: 'Ask the housing office which back-lane gates can be locked.' },
    ],
    parts: {},
    items: [],
  },
];

export const demoAnnotations: readonly DemoAnnotation[] = [
  {
    at: '2024-10-28T15:10:00.000Z',
    text: 'Lamps out on this stretch',
    geometry: {
      type: 'LineString',
      coordinates: [2050, 2150, 2250].map((north) => onMap([-600, north])),
    },
  },
  {
    at: '2025-03-04T11:00:00.000Z',
    text: 'Footbridge closed until spring',
    geometry: { type: 'Point', coordinates: onMap([-1350, -1000]) },
  },
  {
    at: '2025-06-20T16:00:00.000Z',
    text: 'Evening market here on Fridays from May to September',
    geometry: rectangleBorder({ west: 480, south: -1640, east: 900, north: -1360 }),
  },
];
