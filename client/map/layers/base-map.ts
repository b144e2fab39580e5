import { namedFlavor, layers as protomapsLayers } from '@protomaps/basemaps';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { MapLayer } from '../layer.ts';
import { type BasemapArchive, EMPTY_COLLECTION, type Scene } from '../scene.ts';

/** Zoom levels a picture may be stretched. */
const RASTER_STRETCH = 3;
const FONT = ['Noto Sans Regular'];

/** The outline of the world, and over it every basemap file that lies on this machine. */
export const baseMap: MapLayer = {
  id: 'base-map',
  title: defineMessage({ id: 'map.layer.baseMap', defaultMessage: 'Base map' }),
  group: 'base',
  visibleAtFirst: true,
  sources,
  styles: (scene, { opacity }) =>
    fade([...world(scene), ...scene.archives.flatMap(archiveStyles(scene))], opacity),
  legend: () => [],
  hasData: () => true,
};

function sources({ land, archives }: Scene): Record<string, SourceSpecification> {
  const all: Record<string, SourceSpecification> = {
    land: { type: 'geojson', data: land ?? EMPTY_COLLECTION },
  };
  for (const archive of archives) all[sourceId(archive)] = { type: archive.tiles, url: archive.url };
  return all;
}

const sourceId = (archive: BasemapArchive): string => `basemap-${archive.name}`;

function world({ palette, archives }: Scene): LayerSpecification[] {
  const outline: LayerSpecification[] = [
    // The outline is made for the whole world: at the zoom of a city its coast would be off by kilometres,
    // so that there the ground is plain.
    {
      id: 'world-water',
      type: 'background',
      paint: {
        'background-color': ['interpolate', ['linear'], ['zoom'], 7, palette.water, 9, palette.land],
      },
    },
    { id: 'world-land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
    {
      id: 'world-border',
      type: 'line',
      source: 'land',
      maxzoom: 9,
      paint: { 'line-color': palette.landEdge, 'line-width': 0.8 },
    },
  ];
  if (archives.length > 0) return outline;
  return [
    ...outline,
    {
      id: 'world-name',
      type: 'symbol',
      source: 'land',
      minzoom: 2,
      maxzoom: 7,
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12, 'text-max-width': 7 },
      paint: { 'text-color': palette.textQuiet, 'text-halo-color': palette.halo, 'text-halo-width': 1 },
    },
  ];
}

const archiveStyles =
  ({ palette }: Scene) =>
  (archive: BasemapArchive): LayerSpecification[] => {
    const source = sourceId(archive);
    // A picture of the world stretched over a street would hide what is drawn on it.
    const maxzoom = archive.maxZoom + RASTER_STRETCH;
    if (archive.tiles === 'raster') return [{ id: source, type: 'raster', source, maxzoom }];
    const flavour = namedFlavor(palette.theme === 'dark' ? 'dark' : 'light');
    return protomapsLayers(source, flavour, { lang: 'en' })
      .filter((layer) => layer.type !== 'background')
      .map((layer) => withoutIcons({ ...layer, id: `${source}-${layer.id}` }));
  };

/** Icons would need a sprite sheet from elsewhere; names are drawn from the fonts of this machine. */
function withoutIcons(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'symbol' || !layer.layout?.['icon-image']) return layer;
  const { 'icon-image': _, ...layout } = layer.layout;
  return { ...layer, layout };
}
