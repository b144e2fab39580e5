import { rhythms, type WeekRhythm } from './clock.ts';

/** How incidents of one category behave in the demo area. Codes are those of the built-in category scheme. */
export interface Kind {
  code: string;
  /** Share of the incidents that belong to no hotspot. */
  share: number;
  rhythm: WeekRhythm;
  /** January to December. */
  season: readonly number[];
  /** How much likelier on an arterial road than on a side street. */
  arterial: number;
  /** How the time is known: one moment, between leaving and coming home, or between parking and finding. */
  known: 'moment' | 'absence' | 'parked';
}

const FLAT = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const SUMMER = [0.75, 0.75, 0.85, 0.95, 1.1, 1.25, 1.3, 1.25, 1.1, 0.95, 0.8, 0.75];
const WINTER = [1.25, 1.2, 1.05, 0.9, 0.8, 0.75, 0.75, 0.8, 0.95, 1.1, 1.25, 1.3];

export const kinds: readonly Kind[] = [
  { code: 'theft', share: 13, rhythm: rhythms.workday, season: FLAT, arterial: 2, known: 'moment' },
  { code: 'shoplifting', share: 7, rhythm: rhythms.shops, season: FLAT, arterial: 9, known: 'moment' },
  {
    code: 'theft-from-person',
    share: 3,
    rhythm: rhythms.commute,
    season: FLAT,
    arterial: 5,
    known: 'moment',
  },
  { code: 'bicycle-theft', share: 4, rhythm: rhythms.workday, season: SUMMER, arterial: 2, known: 'parked' },
  { code: 'burglary', share: 8, rhythm: rhythms.workday, season: WINTER, arterial: 0.6, known: 'absence' },
  { code: 'robbery', share: 3, rhythm: rhythms.evening, season: WINTER, arterial: 3, known: 'moment' },
  {
    code: 'theft-from-vehicle',
    share: 9,
    rhythm: rhythms.night,
    season: WINTER,
    arterial: 0.7,
    known: 'parked',
  },
  { code: 'vehicle-theft', share: 4, rhythm: rhythms.night, season: FLAT, arterial: 0.8, known: 'parked' },
  {
    code: 'damage',
    share: 10,
    rhythm: rhythms.evening,
    season: SUMMER,
    arterial: 1,
    known: 'moment',
  },
  { code: 'assault', share: 11, rhythm: rhythms.night, season: SUMMER, arterial: 2.5, known: 'moment' },
  { code: 'public-order', share: 6, rhythm: rhythms.night, season: SUMMER, arterial: 3, known: 'moment' },
  {
    code: 'anti-social-behaviour',
    share: 10,
    rhythm: rhythms.evening,
    season: SUMMER,
    arterial: 1.5,
    known: 'moment',
  },
  { code: 'noise', share: 5, rhythm: rhythms.night, season: SUMMER, arterial: 1, known: 'moment' },
  { code: 'drugs', share: 5, rhythm: rhythms.evening, season: FLAT, arterial: 1.5, known: 'moment' },
  {
    code: 'weapons',
    share: 1,
    rhythm: rhythms.night,
    season: FLAT,
    arterial: 2,
    known: 'moment',
  },
  { code: 'other', share: 2, rhythm: rhythms.workday, season: FLAT, arterial: 1, known: 'moment' },
];

/** @throws RangeError for a code that is not in the list. */
export function kindOfCode(code: string): Kind {
  const kind = kinds.find((one) => one.code === code);
  if (!kind) throw new RangeError(`no demo category ${code}`);
  return kind;
}
