import { groupOutline } from '../../analysis/cell-groups.ts';
import { cellCentre, cellLocator, cellOf } from '../../analysis/grid.ts';
import type { LocalGi } from '../../analysis/local-gi-star.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { cellBounds } from './cell-bounds.ts';
import type { CellPatch, Hotspot } from './contract.ts';
import type { CountedCells, StudyArea } from './study-area.ts';

/** Incidents of a hotspot that are looked at to find its name. */
const NAMED_BY = 200;

/** Ranked by incidents, then by the highest score, then by place in the grid. Names are given later. */
export function describeHotspots(
  counted: CountedCells,
  gi: LocalGi,
  groups: readonly (readonly number[])[],
): Hotspot[] {
  const zOf = valueOfCell(counted, gi.z);
  return groups
    .map((cells) => ({ ...describePatch(counted, cells, zOf), maxZ: Math.max(...cells.map(zOf)) }))
    .sort((a, b) => b.incidents - a.incidents || b.maxZ - a.maxZ || a.cells[0] - b.cells[0])
    .map((hotspot, i) => ({ ...hotspot, rank: i + 1 }));
}

/** Ranks patches by incidents, then by place in the grid. */
export function ranked<Patch extends CellPatch>(patches: readonly Patch[]): Patch[] {
  return patches
    .toSorted((a, b) => b.incidents - a.incidents || a.cells[0] - b.cells[0])
    .map((patch, i) => ({ ...patch, rank: i + 1 }));
}

/** Looks up one entry an active cell by the number of the cell. */
export function valueOfCell({ cells }: CountedCells, values: ArrayLike<number>): (cell: number) => number {
  const entry = new Map(Array.from(cells, (cell, i) => [cell, i]));
  return (cell) => values[entry.get(cell) ?? -1];
}

/** `heightOf` says which cell stands for a patch whose middle lies outside it. */
export function describePatch(
  counted: CountedCells,
  cells: readonly number[],
  heightOf: (cell: number) => number,
): CellPatch {
  const { grid, counts, n } = counted;
  const incidents = cells.reduce((sum, cell) => sum + counts[cell], 0);
  const middle = middleOfGroup(counted, cells, heightOf);
  const { lon, lat } = toDegrees(grid.plane, [middle.x], [middle.y]);
  return {
    rank: 0,
    cells: [...cells],
    placeName: null,
    incidents,
    shareOfIncidents: n === 0 ? 0 : incidents / n,
    areaKm2: (cells.length * grid.cell * grid.cell) / 1e6,
    shareOfArea: cells.length / counted.cells.length,
    centre: [wrapLongitude(lon[0]), lat[0]],
    bounds: cellBounds(grid, cells),
    geometry: { type: 'MultiPolygon', coordinates: groupOutline(grid, cells) },
  };
}

/** Mean of the cell centres by incidents; the centre of the hottest cell when that lies outside the hotspot. */
function middleOfGroup(
  { grid, counts }: CountedCells,
  cells: readonly number[],
  heightOf: (cell: number) => number,
) {
  let x = 0;
  let y = 0;
  let weight = 0;
  for (const cell of cells) {
    const centre = cellCentre(grid, cell);
    x += centre.x * counts[cell];
    y += centre.y * counts[cell];
    weight += counts[cell];
  }
  if (weight > 0 && cells.includes(cellOf(grid, x / weight, y / weight)))
    return { x: x / weight, y: y / weight };
  return cellCentre(
    grid,
    cells.reduce((best, cell) => (heightOf(cell) > heightOf(best) ? cell : best)),
  );
}

/** Ids of a few incidents in each group. */
export function incidentsOfGroups(
  { incidents }: Pick<StudyArea, 'incidents'>,
  { grid }: CountedCells,
  groups: readonly (readonly number[])[],
): number[][] {
  const found = groups.map((): number[] => []);
  if (groups.length === 0) return found;
  const groupOf = new Int32Array(grid.columns * grid.rows).fill(-1);
  groups.forEach((cells, group) => {
    for (const cell of cells) groupOf[cell] = group;
  });
  const { x, y } = incidents.points;
  const locate = cellLocator(grid);
  for (let i = 0; i < x.length; i++) {
    const cell = locate(x[i], y[i]);
    const group = cell < 0 ? -1 : groupOf[cell];
    if (group >= 0 && found[group].length < NAMED_BY) found[group].push(incidents.ids[i]);
  }
  return found;
}
