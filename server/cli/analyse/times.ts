/** When incidents happened. */

import type { Period } from '../../../analysis/period-counts.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import { TIME_ORDERS } from '../../imports/contract.ts';
import { isoOf, type LocalTime } from '../../jobs/local-time.ts';
import { type Column, clockOf, isNumeric, minutesOf, type TimeForm } from './column.ts';
import { choice, column, type Option } from './option.ts';
import { RefusedInput, WrongUsage } from './refusals.ts';

const USUAL = ['time', 'date', 'datetime', 'occurred', 'occurred_from'];

const timezone: Option<string> = {
  type: 'text',
  about: 'zone of times that carry no offset of their own',
  unit: null,
  allowed: 'the name of a time zone, as in Africa/Nairobi',
  required: false,
  standard: 'UTC',
  read: (text) => (isTimeZone(text) ? text : undefined),
};

export const TIME_FORM = {
  'time-order': choice(TIME_ORDERS, {
    about: 'order of day and month in dates such as 01/02/2016; iso is year first',
    standard: 'iso',
  }),
  timezone,
};

export const TIME = {
  time: column('column of the time: ISO dates or times, or numbers of days', { usual: USUAL }),
  ...TIME_FORM,
};

export function timeForm(values: {
  readonly 'time-order': TimeForm['order'];
  readonly timezone: string;
}): TimeForm {
  return { order: values['time-order'], timezone: values.timezone };
}

const MINUTES_A_DAY = 1440;

/** When the incidents of a table happened. */
export interface Timed {
  readonly minutes: Int32Array;
  readonly local: LocalTime;
  /** First day of the incidents on the calendar of the place, and the day after the last. */
  readonly firstDay: number;
  readonly endDay: number;
  /** A minute as the column writes times: a number of days, or UTC. */
  written(minute: number): number | string;
}

export function timed(column: Column, form: TimeForm): Timed {
  const minutes = minutesOf(column, form);
  const numeric = isNumeric(column, form);
  const local = clockOf(minutes, numeric ? 'UTC' : form.timezone);
  const days = Float64Array.from(minutes, local.dayOf);
  return {
    minutes,
    local,
    firstDay: days.reduce((least, day) => Math.min(least, day), Infinity),
    endDay: days.reduce((most, day) => Math.max(most, day), -Infinity) + 1,
    written: (minute) => (numeric ? minute / MINUTES_A_DAY : isoOf(minute)),
  };
}

/** Start and end of a period given as an option, written as in the column. */
export function periodOf(option: string, text: string, column: Column, form: TimeForm): Period {
  const numeric = isNumeric(column, form);
  const cells = text.split(',').map((part) => part.trim());
  const given = { option, cells, lines: new Uint32Array(cells.length) };
  const minutes = () => {
    if (cells.length !== 2 || cells.includes('') || isNumeric(given, form) !== numeric) return null;
    try {
      return minutesOf(given, form);
    } catch (error) {
      // Said below, with what is allowed.
      if (error instanceof RefusedInput) return null;
      throw error;
    }
  };
  const [start, end] = minutes() ?? [0, 0];
  if (end > start) return { start, end };
  throw new WrongUsage(
    `--${option} must be the start of the period and its end, which is not part of it, as in ${
      numeric ? '0,28' : '2016-01-01,2016-02-01'
    }.`,
  );
}
