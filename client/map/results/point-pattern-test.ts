import type { Table } from 'apache-arrow';
import type { Geometry } from 'geojson';
import type { SummaryOf } from '../../api/runs.ts';
import {
  type AreaShapes,
  numbers,
  orNull,
  type Position,
  placeOfCell,
  type ResultReader,
  readCells,
} from './result-table.ts';

type Summary = SummaryOf<'point-pattern-test'>;

export interface ComparedPlace {
  /** Number of the cell, id of the area. */
  readonly cell: number;
  readonly centre: Position;
  /** Closed ring of a cell; an area has its shape in the records. */
  readonly outline: Position[];
  readonly before: number;
  readonly after: number;
  /** Of the incidents of each period. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly p: number | null;
  readonly q: number | null;
  /** Null: no difference shown, or too few to say. */
  readonly kind: 'larger' | 'smaller' | null;
}

export interface PatternResult {
  readonly on: Summary['on'];
  readonly places: readonly ComparedPlace[];
}

export const pointPatternTestReader: ResultReader<'point-pattern-test', PatternResult> = {
  read,
  placeOf,
};

function read(table: Table, { on }: Summary): PatternResult {
  if (table.numRows === 0) return { on, places: [] };
  const column = (name: string) => numbers(table, name);
  const [before, after] = ['before', 'after'].map(column);
  const [shareBefore, shareAfter] = ['shareBefore', 'shareAfter'].map(column);
  const [p, q, direction] = ['p', 'q', 'class'].map(column);
  const places = (on === 'cells' ? readCells(table) : readAreas(table)).map(
    ({ cell, centre, outline }, i): ComparedPlace => ({
      cell,
      centre,
      outline,
      before: before[i],
      after: after[i],
      shareBefore: orNull(shareBefore[i]),
      shareAfter: orNull(shareAfter[i]),
      p: orNull(p[i]),
      q: orNull(q[i]),
      kind: direction[i] > 0 ? 'larger' : direction[i] < 0 ? 'smaller' : null,
    }),
  );
  return { on, places };
}

function readAreas(table: Table): Pick<ComparedPlace, 'cell' | 'centre' | 'outline'>[] {
  const [place, lon, lat] = ['place', 'lon', 'lat'].map((name) => numbers(table, name));
  return Array.from(place, (cell, i) => ({ cell, centre: [lon[i], lat[i]], outline: [] }));
}

/** An area that was deleted since is shown by its middle. */
function placeOf({ on, places }: PatternResult, id: string, areas: AreaShapes): Geometry | null {
  if (on === 'cells') return placeOfCell({ cells: places }, id);
  const found = places.find(({ cell }) => String(cell) === id);
  if (!found) return null;
  const shape = areas.find((area) => String(area.id) === id)?.geometry;
  return shape ?? { type: 'Point', coordinates: found.centre };
}
