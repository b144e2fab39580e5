import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AREA_RATE_DEFAULTS,
  areaRates,
  RATE_GIVEN,
  RATE_NO_POPULATION,
  RATE_SMALL_POPULATION,
} from '../../analysis/area-rates.ts';
import { concentration, countPlaces } from '../../analysis/concentration.ts';
import { concentrationTable } from '../../analysis/concentration-table.ts';
import { hitRate } from '../../analysis/hit-rate.ts';
import { asLines, nearestSegments } from '../../analysis/nearest-segment.ts';
import { containsPosition, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { toPlane } from '../../analysis/projection.ts';
import { suppressCounts } from '../../analysis/suppression.ts';

describe('areaRates', () => {
  it('gives incidents per thousand with the exact interval', () => {
    const { rate, low, high, classes, regionRate } = areaRates([25, 1], [5000, 5000]);
    expect([rate[0], rate[1], regionRate]).toEqual([5, 0.2, 2.6]);
    expect(low[0]).toBeCloseTo(16.178681847829328 / 5, 8);
    expect(high[0]).toBeCloseTo(36.904931697530365 / 5, 8);
    expect([...classes]).toEqual([1, -1]);
  });

  it('guards against tiny and missing denominators', () => {
    const { rate, status, incidentsWithoutRate, n, warnings } = areaRates([9, 4, 2, 50], [12, 0, NaN, 9000]);
    expect([...status]).toEqual([RATE_SMALL_POPULATION, RATE_NO_POPULATION, RATE_NO_POPULATION, RATE_GIVEN]);
    expect([...rate.subarray(0, 3)]).toEqual([NaN, NaN, NaN]);
    expect([incidentsWithoutRate, n]).toEqual([15, 65]);
    expect(warnings).toEqual([
      { code: 'areas_without_population', value: 2 },
      { code: 'areas_with_small_population', value: 1 },
    ]);
  });

  it('has a rate of the region that is the mean over people', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(90), fc.integer({ min: 100, max: 9000 })), { minLength: 1, maxLength: 20 }),
        (list) => {
          const people = list.map(([, population]) => population);
          const { rate, regionRate, low, high } = areaRates(
            list.map(([count]) => count),
            people,
          );
          const all = people.reduce((a, b) => a + b, 0);
          const mean = people.reduce((sum, population, i) => sum + population * rate[i], 0) / all;
          expect(mean).toBeCloseTo(regionRate, 9);
          rate.forEach((value, i) => {
            expect(low[i]).toBeLessThanOrEqual(value);
            expect(high[i]).toBeGreaterThan(value);
          });
        },
      ),
    );
  });

  it('has no rate where nobody lives and refuses what is no count', () => {
    expect(areaRates([3], [0]).warnings).toEqual([
      { code: 'areas_without_population', value: 1 },
      { code: 'no_rates', value: 1 },
    ]);
    expect(areaRates([], []).regionRate).toBeNaN();
    expect(() => areaRates([1.5], [500])).toThrow(/1.5/);
    expect(() => areaRates([1], [-5])).toThrow(/-5/);
    expect(() => areaRates([1], [500, 4])).toThrow(/got 2/);
    expect(() => areaRates([1], [500], { ...AREA_RATE_DEFAULTS, per: 0 })).toThrow(/per must be above 0/);
  });
});

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
