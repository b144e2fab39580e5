import type { FeatureCollection, Geometry, Position } from 'geojson';

export interface StreetPlace {
  readonly name: string;
  readonly position: [number, number];
}

/** Each named street once, by the middle corner of its longest line. */
export function streetPlaces(streets: FeatureCollection | undefined): StreetPlace[] {
  const longest = new Map<string, Position[]>();
  for (const { geometry, properties } of streets?.features ?? []) {
    const name = String(properties?.name ?? '').trim();
    if (name === '') continue;
    for (const line of linesOf(geometry))
      if (line.length > (longest.get(name)?.length ?? 1)) longest.set(name, line);
  }
  return [...longest]
    .map(([name, line]): StreetPlace => {
      const [lon = 0, lat = 0] = line[Math.floor(line.length / 2)] ?? [];
      return { name, position: [lon, lat] };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}
