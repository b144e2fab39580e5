import { steady, type Trend } from './clock.ts';
import type { Plan } from './district.ts';

/** Rising in a straight line from a tenth of its height in the first month to all of it in the last. */
const emerging: Trend = (month) => 0.1 + (0.9 * month) / 35;
const fading: Trend = (month) => emerging(35 - month);

export interface PlantedHotspot {
  name: string;
  course: 'stable' | 'emerging' | 'fading';
  trend: Trend;
  centre: Plan;
  /** Standard deviation around the centre, in metres, before incidents are laid on the nearest streets. */
  spread: number;
  incidents: number;
  /** Category codes and their weights within the hotspot. */
  mix: Readonly<Record<string, number>>;
}

export const hotspots: readonly PlantedHotspot[] = [
  {
    name: 'Market Street shops',
    course: 'stable',
    trend: steady,
    centre: [700, -1500],
    spread: 190,
    incidents: 2600,
    mix: { shoplifting: 6, theft: 3, 'theft-from-person': 2, 'anti-social-behaviour': 1 },
  },
  {
    name: 'Harbour Street bars',
    course: 'stable',
    trend: steady,
    centre: [-2900, -1250],
    spread: 160,
    incidents: 2100,
    mix: { assault: 5, 'public-order': 4, damage: 1, robbery: 1 },
  },
  {
    name: 'Station forecourt',
    course: 'stable',
    trend: steady,
    centre: [1100, 640],
    spread: 140,
    incidents: 1700,
    mix: { 'bicycle-theft': 4, drugs: 2, theft: 2, 'anti-social-behaviour': 2 },
  },
  {
    name: 'Eastbrook orchard estate',
    course: 'emerging',
    trend: emerging,
    centre: [2560, 1180],
    spread: 230,
    incidents: 850,
    mix: { burglary: 7, damage: 1 },
  },
  {
    name: 'Riverside quay car parks',
    course: 'emerging',
    trend: emerging,
    centre: [-1350, -1130],
    spread: 170,
    incidents: 1200,
    mix: { 'theft-from-vehicle': 8, 'vehicle-theft': 2 },
  },
  {
    name: 'Westfield estate',
    course: 'fading',
    trend: fading,
    centre: [-2450, 1750],
    spread: 200,
    incidents: 1100,
    mix: { damage: 5, 'anti-social-behaviour': 4, drugs: 1 },
  },
  {
    name: 'Southlea underpass',
    course: 'fading',
    trend: fading,
    centre: [2900, -2100],
    spread: 130,
    incidents: 650,
    mix: { robbery: 5, 'theft-from-person': 2, 'public-order': 1 },
  },
];
