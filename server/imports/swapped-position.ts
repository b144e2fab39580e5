import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { containsPosition, type PreparedPolygon, preparePolygon } from '../../analysis/prepared-polygon.ts';
import type { Bounds } from '../domain/geometry.ts';

type Position = readonly [lon: number, lat: number];

const SAMPLE = 25;
/** Nobody records incidents this far from every coast. */
const OPEN_SEA_DEGREES = 0.3;

/**
 * Whether positions make sense only the other way round: a latitude beyond 90 degrees; outside of everything the
 * workspace knows and inside it when swapped; or on the open sea and on land when swapped.
 */
export function isSwapped(positions: readonly Position[], known: readonly Bounds[]): boolean {
  const sample = spread(positions.filter(([lon, lat]) => lon !== 0 && lat !== 0));
  if (sample.length === 0) return false;
  const swapped = sample.map(([lon, lat]): Position => [lat, lon]);
  const inWorld = share(sample, isInWorld);
  const swappedInWorld = share(swapped, isInWorld);
  if (inWorld < 0.5) return swappedInWorld > 0.9;
  if (swappedInWorld < 0.9) return false;
  if (known.length > 0) {
    const here = share(sample, (position) => known.some((bounds) => isNear(position, bounds)));
    const there = share(swapped, (position) => known.some((bounds) => isNear(position, bounds)));
    if (here > 0.5) return false;
    if (there > 0.9) return true;
  }
  const land = landTest();
  return share(sample, (position) => !land.isOpenSea(position)) < 0.1 && share(swapped, land.isLand) > 0.9;
}

function isInWorld([lon, lat]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function isNear([lon, lat]: Position, [west, south, east, north]: Bounds): boolean {
  return lon >= west - 0.5 && lon <= east + 0.5 && lat >= south - 0.5 && lat <= north + 0.5;
}

function spread(positions: readonly Position[]): Position[] {
  const step = Math.max(1, Math.floor(positions.length / SAMPLE));
  return positions.filter((_, i) => i % step === 0).slice(0, SAMPLE);
}

function share(positions: readonly Position[], test: (position: Position) => boolean): number {
  return positions.filter(test).length / positions.length;
}

interface LandTest {
  isLand(position: Position): boolean;
  isOpenSea(position: Position): boolean;
}

let landPolygons: PreparedPolygon[] | null = null;

/** Natural Earth at 1 : 50 million. */
function landTest(): LandTest {
  landPolygons ??= readLand();
  const polygons = landPolygons;
  const isLand = ([lon, lat]: Position) => polygons.some((polygon) => containsPosition(polygon, lon, lat));
  return {
    isLand,
    isOpenSea([lon, lat]) {
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++)
          if (isLand([lon + dx * OPEN_SEA_DEGREES, lat + dy * OPEN_SEA_DEGREES])) return false;
      return true;
    },
  };
}

function readLand(): PreparedPolygon[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const land = feature(topology, topology.objects.land);
  const features = land.type === 'FeatureCollection' ? land.features : [land];
  return features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [preparePolygon(geometry)];
    if (geometry.type !== 'MultiPolygon') return [];
    return geometry.coordinates.map((coordinates) => preparePolygon({ type: 'Polygon', coordinates }));
  });
}
