import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatPlaces, rollingRepeats } from '../../analysis/repeat-places.ts';

const counts = [
  ...new Array<number>(900).fill(0),
  ...new Array<number>(70).fill(1),
  ...new Array<number>(20).fill(2),
  ...new Array<number>(7).fill(3),
  ...new Array<number>(3).fill(5),
];

describe('repeatPlaces', () => {
  it('B14.1 equals the example', () => {
    const result = repeatPlaces(counts);
    expect([result.n, result.victims, result.prevalence, result.incidence, result.concentration]).toEqual([
      146, 100, 0.1, 0.146, 1.46,
    ]);
    expect(result.repeatVictims).toBe(0.3);
    expect(result.incidentsOnRepeat).toBeCloseTo(0.5205479452054794, 14);
    expect(result.repeatIncidents).toBeCloseTo(0.3150684931506849, 14);
    expect([...result.histogram]).toEqual([900, 70, 20, 7, 0, 3]);
    expect(result.warnings).toEqual([]);
  });

  it('B14.1 takes the number of places apart from the list', () => {
    const listed = counts.filter((count) => count > 0);
    expect(repeatPlaces(listed, 1000)).toEqual(repeatPlaces(counts));
    expect(repeatPlaces(listed, null)).toMatchObject({
      prevalence: null,
      incidence: null,
      concentration: 1.46,
      warnings: [{ code: 'places_unknown', value: 100 }],
    });
  });

  it('keeps incidence as prevalence times concentration', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 200 }), (list) => {
        const { prevalence, incidence, concentration, repeatIncidents, n, victims } = repeatPlaces(list);
        if (n === 0) return;
        expect(prevalence! * concentration!).toBeCloseTo(incidence!, 12);
        expect(repeatIncidents! * n).toBeCloseTo(n - victims, 9);
      }),
    );
  });

  it('has no shares without incidents and refuses fewer places than victims', () => {
    expect(repeatPlaces([0, 0])).toMatchObject({
      n: 0,
      concentration: null,
      warnings: [{ code: 'no_incidents', value: 0 }],
    });
    expect(repeatPlaces([])).toMatchObject({
      n: 0,
      prevalence: null,
      warnings: [{ code: 'no_incidents', value: 0 }],
    });
    expect(repeatPlaces([1, 2]).warnings).toEqual([{ code: 'few_places', value: 2 }]);
    expect(() => repeatPlaces([1, 1], 1)).toThrow(/2 places, got 1/);
    expect(() => repeatPlaces([0.5])).toThrow(/0.5/);
  });
});

/** Sorts and walks each place on its own. */
function byHand(list: [number, number][], places: number, window: number, end: number) {
  let followed = 0;
  let repeating = 0;
  const gaps: number[] = [];
  for (let place = 0; place < places; place++) {
    const days = list
      .filter(([p]) => p === place)
      .map(([, d]) => d)
      .sort((a, b) => a - b);
    if (days.length === 0 || days[0] + window > end) continue;
    followed++;
    const later = days
      .slice(1)
      .map((d) => d - days[0])
      .filter((d) => d < window);
    gaps.push(...later);
    if (later.length > 0) repeating++;
  }
  return { followed, repeating, gaps };
}

describe('rollingRepeats', () => {
  it('follows every place for the same time', () => {
    // Place 0 again after 40 and 400 days, place 1 twice on its first day, place 2 once, place 3 too late.
    const placeOf = [0, 0, 0, 1, 1, 2, 3, -1];
    const day = [440, 40, 0, 10, 10, 5, 900, 3];
    const result = rollingRepeats(placeOf, day, { window: 365, end: 1000, places: 5 });
    expect([result.n, result.followed, result.notFollowed]).toEqual([5, 3, 1]);
    expect(result.repeatVictims).toBeCloseTo(2 / 3, 12);
    expect([...result.byMonth.subarray(0, 3)]).toEqual([1, 1, 0]);
    expect([result.medianDays, result.warnings]).toEqual([20, [{ code: 'few_followed', value: 3 }]]);
  });

  it('equals the walk place by place, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(800)), { maxLength: 80 }),
        fc.integer({ min: 1, max: 400 }),
        (list, window) => {
          const expected = byHand(list, 10, window, 700);
          const result = rollingRepeats(
            list.map(([place]) => place),
            list.map(([, day]) => day),
            { window, end: 700, places: 10 },
          );
          expect(result.followed).toBe(expected.followed);
          expect(result.n).toBe(expected.followed + expected.gaps.length);
          if (expected.followed > 0)
            expect(result.repeatVictims).toBeCloseTo(expected.repeating / expected.followed, 12);
          const months = new Array<number>(result.byMonth.length).fill(0);
          for (const gap of expected.gaps) months[Math.floor(gap / 30)]++;
          expect([...result.byMonth]).toEqual(months);
        },
      ),
    );
  });

  it('finds more repeats in a longer window of the same data', () => {
    const placeOf = Array.from({ length: 300 }, (_, i) => i % 60);
    const day = Array.from({ length: 300 }, (_, i) => (i * 37) % 500);
    const found = [30, 90, 180].map(
      (window) => rollingRepeats(placeOf, day, { window, end: 2000, places: 60 }).repeatVictims!,
    );
    expect(found[0]).toBeLessThan(found[1]);
    expect(found[1]).toBeLessThanOrEqual(found[2]);
  });

  it('follows to the last day of the data, and counts up to the end of the window', () => {
    const at = (end: number) => rollingRepeats([0, 0, 0], [0, 29, 30], { window: 30, end, places: 1 });
    expect(at(30)).toMatchObject({ followed: 1, n: 2, medianDays: 29 });
    expect(at(29)).toMatchObject({ followed: 0, notFollowed: 1 });
  });

  it('says when nobody could be followed and refuses unknown places', () => {
    const late = rollingRepeats([0], [900], { window: 365, end: 1000, places: 1 });
    expect([late.repeatVictims, late.warnings]).toEqual([null, [{ code: 'nobody_followed', value: 1 }]]);
    expect(() => rollingRepeats([4], [1], { window: 10, end: 9, places: 3 })).toThrow(/got 4/);
    expect(() => rollingRepeats([0], [1], { window: 0, end: 9, places: 3 })).toThrow(/0 days|got 0/);
  });
});
