import { buffer } from '@turf/buffer';
import { containsPosition, preparePolygon } from '../../../analysis/prepared-polygon.ts';
import type { AreaGeometry } from '../geometry.ts';

type Ring = [number, number][];

/** Steps of a quarter circle at a corner. */
const STEPS = 8;

/** What lies within so many metres of an area and not in it: where incidents could move to. */
export function bufferZone(area: AreaGeometry, metres: number): AreaGeometry {
  const wide = buffer({ type: 'Feature', properties: {}, geometry: withoutHeights(area) }, metres / 1000, {
    units: 'kilometers',
    steps: STEPS,
  });
  if (!wide) throw new RangeError(`no zone of ${metres} m round an area without ground`);
  const grown = polygonsOf(wide.geometry as AreaGeometry);
  const parts = polygonsOf(area);
  const zones = grown.flatMap((rings) => zonesOf(rings, parts));
  return zones.length === 1
    ? { type: 'Polygon', coordinates: zones[0] }
    : { type: 'MultiPolygon', coordinates: zones };
}

/**
 * A grown polygon holds whole parts of the area and shares no side with them: cutting them out takes their outlines as
 * holes, and each of their holes is a zone of its own, less what of it the growing left over.
 */
function zonesOf([outline, ...left]: Ring[], parts: readonly Ring[][]): Ring[][] {
  const inside = parts.filter(([ring]) => holds(outline, ring));
  const holes = inside.flatMap((rings) => rings.slice(1));
  const outer = left.filter((ring) => !holes.some((hole) => holds(hole, ring)));
  return [
    [outline, ...inside.map(([ring]) => ring), ...outer],
    ...holes.map((hole) => [hole, ...left.filter((ring) => holds(hole, ring))]),
  ];
}

function holds(outline: Ring, ring: Ring): boolean {
  const [lon, lat] = ring[0];
  return containsPosition(preparePolygon({ type: 'Polygon', coordinates: [outline] }), lon, lat);
}

function polygonsOf(geometry: AreaGeometry): Ring[][] {
  const { type, coordinates } = withoutHeights(geometry);
  return (type === 'Polygon' ? [coordinates] : coordinates) as Ring[][];
}

function withoutHeights(geometry: AreaGeometry): AreaGeometry {
  const flat = (ring: readonly (readonly number[])[]): Ring => ring.map(([lon, lat]) => [lon, lat]);
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(flat) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(flat)) };
}
