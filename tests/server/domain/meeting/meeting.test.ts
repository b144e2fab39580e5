import { describe, expect, it } from 'vitest';
import {
  attendance,
  attendanceFault,
  inUtc,
  isQuorate,
  MEETING_STATES,
  MEETING_STEPS,
  peoplePresent,
  requireWritable,
  route,
  TRANSITIONS,
  transitionOf,
} from '../../../../server/domain/meeting/meeting.ts';

describe('the states of a meeting', () => {
  it('are left by these steps and no others', () => {
    const ways = MEETING_STATES.flatMap((from) =>
      MEETING_STEPS.flatMap((step) => {
        const to = transitionOf(from, step)?.to;
        return to ? [`${from} ${step} ${to}`] : [];
      }),
    );
    expect(ways).toEqual([
      'planned start running',
      'planned close closed',
      'planned cancel cancelled',
      'running take_back planned',
      'running close closed',
      'running cancel cancelled',
    ]);
    expect(ways).toHaveLength(TRANSITIONS.length);
  });

  it('let nobody write once it is closed or cancelled', () => {
    for (const state of ['closed', 'cancelled'] as const)
      expect(() => requireWritable({ state }, 'agenda')).toThrow(/stays as it is/);
    expect(() => requireWritable({ state: 'running' }, 'attendance')).not.toThrow();
  });
});

describe('attendance', () => {
  const present = attendance.parse({
    police: { f: 1, m: 2, unsaid: 0 },
    members: { f: 4, m: 2, unsaid: 1 },
    public: { f: 9, m: 8, unsaid: 0, youth: 5, older: 6, disabled: null },
  });

  it('counts each person once, whatever else they are', () => {
    expect(peoplePresent(present)).toBe(3 + 7 + 17);
  });

  it('is enough or not by the members alone, and says nothing where nothing was agreed or counted', () => {
    expect([isQuorate(7, present), isQuorate(8, present)]).toEqual([true, false]);
    expect([isQuorate(null, present), isQuorate(7, null)]).toEqual([null, null]);
  });

  it('is wrong when a group of the public is larger than the public', () => {
    expect(attendanceFault(present)).toBeNull();
    expect(attendanceFault({ ...present, public: { ...present.public, older: 18 } })).toBe('older');
  });

  it('has no place for a name', () => {
    expect(attendance.safeParse({ police: { f: 1, m: 0, unsaid: 0, names: ['Sam'] } }).success).toBe(false);
  });
});

describe('a moment', () => {
  it('is kept in UTC, so that moments compare as text', () => {
    expect(inUtc('2025-03-10T18:00:00+02:00')).toBe('2025-03-10T16:00:00.000Z');
  });
});

describe('the way of a walkabout', () => {
  it('is kept to some ten metres: a place in the street, not a door', () => {
    const way = route.parse({
      line: {
        type: 'LineString',
        coordinates: [
          [1.123456789, 2.987654321],
          [1.2, 2.9],
        ],
      },
      stops: [{ position: [-75.16523411, 39.95264378], text: 'The lamp' }],
    });
    expect(way.line?.coordinates[0]).toEqual([1.1235, 2.9877]);
    expect(way.stops[0]?.position).toEqual([-75.1652, 39.9526]);
    // What was kept once stays as it is when it is kept again.
    expect(route.parse(way)).toEqual(way);
    expect(() => route.parse({ line: null, stops: [{ position: [181, 0], text: '' }] })).toThrow();
  });
});
