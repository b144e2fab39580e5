import inPolygon from '@turf/boolean-point-in-polygon';
import { describe, expect, it } from 'vitest';
import { yearStart } from '../../../data/demo/clock.ts';
import { generateDemo } from '../../../data/demo/demo.ts';
import { EVALUATION_AREAS, evaluationBorders, THEFT } from '../../../data/demo/north-road.ts';

describe('thefts at the bus stops along North Road', () => {
  const thefts = generateDemo().incidents.filter(({ category }) => category === THEFT);
  const counts = (year: number) =>
    EVALUATION_AREAS.map(
      (area) =>
        thefts.filter(
          ({ position, occurredFrom }) =>
            position !== null &&
            occurredFrom >= yearStart(year) &&
            occurredFrom < yearStart(year + 1) &&
            inPolygon(position, evaluationBorders[area]),
        ).length,
    );

  it('number exactly as in the published example: treated, buffer, control, control buffer', () => {
    expect(counts(2024)).toEqual([207, 178, 308, 150]);
    expect(counts(2025)).toEqual([110, 157, 318, 140]);
    expect(counts(2023)).toEqual([201, 171, 296, 146]);
  });

  it('gives the weighted displacement difference of the example', () => {
    const [t0, d0, c0, dc0] = counts(2024);
    const [t1, d1, c1, dc1] = counts(2025);
    const local = t1 - t0 - (c1 - c0);
    const displacement = d1 - d0 - (dc1 - dc0);
    expect([local, displacement, local + displacement]).toEqual([-107, -11, -118]);
  });

  it('lies in areas that do not overlap', () => {
    for (const { position } of thefts)
      if (position !== null) {
        const inside = EVALUATION_AREAS.filter((area) => inPolygon(position, evaluationBorders[area]));
        expect(inside.length).toBeLessThanOrEqual(1);
      }
  });

  it('begins and ends its years at midnight in the district', () => {
    expect(new Date(yearStart(2024) * 1000).toISOString()).toBe('2024-01-01T01:00:00.000Z');
  });
});
