import { describe, expect, it } from 'vitest';
import { cellOf, countCells, gridOver } from '../../../analysis/grid.ts';
import { localGiOfGrid } from '../../../analysis/local-gi-star.ts';
import { boxOf } from '../../../analysis/point-set.ts';
import { toPlane } from '../../../analysis/projection.ts';
import { yearStart } from '../../../data/demo/clock.ts';
import { generateDemo } from '../../../data/demo/demo.ts';
import { metresBetween, onMap } from '../../../data/demo/district.ts';
import { hotspots } from '../../../data/demo/hotspots.ts';

describe('planted hotspots', () => {
  const { incidents } = generateDemo();

  it.each(hotspots)('$name is $course', ({ centre, spread, mix, course }) => {
    const middle = onMap(centre);
    const main = Object.keys(mix)[0];
    const perYear = [2023, 2024, 2025].map(
      (year) =>
        incidents.filter(
          ({ category, position, occurredFrom }) =>
            category === main &&
            position !== null &&
            metresBetween(position, middle) < 2 * spread &&
            occurredFrom >= yearStart(year) &&
            occurredFrom < yearStart(year + 1),
        ).length,
    );
    const change = perYear[2] / perYear[0];
    if (course === 'emerging') expect(change).toBeGreaterThan(2);
    else if (course === 'fading') expect(change).toBeLessThan(0.5);
    else expect(Math.abs(Math.log(change))).toBeLessThan(0.2);
  });

  it.each(hotspots)('$name is found by Gi* among few', ({ centre, mix }) => {
    const main = Object.keys(mix)[0];
    const places = incidents.flatMap(({ category, position }) =>
      category === main && position !== null ? [position] : [],
    );
    const plane = { lon: -31, lat: 24 };
    const points = toPlane(
      plane,
      places.map(([lon]) => lon),
      places.map(([, lat]) => lat),
    );
    const grid = gridOver(boxOf(points), 200);
    const { counts } = countCells(grid, points);
    const everywhere = new Uint8Array(counts.length).fill(1);
    const { classes } = localGiOfGrid(counts, grid, everywhere, {
      includeSelf: true,
      level: 0.01,
      correction: 'fdr',
    });
    const [lon, lat] = onMap(centre);
    const { x, y } = toPlane(plane, [lon], [lat]);
    expect(classes[cellOf(grid, x[0], y[0])]).toBe(1);
    expect(classes.filter((one) => one === 1).length / classes.length).toBeLessThan(0.2);
  });

  it('has hotspots of every course', () => {
    expect(new Set(hotspots.map(({ course }) => course))).toEqual(new Set(['stable', 'emerging', 'fading']));
  });
});
