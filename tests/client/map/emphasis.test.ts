import { describe, expect, it } from 'vitest';
import { aoristicWeights } from '../../../analysis/aoristic.ts';
import {
  DEGREE,
  DURATION_UNKNOWN,
  FLAG_DATE_ONLY,
  FLAG_MONTH_ONLY,
  type IncidentColumns,
  MISSING,
} from '../../../analysis/incident-columns.ts';
import { fitOf } from '../../../client/map/emphasis.ts';
import { IncidentIndex } from '../../../client/map/incident-index.ts';

const minute = (text: string) => Date.parse(text) / 60_000;

interface Row {
  readonly from: number;
  readonly duration?: number;
  readonly flags?: number;
  readonly lon?: number;
}

function columnsOf(rows: readonly Row[]): IncidentColumns {
  return {
    length: rows.length,
    id: Uint32Array.from(rows.keys()),
    lon: Int32Array.from(rows, ({ lon = 10 }) => lon * DEGREE),
    lat: Int32Array.from(rows, () => 50 * DEGREE),
    from: Int32Array.from(rows, ({ from }) => from),
    duration: Uint16Array.from(rows, ({ duration = 0 }) => duration),
    category: Uint16Array.from(rows, () => 1),
    flags: Uint8Array.from(rows, ({ flags = 0 }) => flags),
  };
}

const saidOf = (row: Row, weekday: number | null, hour: number | null, timezone = 'UTC') =>
  fitOf({ kind: 'hours', hours: { weekday, hour }, timezone })(columnsOf([row]), 0);

describe('incidents of an hour of the week', () => {
  // 2024-05-01 was a Wednesday.
  const wednesday17 = minute('2024-05-01T17:20Z');

  it('are those whose whole span lies in it, and may be those whose span touches it', () => {
    expect(saidOf({ from: wednesday17 }, 3, 17)).toBe(2);
    expect(saidOf({ from: wednesday17, duration: 40 }, 3, 17)).toBe(2);
    expect(saidOf({ from: wednesday17, duration: 41 }, 3, 17)).toBe(1);
    expect(saidOf({ from: wednesday17 }, 3, 18)).toBe(0);
    expect(saidOf({ from: wednesday17 }, 4, 17)).toBe(0);
    expect(saidOf({ from: wednesday17 }, null, 17)).toBe(2);
    expect(saidOf({ from: wednesday17, duration: 300 }, 3, null)).toBe(2);
    expect(saidOf({ from: wednesday17, duration: 24 * 60 }, 3, null)).toBe(1);
  });

  it('are told by the clocks of the place', () => {
    expect(saidOf({ from: wednesday17 }, 3, 13, 'America/New_York')).toBe(2);
    expect(saidOf({ from: minute('2024-05-02T01:00Z') }, 3, 21, 'America/New_York')).toBe(2);
  });

  it('leave out what knows no hour', () => {
    expect(saidOf({ from: wednesday17, flags: FLAG_DATE_ONLY }, null, 17)).toBe(0);
    expect(saidOf({ from: wednesday17, flags: FLAG_DATE_ONLY }, 3, null)).toBe(2);
    expect(saidOf({ from: wednesday17, flags: FLAG_MONTH_ONLY }, 3, null)).toBe(0);
    expect(saidOf({ from: MISSING }, null, 17)).toBe(0);
    expect(saidOf({ from: wednesday17, duration: 10_080 }, null, 17)).toBe(0);
    expect(saidOf({ from: wednesday17, duration: DURATION_UNKNOWN }, 3, 17)).toBe(2);
  });

  it('are exactly those to which the data clock gives a weight there, across changes of saving time', () => {
    let state = 7;
    const next = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    // Minutes around the night the clocks of Philadelphia went on, 2024-03-10; spans may not cross it here.
    const change = minute('2024-03-10T07:00Z');
    const zone = { transitions: [change], offsets: [-300, -240] };
    for (let i = 0; i < 300; i++) {
      const duration = next(1500);
      const from = i % 2 === 0 ? change + next(20_000) : change - 1500 - next(20_000);
      const { clock } = aoristicWeights(from, from + duration, zone);
      for (let at = 0; at < 168; at++) {
        const said = saidOf({ from, duration }, Math.floor(at / 24) + 1, at % 24, 'America/New_York');
        expect(said > 0).toBe(clock[at] > 0);
        expect(said === 2).toBe(clock[at] > 1 - 1e-9);
      }
    }
  });
});

describe('the index', () => {
  const rows = [
    { from: minute('2024-05-01T10:00Z'), lon: 10 },
    { from: minute('2024-05-08T10:00Z'), lon: 11 },
    { from: minute('2024-05-15T10:00Z'), lon: 10 },
  ];
  const index = new IncidentIndex();
  index.put(1, { ...columnsOf(rows), square: null });
  index.apply({}, null);
  const square = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [9.5, 49.5],
        [10.5, 49.5],
        [10.5, 50.5],
        [9.5, 50.5],
        [9.5, 49.5],
      ],
    ],
  };

  it('gives the incidents of a period, everywhere or in a cell; the end belongs to the next', () => {
    const period = { kind: 'period' as const, from: rows[0].from, to: rows[2].from };
    expect([...index.emphasised({ ...period, within: null }).positions]).toEqual([10, 50, 11, 50]);
    expect([...index.emphasised({ ...period, within: square }).positions]).toEqual([10, 50]);
  });

  it('stays under the filter', () => {
    index.apply({ from: rows[1].from }, null);
    const points = index.emphasised({ kind: 'hours', hours: { weekday: 3, hour: 10 }, timezone: 'UTC' });
    expect([...points.positions]).toEqual([11, 50, 10, 50]);
    expect([...points.sure]).toEqual([1, 1]);
    index.apply({}, null);
  });
});
