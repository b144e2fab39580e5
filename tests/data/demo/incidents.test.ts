import { readFileSync } from 'node:fs';
import inPolygon from '@turf/boolean-point-in-polygon';
import { describe, expect, it } from 'vitest';
import { PERIOD_END, PERIOD_START } from '../../../data/demo/clock.ts';
import { generateDemo } from '../../../data/demo/demo.ts';
import { districtBorder } from '../../../data/demo/district.ts';

const HOUR = 3600;
const scheme = JSON.parse(
  readFileSync(new URL('../../../data/categories/common-ground.json', import.meta.url), 'utf8'),
) as { categories: { code: string; protected: string }[] };

describe('demo incidents', () => {
  const { incidents } = generateDemo();
  const ofKind = (code: string) => incidents.filter(({ category }) => category === code);
  const localHour = (seconds: number) => Math.floor((seconds - HOUR) / HOUR) % 24;

  it('are forty thousand, each with a number of its own', () => {
    expect(incidents).toHaveLength(40_000);
    expect(new Set(incidents.map(({ sourceId }) => sourceId)).size).toBe(40_000);
  });

  it('lie within the three years and end after they begin', () => {
    for (const { occurredFrom, occurredTo, reportedAt } of incidents) {
      if (occurredFrom < PERIOD_START || occurredFrom >= PERIOD_END) expect.fail(`begins at ${occurredFrom}`);
      if (occurredTo !== null && (occurredTo < occurredFrom || occurredTo >= PERIOD_END))
        expect.fail(`ends at ${occurredTo}`);
      if (reportedAt <= occurredFrom) expect.fail(`reported at ${reportedAt}`);
    }
  });

  it('lie in the district, or say that the place is not known', () => {
    const border = districtBorder();
    let unlocated = 0;
    for (const { position } of incidents)
      if (position === null) unlocated++;
      else if (!inPolygon(position, border)) expect.fail(`outside: ${position}`);
    expect(unlocated / incidents.length).toBeGreaterThan(0.01);
    expect(unlocated / incidents.length).toBeLessThan(0.04);
  });

  it('have a span of time where nobody saw it happen', () => {
    const spanned = (code: string) =>
      ofKind(code).filter(({ occurredFrom, occurredTo }) => occurredTo !== occurredFrom).length;
    expect(spanned('burglary') / ofKind('burglary').length).toBeGreaterThan(0.6);
    expect(spanned('theft-from-vehicle') / ofKind('theft-from-vehicle').length).toBeGreaterThan(0.6);
    expect(spanned('shoplifting') / ofKind('shoplifting').length).toBeLessThan(0.05);
  });

  it('follow the night, the weekend and the opening hours', () => {
    const exact = (code: string) => ofKind(code).filter(({ dateOnly }) => !dateOnly);
    const share = (code: string, hours: (hour: number) => boolean) =>
      exact(code).filter(({ occurredFrom }) => hours(localHour(occurredFrom))).length / exact(code).length;
    expect(share('assault', (h) => h >= 20 || h < 4)).toBeGreaterThan(0.6);
    expect(share('shoplifting', (h) => h >= 9 && h < 20)).toBeGreaterThan(0.8);
    const weekendNight = exact('assault').filter(({ occurredFrom }) => {
      const fromNoonFriday = (occurredFrom - HOUR - Date.UTC(2023, 0, 6, 20) / 1000) / HOUR;
      const hour = ((fromNoonFriday % 168) + 168) % 168;
      return hour < 8 || (hour >= 24 && hour < 32);
    });
    // Two nights of eight hours are 9.5 % of the week.
    expect(weekendNight.length / exact('assault').length).toBeGreaterThan(0.25);
  });

  it('are of categories of the built-in scheme, none of them protected', () => {
    const open = scheme.categories.filter((category) => category.protected === 'none');
    const codes = new Set(incidents.map(({ category }) => category));
    expect([...codes].filter((code) => !open.some((category) => category.code === code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(10);
  });
});
