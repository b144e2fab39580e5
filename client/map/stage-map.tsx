import type { FeatureCollection, Geometry, GeometryCollection, MultiPolygon, Polygon } from 'geojson';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useStreets } from '../api/streets.ts';
import { viewOfBounds } from '../view-of-bounds.ts';
import type { Plan } from './diff.ts';
import { useLand } from './land.ts';
import type { LayerState } from './layer.ts';
import { planOf } from './layer-list.ts';
import styles from './map-canvas.module.css';
import { MapCanvas } from './map-canvas.tsx';
import { boundsOf } from './measure.ts';
import type { MapArea, Scene } from './scene.ts';
import type { CountedSquare } from './square-counts.ts';
import { withStageLabels } from './stage-labels.ts';
import { usePalette } from './theme.ts';
import { TOLD_SOURCE, type ToldPlace, toldFeatures, toldStyles } from './told-places.ts';
import { type DrawnWay, wayData, waySources, wayStyles } from './way.ts';

type Bounds = readonly [number, number, number, number];

export interface StageMapProps {
  /** What is to be in sight; without one what the card is about, or else the area of the committee. */
  readonly view: Bounds | null;
  readonly around: Bounds;
  readonly areas: readonly MapArea[];
  /** The area of a case. */
  readonly ground: Polygon | MultiPolygon | null;
  /** Where a promise is kept. */
  readonly place: Exclude<Geometry, GeometryCollection> | null;
  readonly squares: readonly Omit<CountedSquare, 'density'>[];
  /** Where a kept answer found something; in place of the squares. */
  readonly told: readonly ToldPlace[];
  /** The way of a walkabout. */
  readonly way?: DrawnWay | null;
  readonly size: { readonly width: number; readonly height: number };
}

const STATES: readonly LayerState[] = [
  'base-map',
  'streets',
  'areas',
  'squares',
  'problems',
  'interventions',
].map((id) => ({ id, visible: true, opacity: id === 'squares' ? 0.7 : 1 }));
/** A single place is shown with the streets around it. */
const CLOSEST = 15.2;
/** Pixels of a name: a 70th of the wall, as the smallest letters of a card. */
const letters = () => Math.max(12, 1.4 * Math.min(window.innerWidth / 100, window.innerHeight / 56.25));
const IGNORE = () => undefined;
const SQUARE_KILOMETRE = 1e6;

/** The map of one card on the wall: looked at from afar, moved by nobody. */
export function StageMap({
  view,
  around,
  areas,
  ground,
  place,
  squares,
  told,
  way = null,
  size,
}: StageMapProps) {
  const intl = useIntl();
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
      squares: squares.length > 0 ? { counted: squares.map(withDensity(squares)), hidden: null } : null,
      categories: new Map(),
      result: null,
      assets: [],
      problems: ground ? [{ id: 'case', ref: '', title: '', stage: 'scanning', geometry: ground }] : [],
      annotations: [],
      concerns: [],
      interventions: place ? [{ text: '', problemId: null, geometry: place }] : [],
      selection: null,
      emphasis: null,
    }),
    [palette, land, streets, areas, ground, place, squares],
  );
  const plan = useMemo((): Plan => {
    const { sources, styles } = withStageLabels(planOf(scene, STATES), scene.streets, palette, letters());
    const data = toldFeatures(told, areas, palette);
    const street = styles.findIndex(({ id }) => id.startsWith('streets-'));
    return {
      sources: {
        ...sources,
        [TOLD_SOURCE]: { type: 'geojson', data },
        ...(way ? waySources(wayData(way)) : {}),
      },
      styles: [
        ...styles.slice(0, street),
        ...toldStyles(palette),
        ...styles.slice(street),
        ...(way ? wayStyles(palette, letters()) : []),
      ],
    };
  }, [scene, palette, told, areas, way]);
  const about = ground ?? place;
  const bounds = view ?? (about ? boundsOf(about) : around);
  const [lon, lat, zoom] = viewOfBounds(bounds, size).split(',').map(Number);
  return (
    <div className={styles.frame} inert>
      <MapCanvas
        plan={plan}
        start={{ lon, lat, zoom: Math.min(zoom, CLOSEST) }}
        label={intl.formatMessage({ id: 'map.stage', defaultMessage: 'Map of this item' })}
        onReady={IGNORE}
        onView={IGNORE}
        onHit={IGNORE}
        onFailure={IGNORE}
      />
    </div>
  );
}

/** A square kilometre of a square, with those that larger squares around it hold spread evenly over them. */
function withDensity(all: StageMapProps['squares']) {
  return (square: StageMapProps['squares'][number]): CountedSquare => {
    const around = all.filter(({ bounds }) => holds(bounds, square.bounds));
    const density = around.reduce((sum, { count, side }) => sum + count / side ** 2, 0) * SQUARE_KILOMETRE;
    return { ...square, density };
  };
}

function holds([west, south, east, north]: Bounds, inner: Bounds): boolean {
  const lon = (inner[0] + inner[2]) / 2;
  const lat = (inner[1] + inner[3]) / 2;
  return west < lon && lon < east && south < lat && lat < north;
}
