import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeOrder } from '../../../server/imports/contract.ts';
import {
  createTimeReader,
  daysSince1970,
  TIME_BAD,
  TIME_OK,
  TIME_OUT_OF_RANGE,
} from '../../../server/imports/read-time.ts';
import { createZoneTable } from '../../../server/imports/zone-table.ts';

function read(text: string, order: TimeOrder = 'iso', timezone = 'UTC', ofDay: string | null = null) {
  const reader = createTimeReader(order, createZoneTable(timezone), 2027);
  const status = reader.read(text, ofDay);
  if (status !== TIME_OK) return status;
  return new Date(reader.last.seconds * 1000).toISOString().replace('.000Z', 'Z');
}

describe('written times', () => {
  it.each<[string, TimeOrder, string]>([
    ['2024-03-05', 'iso', '2024-03-05T00:00:00Z'],
    ['2024-03-05 14:30', 'iso', '2024-03-05T14:30:00Z'],
    ['2024-03-05T14:30:59', 'iso', '2024-03-05T14:30:59Z'],
    ['2024-03-05T14:30:59.123Z', 'iso', '2024-03-05T14:30:59Z'],
    ['2024-01-01 00:00:00+00', 'iso', '2024-01-01T00:00:00Z'],
    ['2024-03-05T14:30:00+03:00', 'iso', '2024-03-05T11:30:00Z'],
    ['2024-03-05 14:30:00 -0500', 'iso', '2024-03-05T19:30:00Z'],
    ['2024/3/5 4:05', 'iso', '2024-03-05T04:05:00Z'],
    ['20240305', 'iso', '2024-03-05T00:00:00Z'],
    ['2024-04', 'iso', '2024-04-01T00:00:00Z'],
    ['05/03/2024 14:30', 'day-first', '2024-03-05T14:30:00Z'],
    ['05/03/2024 02:30 PM', 'month-first', '2024-05-03T14:30:00Z'],
    ['5/3/2024 12:05:00 AM', 'month-first', '2024-05-03T00:05:00Z'],
    ['5.3.24', 'day-first', '2024-03-05T00:00:00Z'],
    ['05/03/99', 'day-first', '1999-03-05T00:00:00Z'],
    ['12 Jan 2024', 'day-first', '2024-01-12T00:00:00Z'],
    ['January 12, 2024 3:15 pm', 'month-first', '2024-01-12T15:15:00Z'],
    ['12 août 2024', 'day-first', '2024-08-12T00:00:00Z'],
    ['12 de marzo de 2024', 'day-first', '2024-03-12T00:00:00Z'],
    ['1709649000', 'unix-seconds', '2024-03-05T14:30:00Z'],
    ['1709649000123', 'unix-milliseconds', '2024-03-05T14:30:00Z'],
    ['2024-02-29', 'iso', '2024-02-29T00:00:00Z'],
    ['2024-03-05 24:00', 'iso', '2024-03-06T00:00:00Z'],
  ])('%s (%s)', (text, order, expected) => {
    expect(read(text, order)).toBe(expected);
  });

  it('joins a date and a time of day from two columns', () => {
    expect(read('2023-12-31', 'iso', 'America/New_York', '19:00:00')).toBe('2024-01-01T00:00:00Z');
    expect(read('31/12/2023', 'day-first', 'UTC', '1905')).toBe('2023-12-31T19:05:00Z');
    expect(read('31/12/2023', 'day-first', 'UTC', '')).toBe('2023-12-31T00:00:00Z');
  });

  it.each<[string, TimeOrder]>([
    ['2023-02-29', 'iso'],
    ['2024-13-01', 'iso'],
    ['31/04/2024', 'day-first'],
    ['13/13/2024', 'day-first'],
    ['05/03/2024', 'iso'],
    ['2024-03-05 25:00', 'iso'],
    ['2024-03-05 12:61', 'iso'],
    ['yesterday', 'iso'],
    ['12', 'iso'],
    ['soon', 'unix-seconds'],
    ['a024-03-05', 'iso'],
  ])('%s (%s) cannot be read', (text, order) => {
    expect(read(text, order)).toBe(TIME_BAD);
  });

  it.each<[string, TimeOrder]>([
    ['20224-01-01', 'iso'],
    ['01/01/20224', 'day-first'],
    ['1899-12-31', 'iso'],
    ['2028-01-01', 'iso'],
    ['99999999999', 'unix-seconds'],
  ])('%s (%s) is out of range', (text, order) => {
    expect(read(text, order)).toBe(TIME_OUT_OF_RANGE);
  });

  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString();
          expect(read(text)).toBe(`${text.slice(0, 19)}Z`);
          const days = Math.floor(date.getTime() / 86_400_000);
          expect(daysSince1970(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(days);
        },
      ),
    );
  });
});

describe('local clocks', () => {
  const newYork = createZoneTable('America/New_York');
  const local = (text: string) => Date.parse(`${text}Z`) / 1000;
  const utc = (seconds: number) => new Date(seconds * 1000).toISOString();

  it('knows summer and winter', () => {
    expect(utc(newYork.toUtc(local('2024-01-15T12:00:00')))).toBe('2024-01-15T17:00:00.000Z');
    expect(utc(newYork.toUtc(local('2024-07-15T12:00:00')))).toBe('2024-07-15T16:00:00.000Z');
    expect(newYork.how()).toBe(0);
  });

  it('moves a time the clocks skipped', () => {
    expect(utc(newYork.toUtc(local('2024-03-10T02:30:00')))).toBe('2024-03-10T07:30:00.000Z');
    expect(newYork.how()).toBe(1);
    expect(utc(newYork.toUtc(local('2024-03-10T03:00:00')))).toBe('2024-03-10T07:00:00.000Z');
    expect(newYork.how()).toBe(0);
    expect(utc(newYork.toUtc(local('2024-03-10T01:59:59')))).toBe('2024-03-10T06:59:59.000Z');
    expect(newYork.how()).toBe(0);
  });

  it('takes the first of a time the clocks showed twice', () => {
    expect(utc(newYork.toUtc(local('2024-11-03T01:30:00')))).toBe('2024-11-03T05:30:00.000Z');
    expect(newYork.how()).toBe(2);
    expect(utc(newYork.toUtc(local('2024-11-03T02:00:00')))).toBe('2024-11-03T07:00:00.000Z');
    expect(newYork.how()).toBe(0);
    expect(utc(newYork.toUtc(local('2024-11-03T00:59:59')))).toBe('2024-11-03T04:59:59.000Z');
    expect(newYork.how()).toBe(0);
  });

  it.each([
    'Europe/London',
    'Africa/Casablanca',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Nairobi',
    'America/Sao_Paulo',
  ])('%s: what the platform shows for an instant comes back as that instant', (timezone) => {
    const zone = createZoneTable(timezone);
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(fc.integer({ min: -1_500_000_000, max: 1_800_000_000 }), (seconds) => {
        const shown = local(format.format(seconds * 1000).replace(' ', 'T'));
        const found = zone.toUtc(shown);
        // The second of two equal clock times cannot be told from the first.
        if (zone.how() !== 2) expect(found).toBe(seconds);
        else expect(format.format(found * 1000)).toBe(format.format(seconds * 1000));
      }),
      { numRuns: 300 },
    );
  });
});
