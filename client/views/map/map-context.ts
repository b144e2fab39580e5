import { createContext, useContext } from 'react';
import type { IncidentFilter } from '../../api/incidents.ts';
import type { LayerState } from '../../map/layer.ts';
import type { MapEngine } from '../../map/map-engine.ts';
import type { Palette } from '../../map/palette.ts';
import type { Scene } from '../../map/scene.ts';
import type { MapSearch } from '../../search.ts';
import type { ChangeAddress } from './address.ts';
import type { Selected } from './selection.ts';
import type { Incidents } from './use-incidents.ts';
import type { Records } from './use-records.ts';
import type { RunOnMap } from './use-run.ts';

/** What every panel of the map view reads. Nothing lives here: it is gathered from the address, the cache and the worker. */
export interface MapContextValue {
  readonly search: MapSearch;
  readonly change: ChangeAddress;
  readonly filter: IncidentFilter;
  readonly records: Records;
  readonly incidents: Incidents;
  readonly runOnMap: RunOnMap;
  readonly selected: Selected | null;
  readonly select: (selected: Selected | null) => void;
  readonly engine: MapEngine | null;
  readonly palette: Palette;
  readonly scene: Scene;
  readonly layers: readonly LayerState[];
  readonly setLayers: (layers: readonly LayerState[]) => void;
}

export const MapContext = createContext<MapContextValue | null>(null);

export function useMapContext(): MapContextValue {
  const value = useContext(MapContext);
  if (!value) throw new Error('useMapContext stands outside the map view.');
  return value;
}
