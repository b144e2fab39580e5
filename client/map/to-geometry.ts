import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { NewAnnotation } from '../api/annotations.ts';
import type { NewArea } from '../api/areas.ts';
import type { DrawnGeometry } from './draw-tool.ts';

type Pair = [number, number];
const pair = ([lon, lat]: Position): Pair => [lon, lat];

/** A drawn shape as the API takes it: positions are pairs. */
export function toGeometry(shape: DrawnGeometry): NewAnnotation['geometry'] {
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: pair(shape.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: shape.coordinates.map(pair) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(pair)) };
  }
}

export function toAreaGeometry(shape: Polygon | MultiPolygon): NewArea['geometry'] {
  if (shape.type === 'Polygon')
    return { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(pair)) };
  return {
    type: 'MultiPolygon',
    coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(pair))),
  };
}
