import type { Random } from '../../analysis/random.ts';
import { UTC_OFFSET_MINUTES } from './district.ts';

/** The three years of the demo incidents, by the clock of the district. */
export const FIRST_YEAR = 2023;
export const LAST_YEAR = 2025;
export const DAYS = 1096;

const MINUTE = 60;
const DAY = 86_400;

/** The instant a year begins in the district, in seconds since 1970 UTC. */
export function yearStart(year: number): number {
  return Date.UTC(year, 0, 1) / 1000 - UTC_OFFSET_MINUTES * MINUTE;
}

export const PERIOD_START = yearStart(FIRST_YEAR);
export const PERIOD_END = yearStart(LAST_YEAR + 1);

/** Month of the period, January of the first year being 0, for each of its days. */
const MONTH_OF_DAY = Array.from({ length: DAYS }, (_, day) => {
  const date = new Date(Date.UTC(FIRST_YEAR, 0, 1 + day));
  return (date.getUTCFullYear() - FIRST_YEAR) * 12 + date.getUTCMonth();
});
/** Monday is 0. */
const FIRST_WEEKDAY = (new Date(Date.UTC(FIRST_YEAR, 0, 1)).getUTCDay() + 6) % 7;

/** How likely each hour of the week is; Monday 0 h first. */
export type WeekRhythm = readonly number[];

/** Between the given hours the weight runs straight; `days` multiply it, Monday first. */
function week(
  points: readonly (readonly [hour: number, weight: number])[],
  days: readonly number[],
): WeekRhythm {
  const hours = Array.from({ length: 24 }, (_, hour) => weightAt(points, hour));
  return days.flatMap((day) => hours.map((weight) => weight * day));
}

function weightAt(points: readonly (readonly [number, number])[], hour: number): number {
  const after = points.findIndex(([at]) => at >= hour);
  const [h1, w1] = points[after];
  if (after === 0 || h1 === hour) return w1;
  const [h0, w0] = points[after - 1];
  return w0 + ((w1 - w0) * (hour - h0)) / (h1 - h0);
}

/** Friday and Saturday evening to the early morning after, made heavier. */
function withWeekendNights(rhythm: WeekRhythm, times: number): WeekRhythm {
  return rhythm.map((weight, slot) => {
    const day = Math.floor(slot / 24);
    const hour = slot % 24;
    const evening = (day === 4 || day === 5) && hour >= 20;
    const morningAfter = (day === 5 || day === 6) && hour < 4;
    return evening || morningAfter ? weight * times : weight;
  });
}

const EVEN = [1, 1, 1, 1, 1, 1, 1] as const;
export const rhythms = {
  shops: week(
    [
      [0, 0.05],
      [7, 0.1],
      [9, 0.7],
      [12, 1.2],
      [16, 1.5],
      [19, 0.8],
      [22, 0.15],
      [23, 0.05],
    ],
    [0.9, 0.9, 0.95, 1, 1.2, 1.4, 0.6],
  ),
  commute: week(
    [
      [0, 0.1],
      [5, 0.1],
      [7, 1.1],
      [8, 1.4],
      [10, 0.5],
      [14, 0.6],
      [17, 1.8],
      [19, 1.1],
      [22, 0.4],
      [23, 0.2],
    ],
    [1.1, 1.1, 1.1, 1.1, 1.2, 0.7, 0.5],
  ),
  workday: week(
    [
      [0, 0.3],
      [5, 0.25],
      [8, 0.8],
      [11, 1.3],
      [15, 1.2],
      [18, 0.9],
      [23, 0.4],
    ],
    [1.1, 1.1, 1.1, 1.1, 1.1, 0.8, 0.7],
  ),
  evening: withWeekendNights(
    week(
      [
        [0, 0.8],
        [3, 0.3],
        [7, 0.15],
        [12, 0.5],
        [17, 1],
        [21, 1.5],
        [23, 1.2],
      ],
      EVEN,
    ),
    1.6,
  ),
  night: withWeekendNights(
    week(
      [
        [0, 1.6],
        [2, 1.7],
        [4, 0.7],
        [7, 0.1],
        [15, 0.25],
        [20, 0.9],
        [23, 1.5],
      ],
      [0.7, 0.7, 0.8, 0.9, 1, 1.1, 1],
    ),
    2.4,
  ),
} satisfies Record<string, WeekRhythm>;

/** How many times as likely a month of the period is, January of the first year being 0. */
export type Trend = (month: number) => number;
export const steady: Trend = () => 1;

/** Seconds since 1970 UTC, to the minute, following rhythm, season and trend. `trend` is at most 1. */
export function drawTime(
  random: Random,
  rhythm: WeekRhythm,
  season: readonly number[],
  trend: Trend,
): number {
  const top = Math.max(...rhythm) * Math.max(...season);
  for (;;) {
    const day = random.integer(DAYS);
    const hour = random.integer(24);
    const month = MONTH_OF_DAY[day];
    const weight = rhythm[((day + FIRST_WEEKDAY) % 7) * 24 + hour] * season[month % 12] * trend(month);
    if (random.next() * top < weight)
      return PERIOD_START + day * DAY + hour * 3600 + random.integer(60) * MINUTE;
  }
}
