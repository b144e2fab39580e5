import { expect, test } from 'vitest';
import { PALETTES } from '../../../../client/map/palette.ts';
import { projector } from '../../../../client/map/printing/frame.ts';
import { linePath, ringPath } from '../../../../client/map/printing/outline.ts';
import { drawPlan } from '../../../../client/map/printing/plan-drawing.ts';
import type { Scene } from '../../../../client/map/scene.ts';

const frame = { west: 10, north: 50, zoom: 14, width: 400, height: 300 };
const [east, south] = [10.01, 49.99];
const scene: Scene = {
  palette: PALETTES.light,
  land: null,
  streets: null,
  archives: [],
  areas: [],
  incidents: {
    kind: 'points',
    points: {
      ids: Uint32Array.of(1, 2),
      positions: Float64Array.of(10.001, 49.999, 20, 49),
      categories: Uint16Array.of(1, 1),
    },
  },
  squares: null,
  categories: new Map([[1, { colour: '#00ff00', shape: 'square', name: 'Theft', count: 2 }]]),
  result: null,
  assets: [],
  problems: [],
  annotations: [],
  concerns: [],
  interventions: [],
  selection: null,
  emphasis: null,
};

const square = (kind: string, lon: number) => ({
  type: 'Feature' as const,
  properties: { kind, name: 'A & B' },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [lon, south],
        [lon + 0.005, south],
        [lon + 0.005, south + 0.005],
        [lon, south + 0.005],
        [lon, south],
      ],
    ],
  },
});

const source = {
  type: 'geojson' as const,
  data: {
    type: 'FeatureCollection' as const,
    features: [square('hot', 10.001), square('none', 10.001), square('hot', 40)],
  },
};

test('a fill is drawn where it lies, in its colour, without what the filter leaves out or the window does not see', () => {
  const drawn = drawPlan(
    {
      sources: { cells: source },
      styles: [
        {
          id: 'cells-fill',
          type: 'fill',
          source: 'cells',
          filter: ['==', ['get', 'kind'], 'hot'],
          paint: {
            'fill-color': ['match', ['get', 'kind'], 'hot', '#ff0000', '#000000'],
            'fill-opacity': 0.5,
          },
        },
      ],
    },
    scene,
    frame,
  );
  const [x, y] = projector(frame)([10.001, south]);
  const round = (value: number) => Math.round(value * 10) / 10;
  expect(drawn.match(/M/g)).toHaveLength(1);
  expect(drawn).toContain('fill="#ff0000"');
  expect(drawn).toContain('fill-opacity="0.5"');
  expect(drawn).toContain(`${round(x)} `);
  expect(y).toBeGreaterThan(0);
});

test('layers out of their zoom are not drawn, and names are escaped', () => {
  const style = {
    id: 'cells-name',
    type: 'symbol' as const,
    source: 'cells',
    layout: { 'text-field': ['get', 'name'] as ['get', string], 'text-size': 12 },
  };
  const plan = { sources: { cells: source }, styles: [style] };
  expect(drawPlan(plan, scene, frame)).toMatch(/>A &amp; B</);
  expect(drawPlan({ ...plan, styles: [{ ...style, minzoom: 15 }] }, scene, frame)).toBe('');
});

test('incidents that the graphics card draws are shapes in the colour of their category', () => {
  const deck = { type: 'deck' as const, id: 'incidents-point', make: () => expect.fail('not here') };
  const drawn = drawPlan({ sources: {}, styles: [deck] }, scene, frame);
  expect(drawn.match(/<polygon/g)).toHaveLength(1);
  expect(drawn).toContain('fill="#00ff00"');
});

const box = { left: 0, top: 0, right: 100, bottom: 100 };

test('a ring larger than the window becomes the window', () => {
  const path = ringPath(
    [
      [-1000, -1000],
      [1000, -1000],
      [1000, 1000],
      [-1000, 1000],
    ],
    box,
  );
  const corners = (path.match(/-?\d+ -?\d+/g) ?? []).toSorted();
  expect(corners).toEqual(['0 0', '0 100', '100 0', '100 100']);
});

test('a ring beside the window is not drawn, one half in is cut at the edge', () => {
  const shifted = (by: number) =>
    ringPath(
      [
        [by, 10],
        [by + 40, 10],
        [by + 40, 50],
        [by, 50],
      ],
      box,
    );
  expect(shifted(200)).toBe('');
  expect(shifted(-20)).not.toMatch(/-/);
  expect(shifted(20)).toBe('M20 10L60 10L60 50L20 50Z');
});

test('a line is drawn in the pieces that come into the window', () => {
  const path = linePath(
    [
      [10, 10],
      [50, 50],
      [300, 50],
      [300, 300],
      [50, 300],
      [50, 90],
    ],
    box,
  );
  expect(path).toBe('M10 10L50 50L300 50M50 300L50 90');
});

test('the window of the frame holds the south-east corner it was made for', () => {
  const [x, y] = projector(frame)([east, south]);
  expect(x).toBeGreaterThan(200);
  expect(y).toBeGreaterThan(200);
});
