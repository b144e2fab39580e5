import { PMTiles, TileType } from 'pmtiles';
import { useEffect, useState } from 'react';
import type { BasemapArchive } from './scene.ts';

const NONE: readonly BasemapArchive[] = [];

/** Reads the head of each .pmtiles file to learn whether it holds vectors or pictures; leaves out what it cannot read. */
export function useArchives(addresses: readonly string[] | undefined): readonly BasemapArchive[] {
  const [archives, setArchives] = useState(NONE);
  useEffect(() => {
    if (!addresses) return;
    let current = true;
    Promise.all(addresses.map(readArchive)).then(
      (found) => current && setArchives(found.filter((archive) => archive !== null)),
    );
    return () => {
      current = false;
    };
  }, [addresses]);
  return archives;
}

async function readArchive(address: string): Promise<BasemapArchive | null> {
  const url = new URL(address, location.origin).href;
  try {
    const { tileType, maxZoom } = await new PMTiles(url).getHeader();
    const tiles = tileType === TileType.Mvt ? 'vector' : 'raster';
    return { name: nameOf(address), url: `pmtiles://${url}`, tiles, maxZoom };
  } catch {
    return null;
  }
}

const nameOf = (address: string): string =>
  decodeURIComponent(address.slice(address.lastIndexOf('/') + 1)).replace(/[^\w-]+/g, '_');
