import { describe, expect, it } from 'vitest';
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

  it('has hotspots of every course', () => {
    expect(new Set(hotspots.map(({ course }) => course))).toEqual(new Set(['stable', 'emerging', 'fading']));
  });
});
