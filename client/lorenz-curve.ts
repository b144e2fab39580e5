import type { SummaryOf } from './api/runs.ts';

type Lorenz = SummaryOf<'concentration'>['lorenz'];

/** The curve turned round: it is given with the places of fewest incidents first. */
export function mostFirst({ places, incidents }: Lorenz): { places: number; incidents: number }[] {
  return places.map((share, i) => ({ places: 1 - share, incidents: 1 - incidents[i] })).reverse();
}

/** Share of the incidents on so large a share of the places, those with most first. */
export function incidentsOn(lorenz: Lorenz, share: number): number {
  const curve = mostFirst(lorenz);
  const after = curve.findIndex(({ places }) => places >= share);
  if (after <= 0) return after === 0 ? curve[0].incidents : 1;
  const [a, b] = [curve[after - 1], curve[after]];
  const part = b.places === a.places ? 1 : (share - a.places) / (b.places - a.places);
  return a.incidents + part * (b.incidents - a.incidents);
}
