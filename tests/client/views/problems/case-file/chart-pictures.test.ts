import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../../client/api/runs.ts';
import type { RunResult } from '../../../../../client/map/run-result.ts';
import { chartPicture } from '../../../../../client/views/problems/case-file/chart-pictures.ts';
import { intl } from './sources.ts';

/** A run and its result as far as a chart reads them. */
const drawn = (method: string, summary: object, data: object = {}) =>
  chartPicture(intl, { method, summary } as unknown as Run, { method, data } as unknown as RunResult);

const cell = (spaceFrom: number, spaceTo: number | null, timeFrom: number, ratio: number | null) => ({
  spaceFrom,
  spaceTo,
  timeFrom,
  timeTo: timeFrom === 0 ? 7 : null,
  observed: 3,
  ratio,
  notable: ratio !== null && ratio >= 1.2,
});

describe('charts of kept answers on paper', () => {
  it('write the table of Knox, and pairs alone where no ratio may be given', () => {
    const table = [cell(0, 1, 0, 3.4), cell(0, 1, 7, 0.8), cell(1, 100, 0, null), cell(1, 100, 7, 1.1)];
    const chart = drawn('near-repeat', { table, spaceBands: 2, timeBands: 2 });
    for (const text of ['3.40', '0.80', '(3)', '1.10', 'same place', '1 to under 100 m', '7 days and more'])
      expect(chart?.picture.markup).toContain(`>${text}<`);
    // Three times and more is darkest, and what could be chance stays white.
    expect(chart?.picture.markup.match(/rgb\(65,65,65\)/g)).toHaveLength(1);
    expect(chart?.picture.markup.match(/rgb\(255,255,255\)/g)).toHaveLength(3);
  });

  it('draw the share of the incidents on the places with most of them', () => {
    // Half of the places have none: the other half has all, evenly.
    const chart = drawn('concentration', { lorenz: { places: [0, 0.5, 1], incidents: [0, 0, 1] } });
    const even = drawn('concentration', { lorenz: { places: [0, 1], incidents: [0, 1] } });
    const line = (of: typeof chart) => /<path d="(M[^"]*)" fill="none"/.exec(of?.picture.markup ?? '')?.[1];
    const heights = (line(chart) ?? '').split('L').map((at) => Number(at.split(' ')[1]));
    expect(heights).toHaveLength(21);
    expect(new Set(heights.slice(10))).toEqual(new Set([heights[20]]));
    expect(line(chart)).not.toBe(line(even));
  });

  it('draw the sum of the watched days and mark its alarms', () => {
    const day = (start: number, sum: number | null, alarm = false) => ({
      start: start * 86_400_000,
      sum,
      alarm,
      watched: sum !== null,
    });
    const days = [day(0, null), day(1, 1), day(2, 4.5, true), day(3, 0)];
    const chart = drawn('bursts', { cusum: { limit: 4 } }, { days });
    expect(chart?.picture.markup.match(/<circle/g)).toHaveLength(3);
    expect(chart?.picture.markup.match(/r="4.5"/g)).toHaveLength(1);
    expect(chart?.picture.markup).toContain('>Jan 2, 1970<');
    expect(drawn('bursts', { cusum: null }, { days })).toBeNull();
  });

  it('are left out of other methods and where nothing was found', () => {
    expect(drawn('dbscan', {})).toBeNull();
    expect(drawn('near-repeat', { table: [], spaceBands: 0, timeBands: 0 })).toBeNull();
    expect(drawn('concentration', { lorenz: { places: [], incidents: [] } })).toBeNull();
  });
});
