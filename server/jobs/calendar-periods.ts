/** Days are counted since 1970 on the calendar of the place. */

export type Step = 'day' | 'week' | 'month' | 'quarter';

/** Steps after which the seasons come again: weekdays, weeks of 52, months, quarters. */
export const CYCLES: Readonly<Record<Step, number>> = { day: 7, week: 52, month: 12, quarter: 4 };

const DAY = 86_400_000;
/** 1970 began on a Thursday; weeks begin on Monday. */
const FIRST_MONDAY = 4;

/** First days of the whole periods within the days, and the day after the last; empty when none is whole. */
export function wholePeriods(step: Step, firstDay: number, endDay: number): number[] {
  const edges: number[] = [];
  for (let edge = firstEdge(step, firstDay); edge <= endDay; edge = nextEdge(step, edge)) edges.push(edge);
  return edges.length < 2 ? [] : edges;
}

/** The first day of the place that is the first of a period. */
function firstEdge(step: Step, day: number): number {
  const { year, month, date } = dateOf(day);
  if (step === 'day') return day;
  if (step === 'week') return day + ((((FIRST_MONDAY - day) % 7) + 7) % 7);
  const months = step === 'month' ? 1 : 3;
  const start = dayOf(year, month - (month % months));
  return start === day && date === 1 ? day : dayOf(year, month - (month % months) + months);
}

function nextEdge(step: Step, edge: number): number {
  if (step === 'day') return edge + 1;
  if (step === 'week') return edge + 7;
  const { year, month } = dateOf(edge);
  return dayOf(year, month + (step === 'month' ? 1 : 3));
}

/** Month from 0. */
export function dateOf(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

const dayOf = (year: number, month: number): number => Date.UTC(year, month) / DAY;

/** 2024-02-29. */
export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
