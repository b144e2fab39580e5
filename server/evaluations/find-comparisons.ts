import { setImmediate as nextTurn } from 'node:timers/promises';
import { area as groundSize } from '@turf/area';
import {
  type ControlMatch,
  controlMatches,
  MATCH_MONTHS,
  type MatchCandidate,
} from '../../analysis/control-match.ts';
import { DEGREE, type IncidentColumns, MISSING } from '../../analysis/incident-columns.ts';
import { containsPosition, type PreparedPolygon, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { bufferZone } from '../domain/case/buffer-zone.ts';
import type { EvaluationPlan } from '../domain/case/evaluation-plan.ts';
import { shapesTouch } from '../domain/case/shapes-touch.ts';
import type { AreaGeometry } from '../domain/geometry.ts';
import { type LocalMonths, localMonths } from '../domain/local-months.ts';
import type { Area, Store, Viewer } from '../store/ports.ts';

const LEVEL = 0.95;
const SQUARE_KM = 1_000_000;
/** Rows looked at before other work may pass. */
const ROWS_A_TURN = 100_000;

/** What makes an area like another: its ground and its last 24 months. */
interface Counted {
  readonly polygon: PreparedPolygon;
  readonly months: Uint32Array;
}

export interface FoundComparison {
  area: Pick<Area, 'id' | 'name' | 'population'>;
  match: ControlMatch;
  km2: number;
  months: number[];
}

/** Areas of one kind beside the treated one, the best match first, over the 24 whole months before `until`. */
export async function findComparisons(
  store: Store,
  viewer: Viewer,
  asked: {
    treated: AreaGeometry;
    buffer: AreaGeometry | null;
    bufferMetres: number | null;
    outcome: EvaluationPlan['outcome'];
    until: string;
    kind: Area['kind'];
    zone: string;
  },
): Promise<{ treated: { km2: number; months: number[] }; found: FoundComparison[] }> {
  const areas = (await store.areas.list()).filter(
    ({ kind, geometry }) => kind === asked.kind && !isSameShape(geometry, asked.treated),
  );
  const calendar = localMonths(asked.zone);
  const last = calendar.monthOf(Date.parse(asked.until) / 60_000) - 1;
  const counted = [asked.treated, ...areas.map(({ geometry }) => geometry)].map(
    (geometry): Counted => ({ polygon: preparePolygon(geometry), months: new Uint32Array(MATCH_MONTHS) }),
  );
  await countMonths(
    store,
    viewer,
    asked.outcome,
    { calendar, first: last - MATCH_MONTHS + 1, last },
    counted,
  );
  const [treated, ...others] = counted;
  const size = km2Of(asked.treated);
  const candidates: MatchCandidate[] = [];
  for (const [i, { geometry }] of areas.entries()) {
    candidates.push({
      size: km2Of(geometry),
      months: others[i].months,
      excluded: isTooNear(geometry, asked),
    });
    await nextTurn();
  }
  const { matches } = controlMatches({ size, months: treated.months }, candidates, { level: LEVEL });
  return {
    treated: { km2: size, months: [...treated.months] },
    found: matches.map((match) => {
      const { id, name, population } = areas[match.candidate];
      const { size: km2, months } = candidates[match.candidate];
      return { area: { id, name, population }, match, km2, months: Array.from(months) };
    }),
  };
}

/** The candidate or the streets around it touch the ground of the response. */
function isTooNear(
  geometry: AreaGeometry,
  {
    treated,
    buffer,
    bufferMetres,
  }: { treated: AreaGeometry; buffer: AreaGeometry | null; bufferMetres: number | null },
): boolean {
  const theirs = bufferMetres === null ? [geometry] : [geometry, bufferZone(geometry, bufferMetres)];
  const ours = buffer === null ? [treated] : [treated, buffer];
  return theirs.some((there) => ours.some((here) => shapesTouch(here, there)));
}

async function countMonths(
  store: Store,
  viewer: Viewer,
  outcome: EvaluationPlan['outcome'],
  { calendar, first, last }: { calendar: LocalMonths; first: number; last: number },
  counted: readonly Counted[],
): Promise<void> {
  const at = (month: number) => new Date(calendar.startOf(month) * 60_000).toISOString();
  const ids = await store.incidents.matching(viewer, { ...outcome, from: at(first), to: at(last + 1) });
  const datasets = (await store.datasets.list()).filter(
    ({ id, kind }) =>
      kind === 'incidents' && (outcome.datasets === undefined || outcome.datasets.includes(id)),
  );
  for (const { id } of datasets) {
    const { columns } = await store.incidents.exactColumns(viewer, id);
    let next = 0;
    for (let row = 0; row < columns.length && next < ids.length; row++) {
      if (row % ROWS_A_TURN === 0) await nextTurn();
      while (next < ids.length && ids[next] < columns.id[row]) next++;
      if (ids[next] !== columns.id[row]) continue;
      countRow(columns, row, calendar.monthOf(columns.from[row]) - first, counted);
    }
  }
}

function countRow(columns: IncidentColumns, row: number, month: number, counted: readonly Counted[]): void {
  if (columns.lon[row] === MISSING || columns.lat[row] === MISSING) return;
  const [lon, lat] = [columns.lon[row] / DEGREE, columns.lat[row] / DEGREE];
  for (const { polygon, months } of counted) if (containsPosition(polygon, lon, lat)) months[month]++;
}

const km2Of = (geometry: AreaGeometry) => groundSize(geometry) / SQUARE_KM;

/** The case may be about one of the areas itself. */
function isSameShape(one: AreaGeometry, other: AreaGeometry): boolean {
  return JSON.stringify(one.coordinates) === JSON.stringify(other.coordinates);
}
