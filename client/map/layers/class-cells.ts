import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { MessageDescriptor } from 'react-intl';
import { fade } from '../fade.ts';
import type { LayerOptions, MapLayer, MapStyle } from '../layer.ts';
import type { LegendKey, LegendPart, Swatch } from '../legend.ts';
import { iconName } from '../marker-icons.ts';
import type { MarkerShape } from '../marker-shapes.ts';
import type { Palette } from '../palette.ts';
import type { Position } from '../results/result-table.ts';
import { EMPTY_COLLECTION, once, type Scene } from '../scene.ts';

/** One class that cells may fall in, and how it looks. */
export interface CellClass<Name extends string> {
  readonly name: Name;
  readonly label: LegendKey;
  readonly colour: (palette: Palette) => string;
  /** Drawn in the middle of the cell: classes of one colour family differ in shape. */
  readonly mark?: MarkerShape;
}

export interface ClassedCell<Name extends string> {
  readonly cell: number;
  readonly centre: Position;
  readonly outline: Position[];
  /** Of areas, which are no single ring; drawn instead of the outline. */
  readonly geometry?: Geometry;
  /** Null: no finding; the cell is not filled, yet answers a click. */
  readonly kind: Name | null;
}

interface Parts<Name extends string> {
  readonly id: string;
  readonly title: MessageDescriptor;
  readonly classes: readonly CellClass<Name>[];
  readonly cellsOf: (scene: Scene) => readonly ClassedCell<Name>[] | null;
  /** What cells without a class are; that they could be chance unless said otherwise. */
  readonly none?: LegendKey;
  /** The legend leaves out classes that no cell is in: for a long list of them. */
  readonly onlyFound?: boolean;
}

/** A layer of cells that fall in classes: fills by class, marks where shape tells classes apart. */
export function classLayer<Name extends string>(parts: Parts<Name>): MapLayer {
  const { id, title, classes, cellsOf, none = 'notSignificant', onlyFound = false } = parts;
  const source = `${id}-cells`;
  return {
    id,
    title,
    group: 'findings',
    visibleAtFirst: true,
    sources: (scene) => {
      const cells = cellsOf(scene);
      return {
        [source]: { type: 'geojson', data: cells ? outlines(cells) : EMPTY_COLLECTION },
        [`${id}-marks`]: { type: 'geojson', data: cells ? centres(cells) : EMPTY_COLLECTION },
      };
    },
    styles: ({ palette }, options) => stylesOf(id, source, classes, palette, options),
    legend: (scene) => {
      const cells = cellsOf(scene);
      if (!cells) return [];
      const counts = countKinds(cells);
      const shown = onlyFound ? classes.filter(({ name }) => counts.has(name)) : classes;
      return legendOf(counts, shown, none, scene.palette);
    },
    hit: ({ cell }, styleId) => (styleId === `${id}-cell` ? { kind: 'cell', id: String(cell) } : null),
    hasData: (scene) => cellsOf(scene) !== null,
  };
}

const properties = ({ cell, kind }: ClassedCell<string>) => ({ cell, kind: kind ?? '' });

const outlines = once(
  (cells: readonly ClassedCell<string>[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: cells.map(
      (cell): Feature => ({
        type: 'Feature',
        geometry: cell.geometry ?? { type: 'Polygon', coordinates: [cell.outline] },
        properties: properties(cell),
      }),
    ),
  }),
);

const centres = once(
  (cells: readonly ClassedCell<string>[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: cells
      .filter(({ kind }) => kind !== null)
      .map(
        (cell): Feature => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: cell.centre },
          properties: properties(cell),
        }),
      ),
  }),
);

function stylesOf(
  id: string,
  source: string,
  classes: readonly CellClass<string>[],
  palette: Palette,
  { opacity }: LayerOptions,
): MapStyle[] {
  const found: ExpressionSpecification = ['!=', ['get', 'kind'], ''];
  const marked = classes.filter(({ mark }) => mark);
  const colour = match(
    classes.map(({ name, colour }) => [name, colour(palette)]),
    palette.land,
  );
  return [
    // Never faded: it is clear anyway and takes the clicks.
    { id: `${id}-cell`, type: 'fill', source, paint: { 'fill-opacity': 0 } },
    ...fade<MapStyle>(
      [
        {
          id: `${id}-fill`,
          type: 'fill',
          source,
          filter: found,
          paint: { 'fill-color': colour, 'fill-opacity': 0.78, 'fill-antialias': false },
        },
        {
          id: `${id}-edge`,
          type: 'line',
          source,
          filter: found,
          paint: { 'line-color': palette.text, 'line-opacity': 0.35, 'line-width': 0.6 },
        },
        {
          id: `${id}-mark`,
          type: 'symbol',
          source: `${id}-marks`,
          filter: ['in', ['get', 'kind'], ['literal', marked.map(({ name }) => name)]],
          layout: {
            'icon-image': match(
              marked.map(({ name, mark = 'circle' }) => [
                name,
                iconName({ shape: mark, colour: palette.text, plate: palette.halo }),
              ]),
              iconName({ shape: 'circle', colour: palette.text, plate: palette.halo }),
            ),
            'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.3, 13, 0.6, 15, 0.9],
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
          },
        },
      ],
      opacity,
    ),
  ];
}

function match(pairs: readonly (readonly [string, string])[], otherwise: string): ExpressionSpecification {
  const [[name, value], ...rest] = pairs.length > 0 ? pairs : [['none', otherwise] as const];
  return ['match', ['get', 'kind'], name, value, ...rest.flat(), otherwise] as ExpressionSpecification;
}

function legendOf(
  counts: ReadonlyMap<string | null, number>,
  classes: readonly CellClass<string>[],
  none: LegendKey,
  palette: Palette,
): LegendPart[] {
  const items = classes.map(
    ({ name, label, colour, mark }): Swatch => ({
      colour: colour(palette),
      shape: 'fill',
      label: { key: label },
      count: counts.get(name) ?? 0,
      ...(mark ? { mark } : {}),
    }),
  );
  const rest: Swatch = {
    colour: palette.land,
    shape: 'fill',
    label: { key: none },
    count: counts.get(null) ?? 0,
  };
  return [{ kind: 'swatches', items: [...items, rest] }];
}

const countKinds = once((cells: readonly ClassedCell<string>[]) => {
  const counts = new Map<string | null, number>();
  for (const { kind } of cells) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
});
