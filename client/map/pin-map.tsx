import type { FeatureCollection, Geometry } from 'geojson';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useStreets } from '../api/streets.ts';
import { viewOfBounds } from '../view-of-bounds.ts';
import { useLand } from './land.ts';
import type { LayerState } from './layer.ts';
import { planOf } from './layer-list.ts';
import styles from './map-canvas.module.css';
import { MapCanvas } from './map-canvas.tsx';
import type { Camera, MapEngine } from './map-engine.ts';
import type { MapArea, Scene } from './scene.ts';
import { usePalette } from './theme.ts';

export interface PinMapProps {
  readonly label: string;
  readonly areas: readonly MapArea[];
  /** Where it opens. */
  readonly bounds: readonly [number, number, number, number];
  /** What is drawn as chosen: a position, or what will be kept of it. */
  readonly shape: Geometry | null;
  /** Left out: the map is looked at only. */
  readonly onPin?: (position: [number, number]) => void;
}

const STATES: readonly LayerState[] = ['base-map', 'streets', 'areas'].map((id) => ({
  id,
  visible: true,
  opacity: 1,
}));
const SIZE = { width: 480, height: 280 };
const IGNORE = () => undefined;

/** A small map on which one place is chosen by a click. */
export function PinMap({ label, areas, bounds, shape, onPin }: PinMapProps) {
  const palette = usePalette();
  const land = useLand();
  const streets = useStreets().data;
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const pin = useEffectEvent(({ lngLat }: MapMouseEvent) => onPin?.([lngLat.lng, lngLat.lat]));
  useEffect(() => {
    if (!engine) return;
    const { map } = engine;
    engine.clicksOn = false;
    map.on('click', pin);
    return () => void map.off('click', pin);
  }, [engine]);
  const scene = useMemo(
    (): Scene => ({
      palette,
      land,
      streets: (streets as FeatureCollection | undefined) ?? null,
      archives: [],
      areas,
      incidents: null,
      squares: null,
      categories: new Map(),
      result: null,
      assets: [],
      problems: [],
      annotations: [],
      concerns: [],
      interventions: [],
      selection: shape,
      emphasis: null,
    }),
    [palette, land, streets, areas, shape],
  );
  const plan = useMemo(() => planOf(scene, STATES), [scene]);
  return (
    <div className={styles.frame}>
      <MapCanvas
        plan={plan}
        start={cameraOf(bounds)}
        label={label}
        onReady={setEngine}
        onView={IGNORE}
        onHit={IGNORE}
        onFailure={IGNORE}
      />
    </div>
  );
}

function cameraOf([west, south, east, north]: PinMapProps['bounds']): Camera {
  const [lon, lat, zoom] = viewOfBounds([west, south, east, north], SIZE).split(',').map(Number);
  return { lon, lat, zoom: zoom + 0.7 };
}
