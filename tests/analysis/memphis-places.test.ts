import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areaRates } from '../../analysis/area-rates.ts';
import { concentration, countPlaces } from '../../analysis/concentration.ts';
import { concentrationTable } from '../../analysis/concentration-table.ts';
import { hitRate } from '../../analysis/hit-rate.ts';
import { asLines, nearestSegments } from '../../analysis/nearest-segment.ts';
import { containsPosition, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { toPlane } from '../../analysis/projection.ts';
import { suppressCounts } from '../../analysis/suppression.ts';

const folder = new URL('../../../shared/data/memphis/', import.meta.url);
const available = existsSync(folder);
if (!available) process.stderr.write('SKIPPED: the robberies of Memphis are absent (../shared/data)\n');

/** Columns of a plain table, by name. */
function columns(file: string, ...names: string[]): string[][] {
  const [header, ...rows] = readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','));
  return names.map((name) => rows.map((row) => row[header.indexOf(name)]));
}

describe.skipIf(!available)('robberies in Memphis', () => {
  const read = () => {
    const [date, lon, lat] = columns('memphis_robberies_2019.csv', 'date', 'longitude', 'latitude');
    const [blockLon, blockLat, people] = columns(
      'memphis_population_block_centroids.csv',
      'longitude',
      'latitude',
      'population',
    );
    const plane = { lon: -89.97, lat: 35.11 };
    return {
      date,
      lon: lon.map(Number),
      lat: lat.map(Number),
      people: people.map(Number),
      blockLon: blockLon.map(Number),
      blockLat: blockLat.map(Number),
      points: toPlane(plane, lon.map(Number), lat.map(Number)),
      blocks: toPlane(plane, blockLon.map(Number), blockLat.map(Number)),
    };
  };

  it('add up over precincts, and so do people', () => {
    const { lon, lat, blockLon, blockLat, people } = read();
    expect([lon.length, people.reduce((a, b) => a + b, 0)]).toEqual([2245, 634_612]);
    const { features } = JSON.parse(readFileSync(new URL('memphis_precincts.geojson', folder), 'utf8'));
    const precincts = features.map((one: { geometry: Parameters<typeof preparePolygon>[0] }) =>
      preparePolygon(one.geometry),
    );
    const placeOf = (x: number, y: number) =>
      precincts.findIndex((one: Parameters<typeof containsPosition>[0]) => containsPosition(one, x, y));
    const counts = countPlaces(
      lon.map((x, i) => placeOf(x, lat[i])),
      precincts.length,
    );
    const population = new Float64Array(precincts.length);
    blockLon.forEach((x, i) => {
      const place = placeOf(x, blockLat[i]);
      if (place >= 0) population[place] += people[i];
    });
    const { n, regionRate, rate, warnings } = areaRates(counts, population);
    const inside = counts.reduce((a, b) => a + b, 0);
    expect(inside).toBeGreaterThan(2000);
    expect([n, rate.length, warnings]).toEqual([inside, 9, []]);
    expect(regionRate).toBeCloseTo((inside / population.reduce((a, b) => a + b, 0)) * 1000, 9);
    expect(suppressCounts(counts).total).toBe(inside);
  });

  it('concentrate on few blocks, each with the block that is nearest', () => {
    const { points, blocks } = read();
    const { line, none } = nearestSegments(points, asLines(blocks), { limit: 3000 });
    expect(none).toBe(0);
    for (let i = 0; i < line.length; i += 40) {
      const distance = Array.from(blocks.x, (x, k) => Math.hypot(x - points.x[i], blocks.y[k] - points.y[i]));
      expect(distance[line[i]]).toBeCloseTo(Math.min(...distance), 6);
    }
    const counts = countPlaces(line, blocks.x.length);
    const { incidents, gini, generalised } = concentration(counts);
    expect(incidents).toBe(2245);
    // Fewer robberies than blocks: the ordinary coefficient is high whatever happened.
    expect(gini).toBeGreaterThan(0.85);
    expect(generalised).toBeLessThan(gini! - 0.2);
    const { fewest } = concentrationTable(counts);
    expect(fewest[1].share).toBeLessThan(0.06);
  });

  it('are found again by the map of the first half year, better than by people', () => {
    const { date, points, blocks, people } = read();
    const { line } = nearestSegments(points, asLines(blocks), { limit: 3000 });
    const half = (late: boolean) =>
      countPlaces(
        line.map((block, i) => (date[i] >= '2019-07-01' === late ? block : -1)),
        blocks.x.length,
      );
    const options = { shares: [0.05], ties: 'average', predictedIsCount: true } as const;
    const before = hitRate({ observed: half(true), predicted: half(false) }, options).at[0];
    const homes = hitRate({ observed: half(true), predicted: people }, options).at[0];
    expect(before.pai).toBeGreaterThan(homes.pai!);
    expect(before.pai).toBeGreaterThan(2);
    expect(before.pei).toBeLessThan(1);
  });
});
