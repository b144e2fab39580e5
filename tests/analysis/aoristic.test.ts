import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AoristicClock,
  aoristicClock,
  aoristicWeights,
  type ZoneTable,
} from '../../analysis/aoristic.ts';
import {
  DURATION_LONGEST,
  DURATION_UNKNOWN,
  FLAG_DATE_ONLY,
  MISSING,
} from '../../analysis/incident-columns.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const utc: ZoneTable = { transitions: [], offsets: [0] };
const minuteOf = (text: string) => Date.parse(`${text}:00Z`) / 60_000;

/** Clock of a place by the calendar of the platform, minute by minute. */
function localHour(timezone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  return (minute) => {
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(minute * 60_000)) part[type] = value;
    return DAYS.indexOf(part.weekday) * 24 + Number(part.hour);
  };
}

const london: ZoneTable = {
  transitions: [minuteOf('2024-03-31T01:00'), minuteOf('2024-10-27T01:00')],
  offsets: [0, 60, 0],
};
const newYork: ZoneTable = {
  transitions: [minuteOf('2024-03-10T07:00'), minuteOf('2024-11-03T06:00')],
  offsets: [-300, -240, -300],
};
const kathmandu: ZoneTable = { transitions: [], offsets: [345] };

/** Hours that got a weight, by name. */
function named({ clock }: AoristicClock): Record<string, number> {
  const hours: Record<string, number> = {};
  clock.forEach((weight, i) => {
    if (weight !== 0) hours[`${DAYS[Math.floor(i / 24)]} ${i % 24}h`] = Number(weight.toFixed(6));
  });
  return hours;
}
const weights = (from: string, to: string | null, zone = utc) =>
  aoristicWeights(minuteOf(from), to === null ? null : minuteOf(to), zone);

// 2024-01-01 was a Monday.
describe('aoristicWeights', () => {
  it('B11.1: 10:55 to 11:55', () => {
    expect(named(weights('2024-01-01T10:55', '2024-01-01T11:55'))).toEqual({
      'Mon 10h': 0.083333,
      'Mon 11h': 0.916667,
    });
  });

  it('B11.2: 01:50 to 02:10', () => {
    expect(named(weights('2024-01-01T01:50', '2024-01-01T02:10'))).toEqual({ 'Mon 1h': 0.5, 'Mon 2h': 0.5 });
  });

  it('B11.3: 01:00 to 02:30', () => {
    expect(named(weights('2024-01-01T01:00', '2024-01-01T02:30'))).toEqual({
      'Mon 1h': 0.666667,
      'Mon 2h': 0.333333,
    });
  });

  it('B11.4: Monday 23:30 to Tuesday 01:15', () => {
    expect(named(weights('2024-01-01T23:30', '2024-01-02T01:15'))).toEqual({
      'Mon 23h': 0.285714,
      'Tue 0h': 0.571429,
      'Tue 1h': 0.142857,
    });
  });

  it('B11.5: Monday 22:00 to Tuesday 06:00 is eight hours of 0.125', () => {
    const hours = named(weights('2024-01-01T22:00', '2024-01-02T06:00'));
    expect(Object.keys(hours).length).toBe(8);
    expect(Object.values(hours).every((weight) => weight === 0.125)).toBe(true);
    expect(hours['Tue 5h']).toBe(0.125);
  });

  it('B11.6: 25 hours from Monday 10:00 is 25 hours of 0.04', () => {
    const hours = named(weights('2024-01-01T10:00', '2024-01-02T11:00'));
    expect(Object.keys(hours).length).toBe(25);
    expect(Object.values(hours).every((weight) => weight === 0.04)).toBe(true);
    expect(hours['Tue 10h']).toBe(0.04);
  });

  it('B11.7: ten days are unknown, not 168 hours of 1/168', () => {
    const clock = weights('2024-01-01T10:00', '2024-01-11T10:00');
    expect(named(clock)).toEqual({});
    expect(clock.unknown).toBe(1);
    expect(weights('2024-01-01T10:00', '2024-01-08T10:00').unknown).toBe(1);
    const almost = weights('2024-01-01T10:00', '2024-01-08T09:59');
    expect(almost.unknown).toBe(0);
    expect(Object.keys(named(almost)).length).toBe(168);
  });

  it('puts no end and an end before the start to the hour of the start, and says so', () => {
    expect(weights('2024-01-01T10:59', null)).toMatchObject({ noEnd: 1, reversed: 0, n: 1 });
    expect(named(weights('2024-01-01T10:59', null))).toEqual({ 'Mon 10h': 1 });
    expect(weights('2024-01-01T10:59', '2024-01-01T09:00')).toMatchObject({ reversed: 1, noEnd: 0 });
    expect(named(weights('2024-01-01T10:59', '2024-01-01T09:00'))).toEqual({ 'Mon 10h': 1 });
  });

  it('keeps a span of 0 or 1 minutes in its hour', () => {
    expect(named(weights('2024-01-01T10:59', '2024-01-01T10:59'))).toEqual({ 'Mon 10h': 1 });
    expect(named(weights('2024-01-01T10:59', '2024-01-01T11:00'))).toEqual({ 'Mon 10h': 1 });
  });

  it('follows the clock of the place when it goes back: two hours fall on one', () => {
    expect(named(weights('2024-10-27T00:00', '2024-10-27T03:00', london))).toEqual({
      'Sun 1h': 0.666667,
      'Sun 2h': 0.333333,
    });
  });

  it('follows the clock of the place when it goes forward: no hour that never was', () => {
    expect(named(weights('2024-03-10T06:00', '2024-03-10T09:00', newYork))).toEqual({
      'Sun 1h': 0.333333,
      'Sun 3h': 0.333333,
      'Sun 4h': 0.333333,
    });
  });

  it.each<[string, ZoneTable]>([
    ['Europe/London', london],
    ['America/New_York', newYork],
    ['Asia/Kathmandu', kathmandu],
  ])('agrees with the calendar minute by minute in %s', (timezone, zone) => {
    const hourOf = localHour(timezone);
    const changes = [...Array.from(zone.transitions), minuteOf('2024-06-15T12:00')];
    const start = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -1500, max: 200 }));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 2500 }), ([change, before], span) => {
        const clock = new Float64Array(168);
        for (let m = 0; m < span; m++) clock[hourOf(change + before + m)] += 1 / span;
        const result = aoristicWeights(change + before, change + before + span, zone);
        clock.forEach((weight, i) => {
          expect(result.clock[i]).toBeCloseTo(weight, 9);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('refuses times that are no minutes', () => {
    expect(() => aoristicWeights(0.5, 3, utc)).toThrow(/0.5/);
    expect(() => aoristicWeights(1e12, null, utc)).toThrow(RangeError);
  });
});

describe('aoristicClock', () => {
  const columns = fc.array(
    fc.tuple(fc.integer({ min: -5_000_000, max: 40_000_000 }), fc.integer({ min: 0, max: 15_000 })),
    { minLength: 1, maxLength: 60 },
  );

  it('B28: the weights and the unknown add up to the incidents', () => {
    fc.assert(
      fc.property(columns, (incidents) => {
        const result = aoristicClock(
          {
            from: Int32Array.from(incidents, ([from]) => from),
            duration: Uint16Array.from(incidents, ([, span]) => span),
          },
          london,
        );
        const sum = result.clock.reduce((a, b) => a + b) + result.unknown;
        expect(sum).toBeCloseTo(incidents.length, 9);
        expect(result.unknown).toBe(incidents.filter(([, span]) => span >= 10_080).length);
      }),
    );
  });

  it('is the sum over single incidents and over chosen rows', () => {
    fc.assert(
      fc.property(columns, (incidents) => {
        const rows = Uint32Array.from(incidents.keys()).filter((i) => i % 3 !== 1);
        const result = aoristicClock(
          {
            from: Int32Array.from(incidents, ([from]) => from),
            duration: Int32Array.from(incidents, ([, span]) => span),
            rows,
          },
          newYork,
        );
        const sum = new Float64Array(168);
        for (const row of rows) {
          const [from, span] = incidents[row];
          aoristicWeights(from, from + span, newYork).clock.forEach((weight, i) => {
            sum[i] += weight;
          });
        }
        sum.forEach((weight, i) => {
          expect(result.clock[i]).toBeCloseTo(weight, 9);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('counts missing times, and dates without an hour as unknown', () => {
    const result = aoristicClock(
      {
        from: Int32Array.of(MISSING, 0, 0, 0),
        duration: Uint16Array.of(0, DURATION_UNKNOWN, 1440, DURATION_UNKNOWN),
        flags: Uint8Array.of(0, FLAG_DATE_ONLY, FLAG_DATE_ONLY, 0),
      },
      utc,
    );
    expect(result).toMatchObject({ n: 3, missing: 1, unknown: 1, noEnd: 1 });
    expect(result.clock[3 * 24 + 5]).toBeCloseTo(1 / 24, 12);
    expect(result.clock[3 * 24]).toBeCloseTo(1 + 1 / 24, 12);
  });

  it('knows no hour of a span that is too long for the column, unlike one without an end', () => {
    const result = aoristicClock(
      { from: new Int32Array(2), duration: Uint16Array.of(DURATION_LONGEST, DURATION_UNKNOWN) },
      utc,
    );
    expect(result).toMatchObject({ n: 2, unknown: 1, noEnd: 1 });
  });

  it('warns when it stands on few, on unknown hours or on starts alone', () => {
    const many = (span: number) =>
      aoristicClock({ from: new Int32Array(50), duration: new Uint16Array(50).fill(span) }, utc).warnings;
    expect(many(60)).toEqual([]);
    expect(many(20_000)).toEqual([{ code: 'mostly_unknown', value: 1 }]);
    expect(many(DURATION_UNKNOWN)).toEqual([{ code: 'mostly_no_end', value: 1 }]);
    const none = aoristicClock({ from: new Int32Array(0), duration: new Uint16Array(0) }, utc);
    expect(none.warnings).toEqual([{ code: 'few_incidents', value: 0 }]);
  });

  it('refuses broken tables and columns', () => {
    const input = { from: new Int32Array(2), duration: new Uint16Array(2) };
    expect(() => aoristicClock(input, { transitions: [5], offsets: [0] })).toThrow(/2 offsets/);
    expect(() => aoristicClock(input, { transitions: [5, 5], offsets: [0, 1, 0] })).toThrow(/rise/);
    expect(() => aoristicClock({ ...input, duration: new Uint16Array(1) }, utc)).toThrow(/2 and 1/);
    expect(() => aoristicClock({ ...input, flags: new Uint8Array(1) }, utc)).toThrow(/2 and 1/);
  });

  it('can be ended by what progress throws', () => {
    const stop = () => {
      throw new Error('stop');
    };
    expect(() => aoristicClock({ from: new Int32Array(1), duration: new Uint16Array(1) }, utc, stop)).toThrow(
      'stop',
    );
  });
});
