import { describe, expect, it } from 'vitest';
import { NO_PLACES } from '../../../server/jobs/task.ts';
import { startsOf } from '../../../server/jobs/time-series.ts';
import { sharedColumns } from './small-store.ts';

const DAY = 1440;
const START = Date.parse('2021-01-01T12:00:00Z') / 60_000;

/** A data set with an incident at noon of each day from the first to the last. */
function daily(first: number, last: number) {
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const columns = sharedColumns(days.map((): [number, number] => [10, 50]));
  columns.from.set(days.map((day) => START + day * DAY));
  columns.id.set(days.map((day) => day + 1));
  return columns;
}

function unevenOf(...datasets: ReturnType<typeof daily>[]): number | undefined {
  const task = {
    datasets,
    ids: new Uint32Array(0),
    against: null,
    regions: null,
    period: { from: null, to: null },
    places: NO_PLACES,
    shapes: [],
  };
  return startsOf(task, 'UTC', true).coverage?.uneven;
}

describe('data sets about a part of the time', () => {
  it('are counted where one begins while the other goes on', () => {
    expect(unevenOf(daily(0, 729), daily(365, 729))).toBe(1);
  });

  it('are counted where there is a hole between them', () => {
    expect(unevenOf(daily(0, 364), daily(400, 729))).toBe(2);
  });

  it('are none where a file of each year follows the one before, in whatever order they were loaded', () => {
    expect(unevenOf(daily(365, 729), daily(0, 364))).toBe(0);
    expect(unevenOf(daily(0, 364), daily(364, 729), daily(730, 1094))).toBe(0);
  });

  it('are counted where a third one overlaps the two that follow one another', () => {
    expect(unevenOf(daily(0, 364), daily(365, 729), daily(200, 500))).toBe(3);
  });
});
