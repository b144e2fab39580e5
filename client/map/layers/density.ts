import { defineMessage } from 'react-intl';
import type { MapLayer, SourceMap } from '../layer.ts';
import { rootBreaks } from '../legend.ts';
import { dataOf } from '../run-result.ts';
import type { Scene } from '../scene.ts';
import { surfaceImage } from '../surface-image.ts';

export const DENSITY_CLASSES = 7;

const densityOf = ({ result }: Scene) => dataOf(result, 'kernel-density');

/** The surface of a kernel density run, as one picture stretched over its grid. */
export const density: MapLayer = {
  id: 'density',
  title: defineMessage({ id: 'map.layer.density', defaultMessage: 'Density' }),
  group: 'findings',
  visibleAtFirst: true,
  sources: (scene): SourceMap => {
    const result = densityOf(scene);
    if (!result) return {};
    const { url, corners } = surfaceImage(result, scene.palette);
    return { density: { type: 'image', url, coordinates: corners } };
  },
  styles: (scene, { opacity }) =>
    densityOf(scene)
      ? [
          {
            id: 'density-surface',
            type: 'raster',
            source: 'density',
            paint: { 'raster-opacity': 0.82 * opacity, 'raster-fade-duration': 0 },
          },
        ]
      : [],
  legend: (scene) => {
    const result = densityOf(scene);
    if (!result) return [];
    return [
      {
        kind: 'ramp',
        colours: scene.palette.sequential,
        breaks: rootBreaks(result.maximum, DENSITY_CLASSES),
        unit: result.weight === 'harm' ? 'harmPerSquareKilometre' : 'perSquareKilometre',
      },
    ];
  },
  hasData: (scene) => densityOf(scene) !== null,
};
