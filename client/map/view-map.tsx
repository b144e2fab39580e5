import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { useStreets } from '../api/streets.ts';
import { viewOfBounds } from '../view-of-bounds.ts';
import { useLand } from './land.ts';
import type { LayerState } from './layer.ts';
import { planOf } from './layer-list.ts';
import styles from './map-canvas.module.css';
import { MapCanvas } from './map-canvas.tsx';
import type { MapArea, Scene } from './scene.ts';
import { usePalette } from './theme.ts';

export type ViewBounds = [west: number, south: number, east: number, north: number];

export interface ViewMapProps {
  readonly label: string;
  readonly areas: readonly MapArea[];
  /** Where it opens. */
  readonly bounds: readonly [number, number, number, number];
  /** What it shows, each time it was moved. */
  readonly onBounds: (bounds: ViewBounds) => void;
}

const STATES: readonly LayerState[] = ['base-map', 'streets', 'areas'].map((id) => ({
  id,
  visible: true,
  opacity: 1,
}));
const SIZE = { width: 480, height: 280 };
const IGNORE = () => undefined;

/** A map that is moved until it shows what is meant. */
export function ViewMap({ label, areas, bounds, onBounds }: ViewMapProps) {
  const palette = usePalette();
  const land = useLand();
  const streets = useStreets().data;
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
  const plan = useMemo(() => planOf(scene, STATES), [scene]);
  const [west, south, east, north] = bounds;
  const [lon, lat, zoom] = viewOfBounds([west, south, east, north], SIZE).split(',').map(Number);
  return (
    <div className={styles.frame}>
      <MapCanvas
        plan={plan}
        start={{ lon, lat, zoom }}
        label={label}
        onReady={IGNORE}
        onView={(_, shown) => onBounds(shown)}
        onHit={IGNORE}
        onFailure={IGNORE}
      />
    </div>
  );
}
