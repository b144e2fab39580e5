import type { FeatureCollection } from 'geojson';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { MapLayer } from '../layer.ts';
import { iconName } from '../marker-icons.ts';
import { MARKER_SHAPES, type MarkerShape } from '../marker-shapes.ts';
import type { Palette } from '../palette.ts';
import { type MapAsset, once, type Scene } from '../scene.ts';

/** Shape and colour of each kind. Colours shift after each round of shapes, so that no pair comes twice. */
export function assetStyles(
  kinds: readonly string[],
  palette: Palette,
): Map<string, { shape: MarkerShape; colour: string }> {
  return new Map(
    kinds.map((kind, i) => {
      const round = Math.floor(i / MARKER_SHAPES.length);
      const colour = palette.categories[(i + round * 3) % palette.categories.length];
      return [kind, { shape: MARKER_SHAPES[i % MARKER_SHAPES.length], colour }];
    }),
  );
}

const kindCounts = once((assets: readonly MapAsset[]) => {
  const counts = new Map<string, number>();
  for (const { kind } of assets) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b)));
});

const stylesOf = ({ assets: items, palette }: Scene) => assetStyles([...kindCounts(items).keys()], palette);

const collections = new WeakMap<Scene['assets'], Map<Palette, FeatureCollection>>();

function assetFeatures(scene: Scene): FeatureCollection {
  const known = collections.get(scene.assets) ?? new Map<Palette, FeatureCollection>();
  collections.set(scene.assets, known);
  const collection = known.get(scene.palette) ?? makeFeatures(scene);
  known.set(scene.palette, collection);
  return collection;
}

function makeFeatures(scene: Scene): FeatureCollection {
  const styles = stylesOf(scene);
  return {
    type: 'FeatureCollection',
    features: scene.assets.map(({ id, kind, name, position }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...position] },
      properties: {
        id,
        name,
        icon: iconName({
          shape: styles.get(kind)?.shape ?? 'circle',
          colour: styles.get(kind)?.colour ?? scene.palette.asset,
          plate: scene.palette.halo,
        }),
      },
    })),
  };
}

export const assets: MapLayer = {
  id: 'assets',
  title: defineMessage({ id: 'map.layer.assets', defaultMessage: 'Community assets' }),
  group: 'work',
  visibleAtFirst: true,
  sources: (scene) => ({ assets: { type: 'geojson', data: assetFeatures(scene) } }),
  styles: ({ palette }, { opacity }) =>
    fade(
      [
        {
          id: 'assets-icon',
          type: 'symbol',
          source: 'assets',
          minzoom: 11,
          layout: {
            'icon-image': ['get', 'icon'],
            'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.4, 13, 0.6, 16, 1],
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
            'text-field': ['step', ['zoom'], '', 15, ['get', 'name']],
            'text-font': ['Noto Sans Regular'],
            'text-size': 11,
            'text-anchor': 'top',
            'text-offset': [0, 1.1],
            'text-optional': true,
            'text-max-width': 9,
          },
          paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.3 },
        },
      ],
      opacity,
    ),
  legend: (scene) => {
    const styles = stylesOf(scene);
    return [
      {
        kind: 'swatches',
        items: [...kindCounts(scene.assets)].map(([kind, count]) => ({
          colour: styles.get(kind)?.colour ?? scene.palette.asset,
          shape: styles.get(kind)?.shape ?? 'circle',
          label: { assetKind: kind },
          count,
        })),
      },
    ];
  },
  hit: ({ id }) => ({ kind: 'asset', id: String(id) }),
  hasData: (scene) => scene.assets.length > 0,
};
