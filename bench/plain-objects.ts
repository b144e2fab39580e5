/** Density and Gi* as a first version in JavaScript would have them: one object an incident, one object a cell. */

export interface PlainIncident {
  x: number;
  y: number;
}

interface PlainCell {
  x: number;
  y: number;
  count: number;
  value: number;
}

export function plainDensity(
  incidents: readonly PlainIncident[],
  cell: number,
  bandwidth: number,
): PlainCell[] {
  const cells = plainCells(incidents, cell);
  const reach = Math.ceil(bandwidth / cell) + 1;
  for (const { x, y } of incidents)
    for (let row = -reach; row <= reach; row++)
      for (let column = -reach; column <= reach; column++) {
        const found = cells.get(keyOf(x + column * cell, y + row * cell, cell));
        if (found === undefined) continue;
        const u = Math.hypot(found.x - x, found.y - y) / bandwidth;
        if (u < 1) found.value += ((3 / Math.PI) * (1 - u * u) ** 2 * 1e6) / bandwidth ** 2;
      }
  return [...cells.values()];
}

export function plainGiStar(incidents: readonly PlainIncident[], cell: number): number[] {
  const cells = plainCells(incidents, cell);
  const all = [...cells.values()];
  const mean = all.reduce((sum, { count }) => sum + count, 0) / all.length;
  const deviation = Math.sqrt(all.reduce((sum, { count }) => sum + (count - mean) ** 2, 0) / all.length);
  return all.map(({ x, y }) => {
    const around: PlainCell[] = [];
    for (let row = -1; row <= 1; row++)
      for (let column = -1; column <= 1; column++) {
        const found = cells.get(keyOf(x + column * cell, y + row * cell, cell));
        if (found !== undefined) around.push(found);
      }
    const sum = around.reduce((total, { count }) => total + count, 0);
    const weight = around.length;
    const spread = (all.length * weight - weight ** 2) / (all.length - 1);
    return (sum - weight * mean) / (deviation * Math.sqrt(spread));
  });
}

function plainCells(incidents: readonly PlainIncident[], cell: number): Map<string, PlainCell> {
  const cells = new Map<string, PlainCell>();
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of incidents) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  for (let row = Math.floor(south / cell); row <= Math.floor(north / cell); row++)
    for (let column = Math.floor(west / cell); column <= Math.floor(east / cell); column++)
      cells.set(`${column}/${row}`, {
        x: (column + 0.5) * cell,
        y: (row + 0.5) * cell,
        count: 0,
        value: 0,
      });
  for (const { x, y } of incidents) {
    const found = cells.get(keyOf(x, y, cell));
    if (found !== undefined) found.count++;
  }
  return cells;
}

function keyOf(x: number, y: number, cell: number): string {
  return `${Math.floor(x / cell)}/${Math.floor(y / cell)}`;
}
