import { useMemo, useState } from 'react';
import { categoryStyles } from '../../map/category-styles.ts';
import {
  type Columns,
  type Criteria,
  type FilterAnswer,
  type Totals,
  useAnswer,
  useColumns,
  useLoadedColumns,
  type View,
  type ViewAnswer,
} from '../../map/columns.ts';
import type { Palette } from '../../map/palette.ts';
import type { CategoryStyle, SquaresOnMap } from '../../map/scene.ts';
import type { MapSearch } from '../../search.ts';
import type { Records } from './use-records.ts';

/** A period in minutes since 1970, while somebody drags the brush and the address has not followed yet. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** The incidents in the worker under the filter of the address, or of the brush while it moves. */
export function useIncidents(search: MapSearch, records: Records, palette: Palette) {
  const [draft, setDraft] = useState<Period | null>(null);
  useDraftUntilWritten(search, setDraft);
  const [view, setView] = useState<View | null>(null);
  const columns = useColumns();
  const { datasets, areas, categories, workspace } = records;
  const timezone = commonZone(datasets, search.datasets) ?? workspace?.timezone ?? 'UTC';
  const sources = useMemo(() => datasets && columnSources(datasets), [datasets]);
  const { totals, failure } = useLoadedColumns({
    columns,
    sources,
    timezone: workspace ? timezone : null,
  });
  const criteria = useCriteria(search, draft);
  const areasKnown = useAreasInWorker(columns, areas);
  const filterQuestion = useMemo(() => {
    const waiting = criteria.areas?.length && !areasKnown;
    return totals && !waiting ? { criteria, totals, areasKnown } : null;
  }, [criteria, totals, areasKnown]);
  const askFilter = useMemo(
    () =>
      columns &&
      ((question: { criteria: Criteria; totals: Totals }): Promise<FilterAnswer> =>
        columns.filter(question.criteria)),
    [columns],
  );
  const answer = useAnswer(askFilter, filterQuestion);
  const viewQuestion = useMemo(() => (answer && view ? { answer, view } : null), [answer, view]);
  const askView = useMemo(
    () =>
      columns &&
      ((question: { answer: FilterAnswer; view: View }): Promise<ViewAnswer> => columns.view(question.view)),
    [columns],
  );
  const inView = useAnswer(askView, viewQuestion);
  const styles = useMemo((): ReadonlyMap<number, CategoryStyle> => {
    const names = new Map(categories.map(({ id, name }) => [id, name]));
    const counts = answer?.counts.byCategory ?? NOTHING;
    const meant = totals ? totalsOf(totals, search.datasets) : NOTHING;
    return categoryStyles({ names, totals: meant, counts }, palette);
  }, [categories, totals, answer, palette, search.datasets]);
  return {
    columns,
    totals,
    failure,
    counts: answer?.counts ?? null,
    bins: answer?.bins ?? null,
    inView,
    squares: useSquares(answer, datasets, search.datasets),
    styles,
    draft,
    setDraft,
    view,
    setView,
    timezone,
  };
}

export type Incidents = ReturnType<typeof useIncidents>;

/** Squares under the filter, and how many incidents of the chosen data sets are not shown. */
function useSquares(
  answer: FilterAnswer | null,
  datasets: Records['datasets'],
  chosen: readonly number[] | undefined,
): SquaresOnMap | null {
  return useMemo(() => {
    if (!answer?.squares) return null;
    const meant = (datasets ?? []).filter(({ id }) => !chosen?.length || chosen.includes(id));
    const hidden = meant.map(({ seen }) => seen.hidden);
    const isKnown = hidden.every((count) => count !== null);
    return {
      counted: answer.squares,
      hidden: isKnown ? hidden.reduce((sum: number, count) => sum + (count ?? 0), 0) : null,
    };
  }, [answer, datasets, chosen]);
}

/** The clocks of the one place the chosen incidents are about; none when they are of several places. */
function commonZone(datasets: Records['datasets'] = [], chosen: readonly number[] = []): string | null {
  const meant = datasets.filter(
    ({ id, kind, count }) =>
      kind === 'incidents' && count > 0 && (chosen.length === 0 || chosen.includes(id)),
  );
  const zones = new Set(meant.map(({ timezone }) => timezone));
  return zones.size === 1 ? [...zones][0] : null;
}

/** The areas the worker knows. Messages keep their order: a filter asked afterwards finds them there. */
function useAreasInWorker(columns: Columns | null, areas: Records['areas']): Records['areas'] {
  return useMemo(() => {
    if (!columns || !areas) return undefined;
    void columns.setAreas(areas);
    return areas;
  }, [columns, areas]);
}

/** The brush stays as it is until the address has followed, then the address speaks again. */
function useDraftUntilWritten({ from, to }: MapSearch, setDraft: (draft: null) => void): void {
  const written = `${from} ${to}`;
  const [seen, setSeen] = useState(written);
  if (seen === written) return;
  setSeen(written);
  setDraft(null);
}

/** Colours go to what is frequent in the chosen data sets: another city must not take them all. */
function totalsOf(
  { byCategory, ofDataset }: Totals,
  chosen: readonly number[] | undefined,
): ReadonlyMap<number, number> {
  if (!chosen?.length) return byCategory;
  const sum = new Map<number, number>();
  for (const dataset of chosen)
    for (const [category, count] of ofDataset.get(dataset) ?? NOTHING)
      sum.set(category, (sum.get(category) ?? 0) + count);
  return sum;
}

function columnSources(datasets: NonNullable<Records['datasets']>) {
  return datasets
    .filter(({ kind, count }) => kind === 'incidents' && count > 0)
    .map(({ id, version, seen }) => ({
      dataset: id,
      url: `/api/datasets/${id}/columns?version=${version}&seen=${seen.key}`,
    }));
}

function useCriteria(search: MapSearch, draft: Period | null): Criteria {
  const { datasets, categories, areas, from, to } = search;
  return useMemo(
    () => ({
      datasets,
      categories,
      areas,
      from: draft ? draft.from : minuteOf(from),
      to: draft ? draft.to : minuteOf(to),
    }),
    [datasets, categories, areas, from, to, draft],
  );
}

/** The first whole minute at or after an instant: incidents are kept in minutes. */
export const minuteOf = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Math.ceil(Date.parse(instant) / 60_000);

export const instantOf = (minute: number): string => new Date(minute * 60_000).toISOString();
