import type { FeatureCollection } from 'geojson';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useStreets } from '../api/streets.ts';
import { viewOfBounds } from '../view-of-bounds.ts';
import { useLand } from './land.ts';
import type { LayerState } from './layer.ts';
import { planOf } from './layer-list.ts';
import styles from './map-canvas.module.css';
import { MapCanvas } from './map-canvas.tsx';
import type { MapEngine } from './map-engine.ts';
import type { MapArea, Scene } from './scene.ts';
import { usePalette } from './theme.ts';
import { type DrawnWay, wayData, waySources, wayStyles } from './way.ts';

export interface RouteMapProps {
  readonly label: string;
  readonly areas: readonly MapArea[];
  /** Where it opens. */
  readonly bounds: readonly [number, number, number, number];
  readonly way: DrawnWay;
  /** Left out: the map is looked at only. */
  readonly onPress?: (position: [number, number]) => void;
}

const STATES: readonly LayerState[] = ['base-map', 'streets', 'areas'].map((id) => ({
  id,
  visible: true,
  opacity: 1,
}));
const SIZE = { width: 330, height: 300 };
const LETTERS = 13;
const IGNORE = () => undefined;

/** The way of a walkabout with its stops by their numbers. */
export function RouteMap({ label, areas, bounds, way, onPress }: RouteMapProps) {
  const palette = usePalette();
  const land = useLand();
  const streets = useStreets().data;
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const press = useEffectEvent(({ lngLat }: MapMouseEvent) => onPress?.([lngLat.lng, lngLat.lat]));
  useEffect(() => {
    if (!engine) return;
    const { map } = engine;
    engine.clicksOn = false;
    map.on('click', press);
    return () => void map.off('click', press);
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
      selection: null,
      emphasis: null,
    }),
    [palette, land, streets, areas],
  );
  const plan = useMemo(() => {
    const { sources, styles: drawn } = planOf(scene, STATES);
    return {
      sources: { ...sources, ...waySources(wayData(way)) },
      styles: [...drawn, ...wayStyles(palette, LETTERS)],
    };
  }, [scene, palette, way]);
  const [west, south, east, north] = bounds;
  const [lon, lat, zoom] = viewOfBounds([west, south, east, north], SIZE).split(',').map(Number);
  return (
    <div className={styles.frame}>
      <MapCanvas
        plan={plan}
        start={{ lon, lat, zoom }}
        label={label}
        onReady={setEngine}
        onView={IGNORE}
        onHit={IGNORE}
        onFailure={IGNORE}
      />
    </div>
  );
}
