import type { FeatureCollection, Geometry } from 'geojson';
import { useMemo } from 'react';
import type { Concern } from '../../api/concerns.ts';
import { useIncident } from '../../api/incidents.ts';
import { useArchives } from '../../map/archives.ts';
import type { EmphasisedPoints } from '../../map/emphasis.ts';
import { shapeAround } from '../../map/kept-square.ts';
import { useLand } from '../../map/land.ts';
import type { Palette } from '../../map/palette.ts';
import { placeInResult } from '../../map/run-result.ts';
import type { IncidentsInView, Scene } from '../../map/scene.ts';
import type { Selected } from './selection.ts';
import type { Incidents } from './use-incidents.ts';
import type { Records } from './use-records.ts';
import type { RunOnMap } from './use-run.ts';

const NONE: never[] = [];

interface Parts {
  readonly records: Records;
  readonly incidents: Incidents;
  readonly runOnMap: RunOnMap;
  readonly selected: Selected | null;
  readonly emphasis: EmphasisedPoints | null;
  readonly palette: Palette;
}

/** Gathers what the layers may draw. */
export function useScene({ records, incidents, runOnMap, selected, emphasis, palette }: Parts): Scene {
  const land = useLand();
  const archives = useArchives(records.basemapAddresses);
  const selection = useSelectedGeometry(selected, records, runOnMap);
  const { areas, assets, problems, annotations, interventions, streets } = records;
  const concerns = useMemo(() => records.concerns.filter(isPlaced), [records.concerns]);
  const { inView, squares, styles } = incidents;
  const { result } = runOnMap;
  return useMemo(
    () => ({
      palette,
      land,
      streets: streets as FeatureCollection | null,
      archives,
      areas: areas ?? NONE,
      incidents: inView as IncidentsInView | null,
      squares,
      categories: styles,
      result,
      assets,
      problems,
      annotations,
      concerns,
      interventions,
      selection,
      emphasis,
    }),
    [
      palette,
      land,
      streets,
      archives,
      areas,
      inView,
      squares,
      styles,
      result,
      assets,
      problems,
      annotations,
      concerns,
      interventions,
      selection,
      emphasis,
    ],
  );
}

function useSelectedGeometry(
  selected: Selected | null,
  { areas, assets, problems, annotations, concerns }: Records,
  { result }: RunOnMap,
): Geometry | null {
  const { data: incident } = useIncident(selected?.kind === 'incident' ? Number(selected.id) : null);
  return useMemo(() => {
    if (!selected) return null;
    const { kind, id } = selected;
    const byId = <Item extends { id: string | number }>(items: readonly Item[] | undefined) =>
      items?.find((item) => String(item.id) === id);
    switch (kind) {
      case 'incident':
        return incident && String(incident.id) === id ? point(incident.position) : null;
      case 'asset':
        return point(byId(assets)?.position ?? null);
      case 'area':
        return byId(areas)?.geometry ?? null;
      case 'problem':
        return byId(problems)?.geometry ?? null;
      case 'annotation':
        return byId(annotations)?.geometry ?? null;
      case 'concern': {
        const concern = byId(concerns);
        return concern?.position ? shapeAround(concern.position, concern.sideM) : null;
      }
      case 'cell':
        return result && placeInResult(result, id, areas ?? NONE);
    }
  }, [selected, incident, areas, assets, problems, annotations, concerns, result]);
}

const isPlaced = (concern: Concern): concern is Concern & { position: [number, number] } =>
  concern.position !== null;

const point = (position: readonly [number, number] | null): Geometry | null =>
  position && { type: 'Point', coordinates: [...position] };
