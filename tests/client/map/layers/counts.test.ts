import { describe, expect, it } from 'vitest';
import { counts } from '../../../../client/map/layers/counts.ts';
import { PALETTES } from '../../../../client/map/palette.ts';
import type { CountedPlace, CountsResult } from '../../../../client/map/results/counts.ts';
import type { MapArea, Scene } from '../../../../client/map/scene.ts';

const place = (cell: number, count: number, more: Partial<CountedPlace> = {}): CountedPlace => ({
  cell,
  centre: [0, 0],
  outline: [],
  count,
  km2: 2,
  population: null,
  rate: null,
  low: null,
  high: null,
  rateStatus: null,
  against: 0,
  harm: null,
  largestShare: null,
  harmRate: null,
  ...more,
});
const outline: [number, number][] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const area = (id: number) =>
  ({ id, geometry: { type: 'Polygon', coordinates: [outline] } }) as unknown as MapArea;
const areas = [area(1), area(2), area(3)];
/** The layer reads nothing else of a scene. */
const sceneOf = (data: CountsResult) =>
  ({ palette: PALETTES.light, result: { method: 'counts', data }, areas }) as unknown as Scene;
const shown = { visible: true, opacity: 1 };

function drawn(scene: Scene) {
  const source = counts.sources(scene).counts;
  if (source.type !== 'geojson' || typeof source.data === 'string' || !('features' in source.data))
    throw new Error('no features');
  return source.data.features;
}

describe('the layer of counts', () => {
  it('fills cells by their count in colours of the legend, and leaves empty ones clear', () => {
    const data: CountsResult = {
      on: 'cells',
      show: 'count',
      weight: 'count',
      cells: [0, 1, 4, 200].map((count, i) => place(i, count, { outline })),
    };
    const scene = sceneOf(data);
    const classes = drawn(scene).map(({ properties }) => properties?.class);
    const [ramp, rest] = counts.legend(scene, shown);
    if (ramp.kind !== 'ramp' || rest.kind !== 'swatches') throw new Error('another legend');
    expect(ramp).toMatchObject({ unit: 'incidents' });
    expect(ramp.colours).toHaveLength(ramp.breaks.length - 1);
    expect(classes).toEqual([-1, 0, expect.any(Number), ramp.colours.length - 1]);
    expect(classes[2]).toBeGreaterThan(0);
    expect(rest.items).toMatchObject([{ label: { key: 'noIncidents' }, count: 1 }]);
    expect(counts.hit?.({ place: 3 }, 'counts-place')).toEqual({ kind: 'cell', id: '3' });
  });

  it('colours areas by what was asked for, and says which have no rate', () => {
    const cells = [place(1, 500, { rateStatus: 'no_population' }), place(2, 3, { rate: 9 }), place(9, 1)];
    const scene = sceneOf({ on: 'areas', show: 'rate', weight: 'count', cells });
    const found = drawn(scene).map(({ properties }) => [properties?.place, properties?.class]);
    // An area that was deleted since has no shape to draw.
    expect(found).toEqual([
      [1, -2],
      [2, 0],
    ]);
    const [, rest] = counts.legend(scene, shown);
    expect(rest).toMatchObject({ items: [{ label: { key: 'noRate' }, count: 2 }] });
    const dense = sceneOf({ on: 'areas', show: 'density', weight: 'count', cells });
    expect(counts.legend(dense, shown)[0]).toMatchObject({ kind: 'ramp', unit: 'perSquareKilometre' });
  });

  it('colours by harm when that was mapped', () => {
    const cells = [place(1, 500, { harm: 3, harmRate: 8 }), place(2, 3, { harm: 900, harmRate: null })];
    const classesOf = (show: CountsResult['show']) =>
      drawn(sceneOf({ on: 'areas', show, weight: 'harm', cells })).map(({ properties }) => properties?.class);
    const [light, dark] = classesOf('count');
    expect(light).toBeLessThan(dark);
    expect(classesOf('rate')).toEqual([0, -2]);
    const harmless = place(3, 7, { harm: 0 });
    const scene = sceneOf({ on: 'areas', show: 'density', weight: 'harm', cells: [...cells, harmless] });
    expect(counts.legend(scene, shown)[0]).toMatchObject({ unit: 'harmPerSquareKilometre' });
    expect(counts.legend(scene, shown)[1]).toMatchObject({ items: [{ label: { key: 'noHarm' }, count: 1 }] });
  });

  it('keeps its features while neither result nor areas change', () => {
    const data: CountsResult = { on: 'areas', show: 'count', weight: 'count', cells: [place(1, 5)] };
    expect(drawn(sceneOf(data))).toBe(drawn(sceneOf(data)));
  });

  it('has no ramp where nothing was counted', () => {
    const scene = sceneOf({ on: 'cells', show: 'count', weight: 'count', cells: [place(1, 0, { outline })] });
    expect(counts.legend(scene, shown).map(({ kind }) => kind)).toEqual(['swatches']);
  });
});
