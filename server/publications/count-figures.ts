import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncidentColumns } from '../../analysis/incident-columns.ts';
import { dataZone } from '../data-zone.ts';
import { MOST_FIGURES, type PublicationWish, periodMonths } from '../domain/publication.ts';
import { Unusable } from '../errors.ts';
import { localTime } from '../jobs/local-time.ts';
import { eachWanted } from '../jobs/located-incidents.ts';
import type { Area, PublishedFigure, PublishedPeriod, Store, Viewer } from '../store/ports.ts';
import { distinct, tokenOf } from './incident-tokens.ts';

/** A figure with what stands for its incidents; the tokens are never given out. */
export type CountedFigure = PublishedFigure & { readonly tokens: Float64Array };

export interface CountedFigures {
  readonly zone: string;
  readonly areas: readonly Pick<Area, 'name' | 'geometry'>[];
  readonly periods: readonly PublishedPeriod[];
  readonly figures: readonly CountedFigure[];
  /** Incidents of the period that are in none of the areas, or without a position. */
  readonly elsewhere: number;
}

/** Counts every area in every period, with the totals of areas, of periods and of all. */
export async function countFigures(
  store: Store,
  viewer: Viewer,
  wish: PublicationWish,
): Promise<CountedFigures> {
  const areas = (await store.areas.list()).filter(({ kind }) => kind === wish.areaKind).sort(byName);
  if (areas.length === 0)
    throw new Unusable(
      'no_areas',
      'There are no areas of this kind. Choose another kind, or import areas first.',
    );
  const zone = await dataZone(store, wish.datasets ?? undefined);
  const { periods, edges } = periodsOf(wish, zone);
  refuseTooMany(areas.length, periods.length);
  const filter = {
    datasets: wish.datasets ? [...wish.datasets] : undefined,
    categories: wish.categories ? [...wish.categories] : undefined,
    from: instant(edges[0]),
    to: instant(edges[edges.length - 1]),
  };
  const columns = await columnsOf(store, viewer, wish);
  const all = await store.incidents.matching(viewer, filter);
  const placed = new Set<number>();
  const byArea: Float64Array[][] = [];
  for (const { id } of areas) {
    const ids = await store.incidents.matching(viewer, { ...filter, areas: [id] });
    for (const incident of ids) placed.add(incident);
    byArea.push(tokensByPeriod(columns, ids, edges));
    await nextTurn();
  }
  return {
    zone,
    areas: areas.map(({ name, geometry }) => ({ name, geometry })),
    periods,
    figures: figuresOf(byArea, tokensByPeriod(columns, Uint32Array.from(placed).sort(), edges)),
    elsewhere: all.length - placed.size,
  };
}

const byName = (a: Area, b: Area) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id);

function periodsOf(wish: PublicationWish, zone: string): { periods: PublishedPeriod[]; edges: number[] } {
  const months = periodMonths(wish);
  if (months === null)
    throw new Unusable(
      'uneven_periods',
      'The months do not make whole periods of this length. Choose other months, or another length.',
    );
  const days = months.map((month) => Date.parse(`${month}-01T00:00:00Z`) / 86_400_000);
  const clock = localTime(zone, days[0] * 1440, days[days.length - 1] * 1440);
  const periods = months.slice(1).map((end, k) => ({ from: months[k], before: end }));
  return { periods, edges: days.map((day) => clock.startOf(day)) };
}

function refuseTooMany(areas: number, periods: number): void {
  const figures = (areas + 1) * (periods + 1);
  if (figures > MOST_FIGURES)
    throw new Unusable(
      'too_many_figures',
      `${areas} areas in ${periods} periods make ${figures} figures; at most ${MOST_FIGURES} can be checked. Choose larger areas, longer periods or fewer months.`,
    );
}

const instant = (minute: number): string => new Date(minute * 60_000).toISOString();

async function columnsOf(
  store: Store,
  viewer: Viewer,
  { datasets }: PublicationWish,
): Promise<IncidentColumns[]> {
  const held = (await store.datasets.list()).filter(({ kind }) => kind === 'incidents');
  const wanted = held
    .filter(({ id }) => datasets === null || datasets.includes(id))
    .sort((a, b) => a.id - b.id);
  return Promise.all(wanted.map(async ({ id }) => (await store.incidents.columns(viewer, id)).columns));
}

/** What stands for the incidents, by period. `ids` ascending. */
function tokensByPeriod(
  columns: readonly IncidentColumns[],
  ids: Uint32Array,
  edges: readonly number[],
): Float64Array[] {
  const held = edges.slice(1).map((): number[] => []);
  eachWanted({ datasets: columns, ids }, (own, row) => {
    const period = edges.findLastIndex((edge) => edge <= own.from[row]);
    held[period]?.push(tokenOf(own, row));
  });
  return held.map((tokens) => distinct(Float64Array.from(tokens)));
}

/** Cells, then the totals: of each area, of each period, of all. A total of one is no figure of its own. */
function figuresOf(byArea: readonly Float64Array[][], total: readonly Float64Array[]): CountedFigure[] {
  const figure = (
    area: number | null,
    period: number | null,
    parts: readonly Float64Array[],
  ): CountedFigure => {
    const tokens = parts.length === 1 ? parts[0] : together(parts);
    return { area, period, count: tokens.length, tokens };
  };
  const cells = byArea.flatMap((periods, area) =>
    periods.map((tokens, period) => figure(area, period, [tokens])),
  );
  const several = { areas: byArea.length > 1, periods: total.length > 1 };
  return [
    ...cells,
    ...(several.periods ? byArea.map((periods, area) => figure(area, null, periods)) : []),
    ...(several.areas ? total.map((tokens, period) => figure(null, period, [tokens])) : []),
    ...(several.areas && several.periods ? [figure(null, null, total)] : []),
  ];
}

function together(parts: readonly Float64Array[]): Float64Array {
  const tokens = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    tokens.set(part, at);
    at += part.length;
  }
  return tokens.sort();
}
