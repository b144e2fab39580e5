import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Plan } from './diff.ts';
import { isDeck, type MapStyle, type StyleLayer } from './layer.ts';
import type { Palette } from './palette.ts';

/** What names are written in on a desk; see the layers. */
const DESK_SIZE = 11;
const NAMES = 'stage-street-names';

/**
 * The same map with names that are read from the other end of a room. Large letters do not fit along most streets, so each
 * street is named once, beside the middle of its longest stretch.
 */
export function withStageLabels(
  { sources, styles }: Plan,
  streets: FeatureCollection | null,
  palette: Palette,
  size: number,
): Plan {
  const found = styles.flatMap((style): StyleLayer[] => {
    if (isDeck(style)) return [style];
    if (style.id === 'streets-name') return streets ? [namesStyle(palette, size)] : [];
    return [enlarged(style, size / DESK_SIZE)];
  });
  const data = streetNames(streets);
  return { sources: { ...sources, [NAMES]: { type: 'geojson', data } }, styles: found };
}

function enlarged(style: MapStyle, factor: number): MapStyle {
  if (style.type !== 'symbol') return style;
  const size = style.layout?.['text-size'];
  if (typeof size !== 'number') return style;
  const halo = style.paint?.['text-halo-width'];
  return {
    ...style,
    layout: { ...style.layout, 'text-size': Math.round(size * factor) },
    paint: { ...style.paint, 'text-halo-width': typeof halo === 'number' ? halo * 2 : 2 },
  };
}

const namesStyle = (palette: Palette, size: number): MapStyle => ({
  id: 'streets-name',
  type: 'symbol',
  source: NAMES,
  minzoom: 12,
  layout: {
    'text-field': ['get', 'name'],
    'text-font': ['Noto Sans Regular'],
    'text-size': size,
    'text-rotate': ['get', 'angle'],
    'text-rotation-alignment': 'map',
    'text-padding': 6,
    'text-max-width': 30,
    'symbol-sort-key': ['-', ['get', 'length']],
  },
  paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 3 },
});

interface Stretch {
  readonly length: number;
  readonly at: Position;
  /** Degrees clockwise, so that no name stands on its head. */
  readonly angle: number;
}

/** One point a name, in the middle of the longest straight stretch of that name. */
export function streetNames(streets: FeatureCollection | null): FeatureCollection {
  const longest = new Map<string, Stretch>();
  for (const { geometry, properties } of streets?.features ?? []) {
    const name = String(properties?.name ?? '');
    if (name === '') continue;
    const lines =
      geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'MultiLineString'
          ? geometry.coordinates
          : [];
    for (const line of lines)
      for (let i = 1; i < line.length; i++) {
        const stretch = stretchOf(line[i - 1], line[i]);
        if (stretch.length > (longest.get(name)?.length ?? 0)) longest.set(name, stretch);
      }
  }
  return {
    type: 'FeatureCollection',
    features: [...longest].map(
      ([name, { at, angle, length }]): Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: at },
        properties: { name, angle, length },
      }),
    ),
  };
}

function stretchOf([x1, y1]: Position, [x2, y2]: Position): Stretch {
  const narrow = Math.cos((y1 * Math.PI) / 180);
  const [east, north] = [(x2 - x1) * narrow, y2 - y1];
  const slope = (-Math.atan2(north, east) * 180) / Math.PI;
  const angle = slope > 90 ? slope - 180 : slope <= -90 ? slope + 180 : slope;
  return { length: Math.hypot(east, north), at: [(x1 + x2) / 2, (y1 + y2) / 2], angle };
}
