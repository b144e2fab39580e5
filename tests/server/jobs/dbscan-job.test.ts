import { afterAll, describe, expect, it } from 'vitest';
import { containsPosition, preparePolygon } from '../../../analysis/prepared-polygon.ts';
import { dbscanSummary } from '../../../server/jobs/contract/dbscan.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

const town = jobsOver(townColumns(4000, 2));
afterAll(() => town.close());
const ask = (parameters = {}) => ({ method: 'dbscan' as const, parameters });

describe('clusters of incidents', () => {
  it('are found with a radius and a minimum from the data, which are said', async () => {
    const { summary } = await town.finish(ask(), dbscanSummary);
    expect(summary).toMatchObject({ n: 4000, unlocated: 2, radiusRule: 'auto', minimumRule: 'auto' });
    expect(summary.radius).toBe(50);
    const [first] = summary.clusters;
    expect(first.placeName).toBe('Market Street');
    expect(first.centre[0]).toBeCloseTo(10.03, 2);
    expect(summary.clustered + summary.noise).toBe(summary.n);
  });

  it('have their incidents and an outline around them', async () => {
    const parameters = { radius: 150, minimum: 12 };
    const { summary, column, metadata } = await town.finish(ask(parameters), dbscanSummary);
    expect(summary).toMatchObject({ ...parameters, radiusRule: 'chosen', minimumRule: 'chosen' });
    expect(metadata.get('rows')).toBe('incident');
    const [ids, lon, lat, cluster, role] = ['id', 'lon', 'lat', 'cluster', 'role'].map(column);
    expect(ids).toHaveLength(summary.clustered);
    for (const { rank, incidents, core, geometry, ids: listed } of summary.clusters) {
      const rows = cluster.flatMap((value, i) => (value === rank ? [i] : []));
      expect(rows).toHaveLength(incidents);
      expect(rows.filter((i) => role[i] === 2)).toHaveLength(core);
      expect(rows.slice(0, 200).map((i) => ids[i])).toEqual(listed);
      const outline = preparePolygon(geometry);
      // A corner of the outline is an incident itself: one on the line may count as outside.
      const inside = rows.filter((i) => containsPosition(outline, lon[i] ?? 0, lat[i] ?? 0));
      expect(inside.length).toBeGreaterThanOrEqual(incidents - geometry.coordinates[0].length);
    }
  });

  it('draw a metre around a single place', async () => {
    const one = jobsOver(sharedColumns(Array.from({ length: 40 }, () => [10, 50])));
    const { summary } = await one.finish(ask({ minimum: 10 }), dbscanSummary);
    expect(summary.clusters).toHaveLength(1);
    expect(summary.clusters[0].areaKm2).toBeLessThan(1e-5);
    expect(summary.clusters[0].geometry.coordinates[0].length).toBeGreaterThan(8);
    expect(summary.warnings).toContainEqual({ code: 'one_cluster_holds_most', value: 1 });
    await one.close();
  });

  it('are not looked for among too few', async () => {
    const few = jobsOver(sharedColumns([[10, 50]]));
    const { summary } = await few.finish(ask(), dbscanSummary);
    expect(summary).toMatchObject({ tooFew: { reason: 'too_few_incidents', found: 1 }, clusters: [] });
    await few.close();
  });
});
