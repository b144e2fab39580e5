import { coveredGround } from '../../analysis/covered-ground.ts';
import { containsPosition, prepareRings } from '../../analysis/prepared-polygon.ts';
import type { GuessScore, ScoreAt } from './contract.ts';
import type { MapName, Part } from './predicting-maps.ts';
import { type CountedCells, inMetres, type StudyArea } from './study-area.ts';
import type { Checkpoint, DrawnShape } from './task.ts';

const LONGEST_NAME = 120;

/** A shape somebody drew, laid over the cells. */
export interface Guess {
  readonly shape: DrawnShape;
  readonly areaKm2: number;
  /** Share of the region that it covers; 0 outside. */
  readonly share: number;
  /** Incidents of the held-out period in it, by their positions. */
  readonly hits: number;
}

export function guessesOf(
  study: StudyArea,
  { grid, active, cells }: CountedCells,
  future: Part,
  checkpoint: Checkpoint,
): Guess[] {
  const { plane, points } = study.incidents;
  const { shapes } = study.task;
  return shapes.map((shape, k) => {
    checkpoint(k / shapes.length);
    const polygons = inMetres(shape.polygons, plane);
    const ground = coveredGround(grid, active, polygons);
    const prepared = polygons.map((rings) => prepareRings(rings));
    const inside = (i: number) =>
      prepared.some((polygon) => containsPosition(polygon, points.x[i], points.y[i]));
    const hits = ground > 0 ? future.rows.reduce((sum, i) => sum + Number(inside(i)), 0) : 0;
    const region = cells.length * grid.cell * grid.cell;
    return { shape, areaKm2: ground / 1e6, share: Math.min(1, ground / region), hits };
  });
}

/** A guess beside what each map caught on as much ground. */
export function guessScore(
  { shape, areaKm2, share, hits }: Guess,
  maps: readonly (ScoreAt & { readonly map: MapName })[],
  incidents: number,
  heldFrom: number,
): GuessScore {
  const most = Math.max(...maps.map((score) => score.hits));
  const lead = maps.length > 0 ? hits - most : null;
  const pai = (value: number) => value / incidents / share;
  const possible = maps.find(({ pei }) => pei !== null && pei > 0);
  return {
    id: shape.id,
    text: nameOf(shape.text),
    areaKm2,
    share,
    hits,
    hitRate: hits / incidents,
    pai: share > 0 ? pai(hits) : null,
    pei: possible?.pei ? (hits * possible.pei) / possible.hits : null,
    maps: [...maps],
    lead,
    leadPai: lead === null ? null : pai(lead),
    drawnLater: shape.changedAt >= heldFrom,
  };
}

/** The first line of a long text is enough to know it by. */
function nameOf(text: string): string {
  const [line] = text.split('\n');
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
}
