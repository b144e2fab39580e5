import type { PublishedTable } from '../../api/publications.ts';

/** Null: not shown. */
export type Count = number | null;

/** Counts by area and period. A total of one is no figure of its own and is left out (null). */
export interface FigureGrid {
  /** An area a row, a period a column. */
  readonly cells: readonly (readonly Count[])[];
  readonly areaTotals: readonly Count[] | null;
  readonly periodTotals: readonly Count[] | null;
  /** Wrapped, because it may be hidden or not be there. */
  readonly all: { readonly count: Count } | null;
  /** How many figures are not shown. */
  readonly hidden: number;
}

export function gridOf({ areas, periods, figures }: PublishedTable): FigureGrid {
  const counts = new Map(figures.map(({ area, period, count }) => [keyOf(area, period), count]));
  const at = (area: number | null, period: number | null): Count => counts.get(keyOf(area, period)) ?? null;
  const total = <Total>(area: number | null, period: number | null, value: () => Total) =>
    counts.has(keyOf(area, period)) ? value() : null;
  return {
    cells: areas.map((_, area) => periods.map((_, period) => at(area, period))),
    areaTotals: total(0, null, () => areas.map((_, area) => at(area, null))),
    periodTotals: total(null, 0, () => periods.map((_, period) => at(null, period))),
    all: total(null, null, () => ({ count: at(null, null) })),
    hidden: figures.filter(({ count }) => count === null).length,
  };
}

const keyOf = (area: number | null, period: number | null): string => `${area} ${period}`;

/** What the map of a period shows: a count an area; the whole time where there are totals and no period is chosen. */
export function countsOf(grid: FigureGrid, period: number | null): readonly Count[] {
  return period === null && grid.areaTotals
    ? grid.areaTotals
    : grid.cells.map((counts) => counts[period ?? 0] ?? null);
}
