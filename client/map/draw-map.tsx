import type { FeatureCollection, Geometry } from 'geojson';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useStreets } from '../api/streets.ts';
import { viewOfBounds } from '../view-of-bounds.ts';
import { type DrawnGeometry, DrawTool } from './draw-tool.ts';
import { useLand } from './land.ts';
import type { LayerState } from './layer.ts';
import { planOf } from './layer-list.ts';
import styles from './map-canvas.module.css';
import { MapCanvas } from './map-canvas.tsx';
import type { MapEngine } from './map-engine.ts';
import type { MapArea, Scene } from './scene.ts';
import { usePalette } from './theme.ts';

export interface DrawMapProps {
  readonly label: string;
  /** Where it opens. */
  readonly bounds: readonly [number, number, number, number];
  /** Ground that is named on it. */
  readonly zones: readonly MapArea[];
  /** The area of the case, to draw by. */
  readonly ground: Geometry | null;
  /** What is drawn so far: shown also where the tool cannot hold it. */
  readonly shape: Geometry | null;
  /** Null while the map is not there: typed positions still work. */
  readonly onTool: (tool: DrawTool | null) => void;
  readonly onShape: (shape: DrawnGeometry | null) => void;
}

const STATES: readonly LayerState[] = ['base-map', 'streets', 'areas', 'problems', 'selection'].map((id) => ({
  id,
  visible: true,
  opacity: 1,
}));
/** Of the narrowest it is shown in: with room around on every screen. */
const SIZE = { width: 330, height: 300 };
const IGNORE = () => undefined;

/** A map to draw one shape on. */
export function DrawMap({ label, bounds, zones, ground, shape, onTool, onShape }: DrawMapProps) {
  const palette = usePalette();
  const land = useLand();
  const streets = useStreets().data;
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const tell = useEffectEvent(onTool);
  const take = useEffectEvent(onShape);
  useEffect(() => {
    if (!engine) return;
    const tool = new DrawTool(engine, palette.note, take);
    tell(tool);
    return () => {
      tell(null);
      tool.remove();
    };
  }, [engine, palette]);
  const scene = useMemo((): Scene => {
    const problem = { id: 'case', ref: '', title: '', stage: 'scanning' as const, geometry: ground };
    return {
      palette,
      land,
      streets: (streets as FeatureCollection | undefined) ?? null,
      archives: [],
      areas: zones,
      incidents: null,
      squares: null,
      categories: new Map(),
      result: null,
      assets: [],
      problems: ground ? [problem] : [],
      annotations: [],
      concerns: [],
      interventions: [],
      selection: shape,
      emphasis: null,
    };
  }, [palette, land, streets, zones, ground, shape]);
  const plan = useMemo(() => planOf(scene, STATES), [scene]);
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
