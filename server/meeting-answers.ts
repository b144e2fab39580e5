import { type Table, tableFromIPC } from 'apache-arrow';
import { areaAndBelow } from './concern-areas.ts';
import type { AppDeps } from './deps.ts';
import { withCoarseShapes } from './domain/coarse-shapes.ts';
import type { AreaGeometry } from './domain/geometry.ts';
import { groundOf as squareMetresOf } from './domain/geometry-ground.ts';
import { grantsOf } from './domain/grants.ts';
import { groundOf, liesIn } from './domain/lies-in.ts';
import { readAnswer } from './domain/meeting/answer-classes.ts';
import { type AnswerFact, factsOf } from './domain/meeting/answer-facts.ts';
import {
  FEWEST_TOLD,
  type FoundPlace,
  type ToldClass,
  toldSquares,
  type Undrawn,
} from './domain/meeting/told-answer.ts';
import type { AnalysisRun, Area, Committee, Exhibit, Viewer } from './store/ports.ts';

/** Square metres of the finest squares that are told anywhere without knowing the homes in them. */
const SMALLEST_AREA = 250_000;
export const MOST_PLACES = 1000;

/** A kept answer as a member of the committee may see it. */
export interface ShownAnswer {
  method: string;
  madeAt: string;
  period: { from: string; to: string } | null;
  /** Incidents it was counted from; null where these reach beyond the area of the committee, or are too few to tell. */
  n: number | null;
  reachesBeyond: boolean;
  /** The method itself says that there is too little to say. */
  isTooFew: boolean;
  undrawn: Undrawn | null;
  /** The largest first. Metres of a side; of areas their ids. */
  places: {
    bounds: [number, number, number, number];
    side: number | null;
    area: number | null;
    found: ToldClass;
  }[];
  facts: AnswerFact[];
}

/**
 * Kept answers for the wall. What they found is told in squares that members see anyway, with their floors, and in areas
 * of the committee that are large enough; figures of all of an answer only where all of it is of the committee's area.
 */
export function createMeetingAnswers({ store }: Pick<AppDeps, 'store'>) {
  async function answerOf(committee: Committee, kept: Exhibit): Promise<ShownAnswer | null> {
    const run = await store.runs.get(kept.runId);
    if (run?.state !== 'done' || run.summary === null) return null;
    const bytes = await store.runs.result(run.id);
    if (bytes === null) return null;
    const areas = await store.areas.list();
    const area = areas.find(({ id }) => id === committee.areaId);
    if (!area) return null;
    const found = readAnswer(run.method, run.summary, columnsOf(tableFromIPC(bytes)));
    const places = found.undrawn === null ? await placesOf(run, area, areas, found) : [];
    const isWithin = liesWithin(run, area, areas);
    const n = Number(run.summary.n);
    return {
      method: run.method,
      madeAt: run.createdAt,
      period: run.filter.from && run.filter.to ? { from: run.filter.from, to: run.filter.to } : null,
      n: isWithin && n >= FEWEST_TOLD ? n : null,
      reachesBeyond: !isWithin,
      isTooFew: run.summary.tooFew !== null && run.summary.tooFew !== undefined,
      undrawn: found.undrawn ?? (places.length === 0 ? 'few' : null),
      places,
      facts: isWithin && n >= FEWEST_TOLD ? factsOf(run.method, run.summary) : [],
    };
  }

  async function placesOf(
    { filter }: AnalysisRun,
    area: Area,
    areas: readonly Area[],
    { on, places, cell }: Extract<ReturnType<typeof readAnswer>, { undrawn: null }>,
  ): Promise<ShownAnswer['places']> {
    if (on === 'areas') return inAreas(places, area, areas);
    const viewer: Viewer = {
      userId: 'a member of the committee',
      grants: grantsOf([{ role: 'committee_member', area: area.id }]),
    };
    const seen = await store.incidents.squares(viewer, withCoarseShapes(filter));
    return toldSquares(places, seen, cell)
      .slice(-MOST_PLACES)
      .map(({ bounds: [west, south, east, north], side, found }) => ({
        bounds: [west, south, east, north],
        side,
        area: null,
        found,
      }));
  }

  return {
    /** What of it is told; null: it is not kept any more, or was never finished. */
    async shown(committee: Committee, problemId: string, exhibitId: string): Promise<ShownAnswer | null> {
      const kept = await store.exhibits.get(problemId, exhibitId);
      return kept && answerOf(committee, kept);
    },
  };
}

/** Areas below that of the committee, or it: those that are no smaller than a square, and hold enough incidents. */
function inAreas(places: readonly FoundPlace[], area: Area, areas: readonly Area[]): ShownAnswer['places'] {
  const below = new Set(areaAndBelow(area.id, areas));
  const byId = new Map(areas.filter(({ id }) => below.has(id)).map((one) => [one.id, one]));
  return places
    .flatMap(({ area: id, found, count }): ShownAnswer['places'] => {
      const known = id === null ? undefined : byId.get(id);
      if (!known || found === null || count < FEWEST_TOLD) return [];
      if (squareMetresOf(known.geometry) < SMALLEST_AREA) return [];
      return [{ bounds: known.bounds, side: null, area: known.id, found }];
    })
    .slice(0, MOST_PLACES);
}

/** Whether all that was asked lies in the area of the committee: by the areas or the shape of the question, or where it fell. */
function liesWithin({ filter, summary }: AnalysisRun, area: Area, areas: readonly Area[]): boolean {
  const below = areaAndBelow(area.id, areas);
  if (filter.areas && filter.areas.length > 0) return filter.areas.every((id) => below.includes(id));
  const asked = filter.geometry ?? boundsShape(summary?.bounds);
  return asked !== null && liesIn(asked, groundOf(area.geometry));
}

function boundsShape(bounds: unknown): AreaGeometry | null {
  if (!Array.isArray(bounds) || bounds.length !== 4) return null;
  const [west, south, east, north] = bounds.map(Number);
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** Null is NaN, a column that is not there is empty. */
function columnsOf(table: Table) {
  return (name: string): Float64Array => {
    const vector = table.getChild(name);
    if (!vector) return new Float64Array(0);
    return Float64Array.from({ length: table.numRows }, (_, row) => {
      const value = vector.get(row);
      return value === null ? Number.NaN : Number(value);
    });
  };
}
