/**
 * Question: which active cells of a grid are next to each other, as lists?
 * Method: row and column numbers (see neighbours.ts), once, for methods that go over the same cells many times.
 *
 * Assumptions: cells outside the region are no neighbours, so cells at its edge have fewer.
 * Not to conclude: –
 */
import type { Grid } from './grid.ts';
import { eachNeighbour, type NeighbourLists } from './neighbours.ts';

/** Places are the active cells, numbered by their order; `cells` are their numbers in the grid, ascending. */
export interface GridPlaces {
  readonly cells: Uint32Array;
  /** Place of every cell of the grid, -1 when not active. */
  readonly placeOf: Int32Array;
  readonly lists: NeighbourLists;
}

export function gridPlaces(grid: Grid, active: Uint8Array): GridPlaces {
  if (active.length !== grid.columns * grid.rows)
    throw new RangeError(`active must have ${grid.columns * grid.rows} cells, got ${active.length}`);
  const placeOf = new Int32Array(active.length).fill(-1);
  let places = 0;
  for (let cell = 0; cell < active.length; cell++) if (active[cell] !== 0) placeOf[cell] = places++;
  const cells = new Uint32Array(places);
  const starts = new Uint32Array(places + 1);
  const list = new Uint32Array(places * 8);
  let size = 0;
  const add = (neighbour: number) => {
    if (placeOf[neighbour] >= 0) list[size++] = placeOf[neighbour];
  };
  for (let cell = 0, place = 0; cell < active.length; cell++) {
    if (active[cell] === 0) continue;
    cells[place] = cell;
    eachNeighbour(grid, cell, add);
    starts[++place] = size;
  }
  return { cells, placeOf, lists: { starts, list: list.slice(0, size) } };
}
