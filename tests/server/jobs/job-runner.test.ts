import { type Table, tableFromIPC } from 'apache-arrow';
import { afterEach, describe, expect, it } from 'vitest';
import { cellOf, cellOutlines, type PlacedGrid } from '../../../analysis/grid.ts';
import type { IncidentColumns } from '../../../analysis/incident-columns.ts';
import { containsPosition, preparePolygon } from '../../../analysis/prepared-polygon.ts';
import { toPlane } from '../../../analysis/projection.ts';
import {
  type KernelDensitySummary,
  kernelDensitySummary,
} from '../../../server/jobs/contract/kernel-density.ts';
import { type LocalGiStarSummary, localGiStarSummary } from '../../../server/jobs/contract/local-gi-star.ts';
import { type RunRequestInput, runRequest } from '../../../server/jobs/contract.ts';
import { createJobRunner } from '../../../server/jobs/create-job-runner.ts';
import type { JobRunner } from '../../../server/jobs/job-runner.ts';
import type { Area } from '../../../server/store/ports.ts';
import { clock, sharedColumns, smallStore, townColumns, viewer } from './small-store.ts';

const open: JobRunner[] = [];
afterEach(async () => {
  for (const jobs of open.splice(0)) await jobs.close();
});

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ] as [number, number][][],
});
const area = (
  id: number,
  kind: Area['kind'],
  name: string,
  bounds: [number, number, number, number],
): Area => ({
  id,
  kind,
  name,
  bounds,
  geometry: square(...bounds),
  parentId: null,
  datasetId: null,
  sourceId: null,
  population: null,
  dwellings: null,
  timezone: null,
  version: 4,
});

function setUp(columns: IncidentColumns, areas: Area[] = []) {
  const small = smallStore(columns, areas);
  const events: string[] = [];
  const errors: unknown[] = [];
  const jobs = createJobRunner({
    store: small.store,
    clock,
    live: { publish: ({ object, id }) => events.push(`${object} ${id}`) },
    log: { info() {}, warn() {}, error: (fields) => errors.push(fields) },
  });
  open.push(jobs);
  const start = (request: RunRequestInput) => jobs.start(viewer, runRequest.parse(request));
  const finish = async (request: RunRequestInput) => {
    const { id } = await start(request);
    await jobs.settled(id);
    const run = small.runs.get(id);
    if (run === undefined || run.state !== 'done')
      throw new Error(`${run?.state}: ${run?.failure} ${errors}`);
    return { run, table: tableFromIPC(run.result ?? new Uint8Array()) };
  };
  return { ...small, jobs, events, errors, start, finish };
}

const column = (table: Table, name: string): (number | null)[] => {
  const vector = table.getChild(name);
  if (vector === null) throw new Error(`no column ${name}`);
  return Array.from({ length: vector.length }, (_, i) => vector.get(i));
};
const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
const gridOf = (table: Table): PlacedGrid => JSON.parse(table.schema.metadata.get('grid') ?? '');

describe('a run of local-gi-star', () => {
  it('finds the dense corner, counts it, draws it and names it', async () => {
    const areas = [
      area(1, 'district', 'North', [9.9, 49.9, 10.1, 50.1]),
      area(2, 'neighbourhood', 'Mill Lane', [10.02, 50.01, 10.04, 50.03]),
      area(3, 'country', 'Land', [9, 49, 11, 51]),
    ];
    const { finish } = setUp(townColumns(4000, 25), areas);
    const { run, table } = await finish({ method: 'local-gi-star' });
    const summary = localGiStarSummary.parse(run.summary);
    expect(summary.n).toBe(4000);
    expect(summary.unlocated).toBe(25);
    expect(summary.outside).toBe(0);
    expect(summary.warnings).toEqual([{ code: 'unlocated', value: 25 }]);
    expect(sum(column(table, 'count'))).toBe(4000);
    const [first] = summary.hotspots;
    expect(first.rank).toBe(1);
    expect(first.placeName).toBe('Mill Lane');
    expect(first.incidents).toBeGreaterThan(900);
    expect(first.shareOfIncidents).toBeCloseTo(first.incidents / 4000, 12);
    expect(Math.hypot(first.centre[0] - 10.03, first.centre[1] - 50.02)).toBeLessThan(0.002);
    const outline = preparePolygon(first.geometry);
    expect(containsPosition(outline, 10.03, 50.02)).toBe(true);
    expect(containsPosition(outline, 9.95, 49.97)).toBe(false);
    const hot = column(table, 'class').filter((value) => value === 1).length;
    expect(summary.hotCells).toBe(hot);
    expect(sum(summary.hotspots.map(({ cells }) => cells.length))).toBe(hot);
  });

  it('explains every cell: sum, expected, z, p, q', async () => {
    const { finish } = setUp(townColumns(3000));
    const { run, table } = await finish({ method: 'local-gi-star', parameters: { cell: 500 } });
    const summary = run.summary as LocalGiStarSummary & Record<string, unknown>;
    const [counts, cells, sums, expected, neighbours, z, p, q, classes] = [
      'count',
      'cell',
      'sum',
      'expected',
      'neighbours',
      'z',
      'p',
      'q',
      'class',
    ].map((name) => column(table, name));
    const at = new Map(cells.map((cell, i) => [cell, i]));
    const { columns } = gridOf(table);
    cells.forEach((cell, i) => {
      const around = [-columns - 1, -columns, -columns + 1, -1, 0, 1, columns - 1, columns, columns + 1]
        .map((step) => at.get((cell ?? 0) + step))
        .filter(
          (k): k is number =>
            k !== undefined && Math.abs(((cells[k] ?? 0) % columns) - ((cell ?? 0) % columns)) <= 1,
        );
      expect(neighbours[i]).toBe(around.length - 1);
      expect(sums[i]).toBe(sum(around.map((k) => counts[k])));
      expect(expected[i]).toBeCloseTo(around.length * (summary.mean ?? 0), 9);
      expect(q[i] ?? 0).toBeGreaterThanOrEqual(p[i] ?? 0);
      const significant = (q[i] ?? 1) < 0.05;
      expect(classes[i]).toBe(significant ? Math.sign(z[i] ?? 0) : 0);
    });
  });

  it('works in hexagons, whose drawn cells hold the incidents they count', async () => {
    const town = townColumns(500);
    const { finish } = setUp(town);
    const { table } = await finish({ method: 'local-gi-star', parameters: { shape: 'hexagon', cell: 1000 } });
    const grid = gridOf(table);
    const cells = column(table, 'cell').map((cell) => cell ?? -1);
    const outlines = cellOutlines(grid, cells);
    const { x, y } = toPlane(grid.plane, town.lon, town.lat, 1e7);
    for (let i = 0; i < 50; i++) {
      const k = cells.indexOf(cellOf(grid, x[i], y[i])) * 6;
      const ring = [0, 1, 2, 3, 4, 5, 0].map((c) => [outlines.lon[k + c], outlines.lat[k + c]]);
      const drawn = preparePolygon({ type: 'Polygon', coordinates: [ring] });
      expect(containsPosition(drawn, town.lon[i] / 1e7, town.lat[i] / 1e7)).toBe(true);
    }
  });

  it('keeps to the chosen areas and the drawn shape', async () => {
    const areas = [area(8, 'district', 'West', [9.95, 49.96, 10, 50.04])];
    const { finish } = setUp(townColumns(4000), areas);
    const { run, table } = await finish({
      method: 'local-gi-star',
      parameters: { cell: 250 },
      filter: { areas: [8] },
    });
    const { lon, lat } = { lon: column(table, 'lon'), lat: column(table, 'lat') };
    expect(run.dataVersion).toEqual({ '3': 1, 'area:8': 4 });
    expect(Math.max(...lon.map(Number))).toBeLessThan(10.003);
    expect(Math.min(...lat.map(Number))).toBeGreaterThan(49.957);
    const summary = localGiStarSummary.parse(run.summary);
    expect(summary.region).toBe('filter');
    expect(summary.n + summary.outside).toBeGreaterThan(500);
    expect(summary.outside).toBe(0);
    // 3.6 km by 8.9 km.
    expect(summary.regionKm2).toBeGreaterThan(31.8);
    expect(summary.regionKm2).toBeLessThanOrEqual(36);
  });

  it('holds together across the 180th meridian', async () => {
    const town = townColumns(2000);
    for (let i = 0; i < town.length; i++) {
      const east = town.lon[i] + 170e7;
      town.lon[i] = east > 180e7 ? east - 360e7 : east;
    }
    const { run } = await setUp(town).finish({ method: 'local-gi-star' });
    const summary = localGiStarSummary.parse(run.summary);
    const [first] = summary.hotspots;
    expect(summary.regionKm2).toBeLessThan(150);
    expect(first.centre[0]).toBeCloseTo(-179.97, 2);
    expect(first.bounds[2] - first.bounds[0]).toBeLessThan(0.05);
  });

  it('says that there are too few, with the counts still there', async () => {
    const { finish } = setUp(townColumns(20));
    const { run, table } = await finish({ method: 'local-gi-star' });
    const summary = localGiStarSummary.parse(run.summary);
    expect(summary.tooFew).toEqual({ reason: 'fewer_than_30_incidents', found: 20, floor: 30 });
    expect(summary.hotspots).toEqual([]);
    expect(sum(column(table, 'count'))).toBe(20);
    expect(column(table, 'z').every((z) => z === null)).toBe(true);
    expect(column(table, 'class').every((value) => value === 0)).toBe(true);
  });

  it('says that nothing varies when every incident is in the only cell', async () => {
    const same = sharedColumns(Array.from({ length: 40 }, (): [number, number] => [10, 50]));
    const { finish } = setUp(same);
    const { run } = await finish({ method: 'local-gi-star' });
    const { tooFew } = localGiStarSummary.parse(run.summary);
    expect(['no_variation', 'too_few_cells']).toContain(tooFew?.reason);
  });

  it('says that there are none', async () => {
    const { finish } = setUp(sharedColumns([], 3));
    for (const method of ['local-gi-star', 'kernel-density'] as const) {
      const { run, table } = await finish({ method });
      expect(run.summary).toMatchObject({ n: 0, cells: 0, tooFew: { reason: 'no_incidents' } });
      expect(table.numRows).toBe(0);
    }
  });
});

describe('a run of kernel-density', () => {
  it('peaks in the dense corner and adds up to the incidents', async () => {
    const { finish } = setUp(townColumns(4000));
    const { run, table } = await finish({
      method: 'kernel-density',
      parameters: { cell: 200, bandwidth: 400 },
    });
    const summary = kernelDensitySummary.parse(run.summary);
    const values = column(table, 'value').map(Number);
    const top = values.indexOf(Math.max(...values));
    expect(values[top]).toBe(summary.maximum);
    expect(
      Math.hypot(Number(column(table, 'lon')[top]) - 10.03, Number(column(table, 'lat')[top]) - 50.02),
    ).toBeLessThan(0.003);
    const total = sum(values) * 0.04;
    expect(total).toBeGreaterThan(0.93 * 4000);
    expect(total).toBeLessThan(1.01 * 4000);
  });

  it('finds its bandwidth by rule, never below the cell', async () => {
    const { finish } = setUp(townColumns(1000));
    const by = async (bandwidth: 'nrd' | 'arcgis' | number) => {
      const { run } = await finish({ method: 'kernel-density', parameters: { bandwidth, cell: 100 } });
      return run.summary as KernelDensitySummary & Record<string, unknown>;
    };
    const nrd = await by('nrd');
    expect(nrd.bandwidthRule).toBe('nrd');
    expect(nrd.bandwidth).toBeGreaterThan(500);
    expect((await by('arcgis')).bandwidth).toBeLessThan(nrd.bandwidth ?? 0);
    const raised = await by(20);
    expect(raised.bandwidth).toBe(100);
    expect(raised.warnings).toContainEqual({ code: 'bandwidth_raised_to_cell', value: 100 });
  });

  it('refuses a grid that is too fine, in words', async () => {
    const { start, jobs, runs } = setUp(townColumns(100));
    const { id } = await start({ method: 'kernel-density', parameters: { cell: 5 } });
    await jobs.settled(id);
    expect(runs.get(id)).toMatchObject({ state: 'failed' });
    expect(runs.get(id)?.failure).toMatch(/Cells of 5 m are too many/);
  });
});

describe('the job runner', () => {
  it('gives the same bytes again, and the stored run when nothing has changed', async () => {
    const town = townColumns(2000);
    const first = setUp(town);
    const { run } = await first.finish({ method: 'local-gi-star' });
    const again = await first.start({ method: 'local-gi-star' });
    expect(again.id).toBe(run.id);
    expect(again.state).toBe('done');
    const other = await setUp(town).finish({ method: 'local-gi-star' });
    expect(other.run.digest).toBe(run.digest);
    expect(run.digest).toMatch(/^[0-9a-f]{64}$/);
    first.nextVersion();
    expect((await first.start({ method: 'local-gi-star' })).id).not.toBe(run.id);
  });

  it('shares one run between equal questions asked at the same time', async () => {
    const { start } = setUp(townColumns(2000));
    const runs = await Promise.all([
      start({ method: 'local-gi-star', filter: { datasets: [3] } }),
      start({ method: 'local-gi-star', filter: { datasets: [3, 3] } }),
      start({ method: 'kernel-density' }),
    ]);
    expect(runs[0].id).toBe(runs[1].id);
    expect(runs[2].id).not.toBe(runs[0].id);
  });

  it('tells of the beginning and the end', async () => {
    const { finish, events } = setUp(townColumns(100));
    const { run } = await finish({ method: 'kernel-density' });
    expect(events).toEqual([`run ${run.id}`, `run ${run.id}`]);
  });

  it('can be cancelled', async () => {
    const { start, jobs, runs } = setUp(townColumns(400_000));
    const { id } = await start({
      method: 'kernel-density',
      parameters: { kernel: 'triangular', bandwidth: 8000 },
    });
    expect(jobs.progress(id)?.state).toBe('waiting');
    expect(jobs.cancel(id)).toBe(true);
    await jobs.settled(id);
    expect(runs.get(id)?.state).toBe('cancelled');
    expect(jobs.progress(id)).toBeNull();
    expect(jobs.cancel(id)).toBe(false);
  });

  it('can be cancelled while it works', async () => {
    const { start, jobs, runs } = setUp(townColumns(400_000));
    const { id } = await start({
      method: 'kernel-density',
      parameters: { kernel: 'triangular', bandwidth: 8000 },
    });
    while ((jobs.progress(id)?.done ?? 1) < 0.1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(jobs.progress(id)?.state).toBe('running');
    jobs.cancel(id);
    await jobs.settled(id);
    expect(runs.get(id)?.state).toBe('cancelled');
  });

  it('refuses an area that does not exist', async () => {
    const { start } = setUp(townColumns(10));
    await expect(start({ method: 'local-gi-star', filter: { areas: [99] } })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('says in the row when the worker breaks', async () => {
    const broken = { ...townColumns(50), lon: null } as unknown as IncidentColumns;
    const small = smallStore(townColumns(50));
    small.store.incidents.exactColumns = async () => ({ version: 1, columns: broken });
    const errors: object[] = [];
    const jobs = createJobRunner({
      store: small.store,
      clock,
      live: { publish() {} },
      log: { info() {}, warn() {}, error: (fields) => errors.push(fields) },
    });
    open.push(jobs);
    const { id } = await jobs.start(viewer, runRequest.parse({ method: 'local-gi-star' }));
    await jobs.settled(id);
    expect(small.runs.get(id)).toMatchObject({ state: 'failed', failure: expect.stringMatching(/log/) });
    expect(errors.length).toBe(1);
  });
});
