import { describe, expect, it } from 'vitest';
import { incidentsOn, mostFirst } from '../../client/lorenz-curve.ts';

/** Ten places: eight with one incident, one with 2, one with 10. */
const lorenz = { places: [0, 0.8, 0.9, 1], incidents: [0, 0.4, 0.5, 1] };

describe('the Lorenz curve', () => {
  it('is turned so that the places with most incidents come first', () => {
    const curve = mostFirst(lorenz);
    expect(curve[0]).toEqual({ places: 0, incidents: 0 });
    expect(curve.at(-1)).toEqual({ places: 1, incidents: 1 });
    expect(curve[1].places).toBeCloseTo(0.1);
    expect(curve[1].incidents).toBeCloseTo(0.5);
  });

  it.each([
    [0, 0],
    [0.1, 0.5],
    [0.05, 0.25],
    [0.2, 0.6],
    [1, 1],
  ])('has %s of the places hold so many incidents', (share, incidents) => {
    expect(incidentsOn(lorenz, share)).toBeCloseTo(incidents);
  });
});
