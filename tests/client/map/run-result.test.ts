import {
  Field,
  Float64,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Table,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { cellCentre, type PlacedGrid } from '../../../analysis/grid.ts';
import { toDegrees } from '../../../analysis/projection.ts';
import type { MethodId, SummaryOf } from '../../../client/api/runs.ts';
import { PALETTES, rgb } from '../../../client/map/palette.ts';
import { densityAt } from '../../../client/map/results/kernel-density.ts';
import { rings } from '../../../client/map/results/result-table.ts';
import { readRunResult } from '../../../client/map/run-result.ts';
import { surfacePixels } from '../../../client/map/surface-image.ts';

const grid: PlacedGrid = {
  shape: 'square',
  cell: 100,
  columns: 3,
  rows: 2,
  x0: -150,
  y0: -100,
  plane: { lon: -75, lat: 40 },
};

/** A result as the server writes it: plain columns, method and grid in the schema. */
function stream(method: string, columns: Record<string, number[]>): ArrayBuffer {
  const fields = Object.keys(columns).map((name) => new Field(name, new Float64(), true));
  const schema = new Schema(
    fields,
    new Map([
      ['method', method],
      ['grid', JSON.stringify(grid)],
    ]),
  );
  const rows = Object.values(columns)[0].length;
  const children = Object.values(columns).map((values) =>
    makeData({ type: new Float64(), length: rows, data: Float64Array.from(values) }),
  );
  const data = makeData({ type: new Struct(fields), length: rows, children });
  const bytes = RecordBatchStreamWriter.writeAll(new Table([new RecordBatch(schema, data)])).toUint8Array(
    true,
  );
  return bytes.slice().buffer;
}

const centre = (cell: number): [number, number] => {
  const { x, y } = cellCentre(grid, cell);
  const { lon, lat } = toDegrees(grid.plane, [x], [y]);
  return [lon[0], lat[0]];
};

/** Methods on cells read nothing from it; the type wants all of it. */
const noSummary = {} as SummaryOf<MethodId>;
const read = (bytes: ArrayBuffer) => readRunResult(bytes, noSummary);

describe('readRunResult', () => {
  it('reads a density and finds the cell of a position', () => {
    const result = read(
      stream('kernel-density', {
        cell: [0, 4, 5],
        lon: [0, 0, 0],
        lat: [0, 0, 0],
        count: [1, 2, 3],
        value: [10, 40, 20],
      }),
    );
    expect(result.method).toBe('kernel-density');
    if (result.method !== 'kernel-density') return;
    expect(result.data.maximum).toBe(40);
    expect(densityAt(result.data, centre(4))).toBe(1);
    expect(densityAt(result.data, centre(1))).toBe(-1);
    expect(densityAt(result.data, [0, 0])).toBe(-1);
  });

  it('reads hot cells with a closed outline round their centre', () => {
    const cell = [2, 3];
    const one = [1, 1];
    const result = read(
      stream('local-gi-star', {
        cell,
        lon: cell.map((id) => centre(id)[0]),
        lat: cell.map((id) => centre(id)[1]),
        count: [9, 0],
        neighbours: one,
        sum: [9, 0],
        expected: one,
        z: [4.2, Number.NaN],
        p: [0.0001, Number.NaN],
        q: [0.001, Number.NaN],
        class: [1, 0],
      }),
    );
    if (result.method !== 'local-gi-star') throw new Error('read as another method');
    const [hot, unsaid] = result.data.cells;
    expect(hot).toMatchObject({ cell: 2, count: 9, z: 4.2, significance: 1 });
    expect(unsaid).toMatchObject({ z: null, p: null, q: null });
    expect(hot.outline).toHaveLength(5);
    expect(hot.outline[0]).toEqual(hot.outline[4]);
    const lons = hot.outline.map(([lon]) => lon);
    expect(Math.min(...lons)).toBeLessThan(hot.centre[0]);
    expect(Math.max(...lons)).toBeGreaterThan(hot.centre[0]);
  });

  it('says so when it does not know the method', () => {
    expect(() => read(stream('tea-leaves', { cell: [1] }))).toThrow(/cannot draw/);
  });
});

describe('rings', () => {
  it('gives neighbours the very same shared corners', () => {
    const [left, right] = rings(grid, [0, 1]);
    expect(left[1]).toEqual(right[0]);
    expect(left[2]).toEqual(right[3]);
  });
});

describe('surfacePixels', () => {
  const density = {
    grid,
    cell: [0, 4],
    count: [0, 0],
    value: Float64Array.from([70, 0]),
    maximum: 70,
    weight: 'count' as const,
  };

  it('paints one pixel a cell with north on top, and leaves nothing where there is nothing', () => {
    const palette = PALETTES.light;
    const pixels = surfacePixels(density, palette);
    const at = (column: number, rowFromTop: number) => [
      ...pixels.slice((rowFromTop * 3 + column) * 4).slice(0, 4),
    ];
    expect(at(0, 1)).toEqual([...rgb(palette.sequential[6]), 255]);
    expect(at(1, 0)).toEqual([0, 0, 0, 0]);
    expect(at(2, 1)).toEqual([0, 0, 0, 0]);
  });
});
