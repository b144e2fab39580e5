import type { FeatureCollection, Geometry } from 'geojson';
import { element } from '../../ui/picture/markup.ts';
import type { KeyGroup } from '../../ui/picture/sheet.ts';
import type { Plan } from '../diff.ts';
import { EMPTY_SCENE } from '../empty-scene.ts';
import type { LayerState, MapLayer } from '../layer.ts';
import { LAYERS, planOf } from '../layer-list.ts';
import { boundsOf } from '../measure.ts';
import { PAPER_PALETTE } from '../palette.ts';
import type { RunResult } from '../run-result.ts';
import type { MapArea, Scene } from '../scene.ts';
import { frameOfBounds } from './frame.ts';
import { drawScene, type MapPicture, type PictureWords } from './map-picture.ts';

/** The ground that an answer is drawn on. */
export interface PrintedGround {
  readonly streets: FeatureCollection | null;
  readonly areas: readonly MapArea[];
  /** Outlined over everything. */
  readonly place: Geometry | null;
}

export interface PrintedRun {
  readonly result: RunResult;
  readonly bounds: readonly [number, number, number, number];
}

interface PrintWords extends PictureWords {
  readonly place: string;
  readonly drawn: string;
  readonly keyOf: (scene: Scene, layers: readonly LayerState[]) => KeyGroup[];
}

const ROUND = ['streets', 'areas'];

/** An answer as a map on paper: shapes alone, no tiles, at the size of a page. */
export function drawRun(
  { result, bounds }: PrintedRun,
  ground: PrintedGround,
  { width, height }: { width: number; height: number },
  words: PrintWords,
): { picture: MapPicture; key: KeyGroup[] } {
  const scene = sceneOf(result, ground);
  const findings = LAYERS.filter(({ group }) => group === 'findings').filter((layer) => layer.hasData(scene));
  const shown = LAYERS.filter(
    (layer) => layer.id === 'base-map' || ROUND.includes(layer.id) || findings.includes(layer),
  );
  const states = shown.map(visible);
  const picture = drawScene(
    frameOfBounds(around(bounds, ground.place), width, height),
    namesLast(planOf(scene, states)),
    scene,
    words,
  );
  const isDrawnHere = ground.areas.some(({ kind }) => kind === 'custom');
  const rows = [
    ...(ground.place ? [{ mark: OUTLINE, text: words.place }] : []),
    ...(isDrawnHere ? [{ mark: DASHES, text: words.drawn }] : []),
  ];
  return {
    picture,
    key: [...words.keyOf(scene, findings.map(visible)), ...(rows.length > 0 ? [{ title: '', rows }] : [])],
  };
}

/** Paper cannot be moved to find a name that lies under what was found. */
function namesLast(plan: Plan): Plan {
  const isName = ({ type }: Plan['styles'][number]) => type === 'symbol';
  return { ...plan, styles: [...plan.styles.filter((s) => !isName(s)), ...plan.styles.filter(isName)] };
}

const visible = ({ id }: MapLayer): LayerState => ({ id, visible: true, opacity: 1 });

const DASHES = element('line', {
  x1: -1,
  x2: 1,
  y1: 0,
  y2: 0,
  stroke: PAPER_PALETTE.accent,
  'stroke-width': 0.25,
  'stroke-dasharray': '0.5 0.3',
});

const OUTLINE = element('rect', {
  x: -0.9,
  y: -0.7,
  width: 1.8,
  height: 1.4,
  fill: 'none',
  stroke: PAPER_PALETTE.selection,
  'stroke-width': 0.25,
});

function sceneOf(result: RunResult, { streets, areas, place }: PrintedGround): Scene {
  return { ...EMPTY_SCENE, palette: PAPER_PALETTE, streets, areas, result, selection: place };
}

type Box = [number, number, number, number];

/** So that the place of the case is in the picture. */
function around([west, south, east, north]: PrintedRun['bounds'], place: Geometry | null): Box {
  if (!place || place.type === 'GeometryCollection') return [west, south, east, north];
  const [w, s, e, n] = boundsOf(place);
  return [Math.min(west, w), Math.min(south, s), Math.max(east, e), Math.max(north, n)];
}
