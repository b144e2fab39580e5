import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { IncidentFilter } from '../../api/incidents.ts';
import type { Camera } from '../../map/map-engine.ts';
import type { MapSearch } from '../../search.ts';

const route = getRouteApi('/');

export type ChangeAddress = (patch: Partial<MapSearch>, how?: 'push' | 'replace') => void;

/** What the address says, and the one way to change it. */
export function useAddress(): { search: MapSearch; change: ChangeAddress } {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback<ChangeAddress>(
    (patch, how = 'push') => {
      void navigate({ search: (now: MapSearch) => ({ ...now, ...patch }), replace: how === 'replace' });
    },
    [navigate],
  );
  return { search, change };
}

export function readCamera(at: string | undefined): Camera | null {
  if (!at) return null;
  const [lon, lat, zoom] = at.split(',').map(Number);
  return { lon, lat, zoom };
}

export const writeCamera = ({ lon, lat, zoom }: Camera): string =>
  `${lon.toFixed(5)},${lat.toFixed(5)},${zoom.toFixed(2)}`;

/** The filter as the server takes it: only the parts that narrow. */
export function filterOf({ datasets, categories, areas, from, to }: MapSearch): IncidentFilter {
  return {
    ...(datasets?.length ? { datasets } : {}),
    ...(categories?.length ? { categories } : {}),
    ...(areas?.length ? { areas } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

export const sameFilter = (a: IncidentFilter, b: IncidentFilter): boolean => canonical(a) === canonical(b);

function canonical(filter: IncidentFilter): string {
  const entries = Object.entries(filter)
    .map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value].map(Number).sort((a, b) => a - b) : value,
    ])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
  return JSON.stringify(entries);
}
