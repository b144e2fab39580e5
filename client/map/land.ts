import type { FeatureCollection } from 'geojson';
import { useEffect, useState } from 'react';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The countries of the world, from the files of this machine. Loaded once, after the first frame. */
let loading: Promise<FeatureCollection> | null = null;

async function loadLand(): Promise<FeatureCollection> {
  const [{ feature }, world] = await Promise.all([
    import('topojson-client'),
    import('world-atlas/countries-110m.json'),
  ]);
  // The package ships plain JSON without types; its shape is TopoJSON with one collection of countries.
  const topology = world.default as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries);
}

export function useLand(): FeatureCollection | null {
  const [land, setLand] = useState<FeatureCollection | null>(null);
  useEffect(() => {
    let current = true;
    loading ??= loadLand();
    loading.then((found) => current && setLand(found)).catch(() => undefined);
    return () => {
      current = false;
    };
  }, []);
  return land;
}
