import { describe, expect, it } from 'vitest';
import { boundsOf, sideOf, squareAt } from '../../../../analysis/world-squares.ts';
import { readAnswer } from '../../../../server/domain/meeting/answer-classes.ts';
import { factsOf } from '../../../../server/domain/meeting/answer-facts.ts';
import {
  type FoundPlace,
  type SeenSquare,
  type ToldClass,
  toldSquares,
} from '../../../../server/domain/meeting/told-answer.ts';

/** The square of a level at a position, as members are told it. */
const seenAt = (level: number, lon: number, lat: number, count: number): SeenSquare => ({
  bounds: boundsOf(squareAt(level, lon, lat)),
  side: sideOf(level),
  count,
});

const middle = ({ bounds: [west, south, east, north] }: SeenSquare) => ({
  lon: (west + east) / 2,
  lat: (south + north) / 2,
});

const place = (
  { lon, lat }: { lon: number; lat: number },
  count: number,
  found: ToldClass | null,
): FoundPlace => ({ lon, lat, count, area: null, found });

describe('the squares of a kept answer', () => {
  const one = seenAt(1, 0.41, 0.46, 9);
  const other = seenAt(1, 0.43, 0.46, 5);

  it('take the class of the cells that hold most of their incidents', () => {
    const inOne = middle(one);
    const beside = { lon: inOne.lon + 0.0005, lat: inOne.lat };
    const told = toldSquares(
      [place(inOne, 6, 'hot'), place(beside, 3, null), place(middle(other), 5, 'cold')],
      [one, other],
      100,
    );
    expect(told.map(({ found, count }) => [found, count])).toEqual([
      ['hot', 9],
      ['cold', 5],
    ]);
    // As many without a finding as with one: nothing is claimed.
    expect(toldSquares([place(inOne, 4, 'hot'), place(beside, 4, null)], [one], 100)).toEqual([]);
  });

  it('count what no row is about as no finding', () => {
    const rows = Array.from({ length: 4 }, () => place(middle(one), 1, 'cluster'));
    expect(toldSquares(rows, [one], null)).toEqual([]);
    expect(toldSquares([...rows, rows[0]], [one], null).map(({ found }) => found)).toEqual(['cluster']);
  });

  it('are never other squares than those that are told, and no place of a row', () => {
    const elsewhere = place({ lon: 0.9, lat: 0.9 }, 50, 'hot');
    expect(toldSquares([elsewhere], [one, other], 100)).toEqual([]);
  });

  it('are the finest: one that holds another says nothing of its own', () => {
    const wide = seenAt(3, 0.41, 0.46, 3);
    const told = toldSquares([place(middle(one), 9, 'hot')], [wide, one], 100);
    expect(told.map(({ side }) => side)).toEqual([500]);
  });

  it('lie in the nearest cell where cells are larger than squares', () => {
    const cell = place({ lon: middle(one).lon + 0.006, lat: middle(one).lat }, 30, 'hot');
    expect(toldSquares([cell], [one], 1000).map(({ found }) => found)).toEqual(['hot']);
    expect(toldSquares([cell], [one], 100)).toEqual([]);
  });

  it('are none of those so large that they are about no place', () => {
    const vast = seenAt(6, 0.41, 0.46, 40);
    expect(toldSquares([place(middle(one), 40, 'hot')], [vast], 100)).toEqual([]);
  });
});

describe('the rows of an answer', () => {
  const columns = (of: Readonly<Record<string, readonly number[]>>) => (name: string) =>
    Float64Array.from(of[name] ?? []);
  const found = (method: string, summary: object, of: Readonly<Record<string, readonly number[]>>) => {
    const read = readAnswer(
      method,
      { tooFew: null, ...summary },
      columns({ lon: [1, 2, 3], lat: [1, 2, 3], count: [5, 6, 7], ...of }),
    );
    return read.undrawn ?? read.places.map((one) => one.found);
  };

  it('read as their method means them', () => {
    expect(found('local-gi-star', {}, { class: [1, 0, -1] })).toEqual(['hot', null, 'cold']);
    expect(found('local-moran', {}, { class: [1, 4, 5] })).toEqual([
      'many_among_many',
      'many_among_few',
      null,
    ]);
    expect(found('dual-density', {}, { class: [3, -2, -9] })).toEqual(['denser', 'sparser', null]);
    expect(found('kernel-density', {}, { value: [10, 6, Number.NaN] })).toEqual(['highest', 'high', null]);
    expect(found('counts', { on: 'areas', show: 'rate' }, { class: [1, 0, -1], place: [1, 2, 3] })).toEqual([
      'above',
      null,
      'below',
    ]);
    const labels = [{ label: 'none' }, { label: 'intensifying_hot' }, { label: 'diminishing_cold' }];
    expect(found('emerging-hotspots', { labels }, { label: [0, 1, 2] })).toEqual([null, 'rising', null]);
  });

  it('are not drawn where a room could learn more than it may, or nothing lies on a map', () => {
    expect(found('concentration', { place: 'street' }, {})).toBe('places');
    expect(found('asset-rings', {}, {})).toBe('places');
    expect(found('counts', { weight: 'harm' }, {})).toBe('harm');
    expect(found('trend', {}, {})).toBe('times');
    expect(found('local-gi-star', { tooFew: { reason: 'no_incidents' } }, {})).toBe('few');
    expect(found('a method of another version', {}, {})).toBe('gone');
  });
});

describe('the figures of an answer', () => {
  it('are those of the whole of it, and none where there was too little to say', () => {
    const trend = { tooFew: null, mean: 4.5, trend: { direction: 'down' } };
    expect(factsOf('trend', trend)).toEqual([
      { name: 'trend', value: -1, of: null },
      { name: 'mean_of_period', value: 4.5, of: null },
    ]);
    expect(factsOf('trend', { ...trend, trend: null }).map(({ name }) => name)).toEqual(['mean_of_period']);
    expect(factsOf('trend', { ...trend, tooFew: { reason: 'too_few_periods' } })).toEqual([]);
    expect(factsOf('data-clock', { tooFew: null, peaks: [{ weekday: 5, hour: 22 }] })).toEqual([
      { name: 'busiest_hour', value: 5, of: 22 },
    ]);
    expect(factsOf('concentration', { fewest: [{ incidents: 0.5, places: 3, share: 0.04 }] })).toEqual([
      { name: 'half_in', value: 4, of: null },
    ]);
  });
});
