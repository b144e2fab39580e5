import type { CountsParameters, CountsSummary, TooFew } from './contract.ts';

/** One incident is something to count. */
export function countsFloor(n: number): TooFew | null {
  return n > 0 ? null : { reason: 'no_incidents', found: 0, floor: 1 };
}

/** What the summary says of places that are not of this kind. */
export function countsDefaults(parameters: CountsParameters) {
  const { on, confidence, leastPopulation } = parameters;
  return {
    on,
    cell: null,
    shape: null,
    areaKind: null,
    half: null,
    weight: 'count',
    harm: null,
    period: null,
    confidence,
    leastPopulation,
    regionRate: null,
    population: null,
    withRate: 0,
    incidentsWithoutRate: 0,
  } satisfies Partial<CountsSummary>;
}

/** Positions of the places with the largest values; those without a value last, equal ones by their counts. */
export function busiest(
  counts: ArrayLike<number>,
  values: ArrayLike<number>,
  idOf: (place: number) => number,
  most: number,
): number[] {
  const worth = (place: number) => (Number.isNaN(values[place]) ? -1 : values[place]);
  return Array.from(counts, (_, place) => place)
    .filter((place) => counts[place] > 0)
    .sort((a, b) => worth(b) - worth(a) || counts[b] - counts[a] || idOf(a) - idOf(b))
    .slice(0, most);
}

/** Fewest places that hold half of the incidents, the densest first; null without incidents. */
export function halfOf(
  counts: ArrayLike<number>,
  km2: (place: number) => number,
): { places: number; shareOfArea: number } | null {
  let total = 0;
  let ground = 0;
  const order = Array.from(counts, (_, place) => place);
  for (const place of order) {
    total += counts[place];
    ground += km2(place);
  }
  if (total === 0) return null;
  order.sort((a, b) => counts[b] / km2(b) - counts[a] / km2(a) || a - b);
  let held = 0;
  let taken = 0;
  let places = 0;
  while (held < total / 2) {
    const place = order[places++];
    held += counts[place];
    taken += km2(place);
  }
  return { places, shareOfArea: taken / ground };
}
