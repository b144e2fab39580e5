/** When incidents happened. */

import { isTimeZone } from '../../domain/time-zone.ts';
import { TIME_ORDERS } from '../../imports/contract.ts';
import type { TimeForm } from './column.ts';
import { choice, column, type Option } from './option.ts';

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
