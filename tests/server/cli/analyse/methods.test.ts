/** The command line says what the workbench says: the same incidents as a table and as a stored data set. */
import { afterAll, describe, expect, it } from 'vitest';
import { changeSummary } from '../../../../server/jobs/contract/change.ts';
import { countsSummary } from '../../../../server/jobs/contract/counts.ts';
import { dbscanSummary } from '../../../../server/jobs/contract/dbscan.ts';
import { emergingHotspotsSummary } from '../../../../server/jobs/contract/emerging-hotspots.ts';
import { kernelDensitySummary } from '../../../../server/jobs/contract/kernel-density.ts';
import { localGiStarSummary } from '../../../../server/jobs/contract/local-gi-star.ts';
import { localMoranSummary } from '../../../../server/jobs/contract/local-moran.ts';
import { nearRepeatSummary } from '../../../../server/jobs/contract/near-repeat.ts';
import { jobsOver } from '../../jobs/job-under-test.ts';
import { townOverTime } from '../../jobs/town-over-time.ts';
import { analysed, tableFile } from './run-analyse.ts';

const columns = townOverTime();
const town = jobsOver(columns);
afterAll(() => town.close());
const rows = Array.from({ length: columns.length }, (_, i) => [
  columns.lon[i] / 1e7,
  columns.lat[i] / 1e7,
  new Date(columns.from[i] * 60_000).toISOString(),
]);
const file = tableFile([['lon', 'lat', 'time'], ...rows]);
const zone = '--timezone America/New_York';

describe('cg analyse and the workbench', () => {
  it('have the same density', async () => {
    const { column, summary } = await town.finish({ method: 'kernel-density' }, kernelDensitySummary);
    const found = await analysed('kernel-density', file);
    expect(found).toMatchObject({ n: summary.n, bandwidth: summary.bandwidth, maximum: summary.maximum });
    for (const name of ['cell', 'lon', 'lat', 'count', 'value']) expect(found[name]).toEqual(column(name));
  });

  it('have the same counts, in squares and in hexagons', async () => {
    for (const shape of ['square', 'hexagon'] as const) {
      const { column, summary } = await town.finish(
        { method: 'counts', parameters: { shape } },
        countsSummary,
      );
      const found = await analysed(`counts --shape ${shape}`, file);
      expect(found).toMatchObject({ n: summary.n, parameters: { cell: summary.cell, shape } });
      for (const name of ['cell', 'lon', 'lat', 'count']) expect(found[name]).toEqual(column(name));
      const half = found.fewest.find(({ incidents }: { incidents: number }) => incidents === 0.5);
      expect(half.places).toBe(summary.half?.places);
    }
  });

  it('have the same Gi* and local Moran', async () => {
    const shape = 'hexagon' as const;
    const gi = await town.finish(
      { method: 'local-gi-star', parameters: { cell: 400, shape } },
      localGiStarSummary,
    );
    const same = await analysed('local-gi-star --cell 400 --shape hexagon', file);
    for (const name of ['cell', 'count', 'z', 'p', 'q']) expect(same[name]).toEqual(gi.column(name));
    expect(same.classes).toEqual(gi.column('class'));
    const moran = await town.finish({ method: 'local-moran' }, localMoranSummary);
    const alike = await analysed('local-moran', file);
    for (const name of ['cell', 'p', 'q']) expect(alike[name]).toEqual(moran.column(name));
  });

  it('have the same change and the same emerging hotspots', async () => {
    const change = await town.finish({ method: 'change' }, changeSummary);
    const same = await analysed(`change-map ${zone}`, file);
    for (const name of ['cell', 'count', 'before', 'after', 'p', 'q'])
      expect(same[name]).toEqual(change.column(name));
    const { column, summary } = await town.finish({ method: 'emerging-hotspots' }, emergingHotspotsSummary);
    const alike = await analysed(`emerging-hotspots ${zone}`, file);
    expect(alike.parameters.period).toBe(summary.periodDays);
    expect(alike.labels).toEqual(column('label').map((code) => summary.labels[code ?? 0].label));
  });

  it('have the same clusters', async () => {
    const { summary } = await town.finish({ method: 'dbscan' }, dbscanSummary);
    const found = await analysed('dbscan', file);
    expect(found.parameters).toMatchObject({ radius: summary.radius, minimum: summary.minimum });
    expect(found.noise).toBe(summary.noise);
    const sizes = found.clusters.map(({ incidents, core }: { incidents: number; core: number }) => [
      incidents,
      core,
    ]);
    expect(sizes).toEqual(summary.clusters.map(({ incidents, core }) => [incidents, core]));
  });

  it('have the same near repeats', async () => {
    const { summary } = await town.finish(
      { method: 'near-repeat', parameters: { permutations: 19 } },
      nearRepeatSummary,
    );
    const bands = '--space 0,1,100,200,300,400,inf --days 0,7,14,21,28,inf --permutations 19';
    const found = await analysed(`near-repeat ${bands} ${zone}`, file);
    expect(found.observed.flat()).toEqual(summary.table.map(({ observed }) => observed));
    expect(found.expected.flat()).toEqual(summary.table.map(({ expected }) => expected));
    expect(found.p.flat()).toEqual(summary.table.map(({ p }) => p));
  });
});
