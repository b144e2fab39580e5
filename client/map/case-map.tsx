import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { useEffect, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useStreets } from '../api/streets.ts';
import { viewOfBounds } from '../view-of-bounds.ts';
import type { AnswerOnMap } from './answer-on-map.ts';
import { EMPTY_SCENE } from './empty-scene.ts';
import { meets } from './extent.ts';
import type { PointSet } from './incident-index.ts';
import { useLand } from './land.ts';
import type { LayerState } from './layer.ts';
import { LAYERS, planOf } from './layer-list.ts';
import styles from './map-canvas.module.css';
import { MapCanvas } from './map-canvas.tsx';
import type { Camera, MapEngine } from './map-engine.ts';
import { boundsOf } from './measure.ts';
import type { MapAnnotation, MapArea, MapAsset, MapConcern, MapIntervention, Scene } from './scene.ts';
import { usePalette } from './theme.ts';

export interface CaseMapProps {
  readonly geometry: Polygon | MultiPolygon;
  readonly annotations: readonly MapAnnotation[];
  readonly interventions?: readonly MapIntervention[];
  readonly concerns?: readonly MapConcern[];
  readonly assets?: readonly MapAsset[];
  /** Longitude, latitude of the linked incidents. */
  readonly incidents: readonly (readonly [number, number])[];
  /** Other ground that is named on it. */
  readonly zones?: readonly MapArea[];
  /** What is to be in sight; the area of the case unless said. */
  readonly view?: Polygon | MultiPolygon;
  /** An answer that is drawn under all else. */
  readonly answer?: AnswerOnMap | null;
}

const DRAWN: readonly string[] = [
  'base-map',
  'streets',
  'areas',
  'incidents',
  'assets',
  'problems',
  'interventions',
  'concerns',
  'annotations',
];
const STATES: readonly LayerState[] = LAYERS.filter(
  ({ id, group }) => group === 'findings' || DRAWN.includes(id),
).map(({ id }) => ({ id, visible: true, opacity: 1 }));
const NO_ZONES: readonly MapArea[] = [];
const NO_INTERVENTIONS: readonly MapIntervention[] = [];
const NO_CONCERNS: Scene['concerns'] = [];
const NO_ASSETS: Scene['assets'] = [];
const SIZE = { width: 480, height: 240 };

/** The area of one case with its notes and linked incidents: a picture beside the text, without panels. */
export function CaseMap({
  geometry,
  annotations,
  interventions = NO_INTERVENTIONS,
  concerns = NO_CONCERNS,
  assets = NO_ASSETS,
  incidents,
  zones = NO_ZONES,
  view,
  answer = null,
}: CaseMapProps) {
  const intl = useIntl();
  const palette = usePalette();
  const land = useLand();
  const streets = useStreets().data;
  const scene = useMemo((): Scene => {
    const points = { kind: 'points' as const, points: pointsOf(incidents) };
    const problem = { id: 'case', ref: '', title: '', stage: 'scanning' as const, geometry };
    return {
      ...EMPTY_SCENE,
      palette,
      land,
      streets: (streets as FeatureCollection | undefined) ?? null,
      areas: answer ? [...answer.areas, ...zones] : zones,
      incidents: points,
      result: answer?.result ?? null,
      assets,
      problems: [problem],
      annotations,
      concerns,
      interventions,
    };
  }, [
    palette,
    land,
    streets,
    incidents,
    annotations,
    interventions,
    concerns,
    assets,
    geometry,
    zones,
    answer,
  ]);
  const plan = useMemo(() => planOf(scene, STATES), [scene]);
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const bounds = answer?.bounds ?? null;
  // An answer that lies wholly out of sight is shown; one in sight leaves the map as it is.
  useEffect(() => {
    if (engine && bounds && !meets(bounds, engine.bounds)) engine.flyTo([...bounds]);
  }, [engine, bounds]);
  return (
    <div className={styles.frame}>
      <MapCanvas
        plan={plan}
        start={cameraOf(view ?? geometry)}
        label={intl.formatMessage({ id: 'map.case', defaultMessage: 'Map of the case' })}
        onReady={setEngine}
        onView={ignore}
        onHit={ignore}
        onFailure={ignore}
      />
    </div>
  );
}

const ignore = () => undefined;

function cameraOf(geometry: Polygon | MultiPolygon): Camera {
  const [lon, lat, zoom] = viewOfBounds(boundsOf(geometry), SIZE).split(',').map(Number);
  return { lon, lat, zoom: zoom - 0.4 };
}

function pointsOf(incidents: CaseMapProps['incidents']): PointSet {
  return {
    ids: Uint32Array.from(incidents.keys()),
    positions: Float64Array.from(incidents.flat()),
    categories: new Uint16Array(incidents.length),
  };
}
