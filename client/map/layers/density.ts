import { defineMessage } from 'react-intl';
import type { MapLayer, SourceMap } from '../layer.ts';
import { equalBreaks } from '../legend.ts';
import { surfaceImage } from '../surface-image.ts';

export const DENSITY_CLASSES = 7;

/** The surface of a kernel density run, as one picture stretched over its grid. */
export const density: MapLayer = {
  id: 'density',
  title: defineMessage({ id: 'map.layer.density', defaultMessage: 'Density' }),
  group: 'findings',
  visibleAtFirst: true,
  sources: ({ density: result, palette }): SourceMap => {
    if (!result) return {};
    const { url, corners } = surfaceImage(result, palette);
    return { density: { type: 'image', url, coordinates: corners } };
  },
  styles: ({ density: result }, { opacity }) =>
    result
      ? [
          {
            id: 'density-surface',
            type: 'raster',
            source: 'density',
            paint: { 'raster-opacity': 0.82 * opacity, 'raster-fade-duration': 0 },
          },
        ]
      : [],
  legend: ({ density: result, palette }) =>
    result
      ? [
          {
            kind: 'ramp',
            colours: palette.sequential,
            breaks: equalBreaks(result.maximum, DENSITY_CLASSES),
            unit: 'perSquareKilometre',
          },
        ]
      : [],
  hasData: (scene) => scene.density !== null,
};
