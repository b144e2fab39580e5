import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { LayerOptions, MapLayer, MapStyle } from '../layer.ts';
import { classOf, coloursOf, growingBreaks, type LegendPart, type RampUnit, type Swatch } from '../legend.ts';
import type { Palette } from '../palette.ts';
import { type CountedPlace, type CountsResult, shownValue } from '../results/counts.ts';
import { dataOf } from '../run-result.ts';
import { EMPTY_COLLECTION, type MapArea, once, type Scene } from '../scene.ts';

const CLASSES = 6;

const UNITS: Readonly<Record<CountsResult['weight'], Record<CountsResult['show'], RampUnit>>> = {
  count: { count: 'incidents', density: 'perSquareKilometre', rate: 'perThousandYear' },
  harm: { count: 'harm', density: 'harmPerSquareKilometre', rate: 'harmPerThousandYear' },
};

const countsOf = ({ result }: Scene): CountsResult | null => dataOf(result, 'counts');

/** The class of every place, and where the classes lie. */
interface Classed {
  readonly breaks: readonly number[];
  /** -1: nothing there; -2: nothing can be said. */
  readonly classes: readonly number[];
}

const NOTHING = -1;
const UNSAID = -2;

/** The borders of the classes, the same for map and legend. */
export const classed = once((data: CountsResult): Classed => {
  const values = data.cells.map((place) => shownValue(place, data));
  const breaks = growingBreaks(
    values.filter((value) => value !== null),
    CLASSES,
  );
  const classes = values.map((value) =>
    value === null ? UNSAID : value > 0 ? classOf(value, breaks) : NOTHING,
  );
  return { breaks, classes };
});

/** Cells or areas by the incidents they hold, or their harm; also a km² or a thousand residents. */
export const counts: MapLayer = {
  id: 'counts',
  title: defineMessage({ id: 'map.layer.counts', defaultMessage: 'Counts and rates' }),
  group: 'findings',
  visibleAtFirst: true,
  sources: (scene) => {
    const data = countsOf(scene);
    return { counts: { type: 'geojson', data: data ? features(data)(scene.areas) : EMPTY_COLLECTION } };
  },
  styles: (scene, options) => {
    const data = countsOf(scene);
    return data ? stylesOf(rampOf(scene.palette, classed(data).breaks), scene.palette, options) : [];
  },
  legend: (scene) => {
    const data = countsOf(scene);
    return data ? legendOf(data, scene.palette) : [];
  },
  hit: ({ place }, styleId) => (styleId === 'counts-place' ? { kind: 'cell', id: String(place) } : null),
  hasData: (scene) => countsOf(scene) !== null,
};

/** The lightest step is left out: it is hardly told from land without a colour. */
function rampOf({ sequential }: Palette, breaks: readonly number[]): string[] {
  return coloursOf(sequential.slice(1), breaks.length - 1);
}

/** The same areas and the same result give the same features. */
const features = once((data: CountsResult) =>
  once((areas: readonly MapArea[]): FeatureCollection => {
    const shapes = new Map(data.on === 'areas' ? areas.map(({ id, geometry }) => [id, geometry]) : []);
    const { classes } = classed(data);
    return {
      type: 'FeatureCollection',
      features: data.cells.flatMap((place, i): Feature[] => {
        const geometry = geometryOf(place, shapes);
        return geometry
          ? [{ type: 'Feature', geometry, properties: { place: place.cell, class: classes[i] } }]
          : [];
      }),
    };
  }),
);

function geometryOf({ cell, outline }: CountedPlace, shapes: ReadonlyMap<number, Geometry>): Geometry | null {
  return outline.length > 0 ? { type: 'Polygon', coordinates: [outline] } : (shapes.get(cell) ?? null);
}

function stylesOf(ramp: readonly string[], palette: Palette, { opacity }: LayerOptions): MapStyle[] {
  const step: ExpressionSpecification = ['get', 'class'];
  const colour = [
    'match',
    step,
    ...ramp.flatMap((each, i) => [i, each]),
    palette.land,
  ] as unknown as ExpressionSpecification;
  return [
    // Never faded: it is clear anyway and takes the clicks.
    { id: 'counts-place', type: 'fill', source: 'counts', paint: { 'fill-opacity': 0 } },
    ...fade<MapStyle>(
      [
        {
          id: 'counts-fill',
          type: 'fill',
          source: 'counts',
          filter: ['>=', step, 0],
          paint: { 'fill-color': colour, 'fill-opacity': 0.8, 'fill-antialias': false },
        },
        {
          id: 'counts-edge',
          type: 'line',
          source: 'counts',
          filter: ['>=', step, 0],
          paint: { 'line-color': palette.text, 'line-opacity': 0.25, 'line-width': 0.5 },
        },
        {
          id: 'counts-unsaid',
          type: 'line',
          source: 'counts',
          filter: ['==', step, UNSAID],
          paint: { 'line-color': palette.text, 'line-width': 1.6, 'line-dasharray': [2, 2] },
        },
      ],
      opacity,
    ),
  ];
}

function legendOf(data: CountsResult, palette: Palette): LegendPart[] {
  const { breaks, classes } = classed(data);
  const number = (wanted: number) => classes.reduce((sum, one) => sum + Number(one === wanted), 0);
  const [none, unsaid] = [number(NOTHING), number(UNSAID)];
  const items: Swatch[] = [
    {
      colour: palette.land,
      shape: 'fill',
      label: { key: data.weight === 'harm' ? 'noHarm' : 'noIncidents' },
      count: none,
    },
    { colour: palette.text, shape: 'dash', label: { key: 'noRate' }, count: unsaid },
  ];
  const shown = items.filter(({ count }) => count !== 0);
  return [
    ...(classes.some((one) => one >= 0)
      ? [
          {
            kind: 'ramp' as const,
            colours: rampOf(palette, breaks),
            breaks,
            unit: UNITS[data.weight][data.show],
          },
        ]
      : []),
    ...(shown.length > 0 ? [{ kind: 'swatches' as const, items: shown }] : []),
  ];
}
