import type { Geometry } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  type HexColor,
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawFreehandMode,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawRenderMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { MapEngine } from './map-engine.ts';

export const DRAW_MODES = ['point', 'linestring', 'polygon', 'rectangle', 'circle', 'freehand'] as const;
export type DrawMode = (typeof DRAW_MODES)[number];

export type DrawnGeometry = Extract<Geometry, { type: 'Point' | 'LineString' | 'Polygon' }>;

/** Draws one shape at a time on the map; corners can be moved afterwards. */
export class DrawTool {
  readonly #engine: MapEngine;
  readonly #draw: TerraDraw;
  readonly #onShape: (shape: DrawnGeometry | null) => void;

  constructor(engine: MapEngine, colour: string, onShape: (shape: DrawnGeometry | null) => void) {
    this.#engine = engine;
    this.#onShape = onShape;
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter<MapLibreMap>({ map: engine.map, coordinatePrecision: 9 }),
      modes: modes(colour as HexColor),
    });
    this.#draw.start();
    this.#draw.setMode('static');
    this.#draw.on('finish', (id, { action }) => this.#finished(id, action));
  }

  begin(mode: DrawMode): void {
    this.#draw.clear();
    this.#onShape(null);
    this.#engine.clicksOn = false;
    this.#draw.setMode(mode);
    this.#engine.map.getCanvas().focus();
  }

  /** Shows a shape that came from elsewhere: typed coordinates, a buffer. */
  put(shape: DrawnGeometry): void {
    this.#draw.clear();
    this.#rest();
    const mode = { Point: 'point', LineString: 'linestring', Polygon: 'polygon' }[shape.type];
    const geometry = rounded(shape);
    const [verdict] = this.#draw.addFeatures([{ type: 'Feature', geometry, properties: { mode } }]);
    // What terra-draw will not edit is still shown by the selection of the caller.
    if (verdict && !verdict.valid) this.#draw.clear();
    this.#onShape(shape);
  }

  clear(): void {
    this.#draw.clear();
    this.#rest();
    this.#onShape(null);
  }

  remove(): void {
    this.#engine.clicksOn = true;
    if (this.#draw.enabled) this.#draw.stop();
  }

  #finished(id: string | number, action: string): void {
    const shape = this.#draw.getSnapshotFeature(id)?.geometry;
    if (!shape) return;
    this.#onShape(shape);
    if (action !== 'draw') return;
    // The click that set the last corner must not also select what lies under it.
    window.setTimeout(() => this.#rest(id), 0);
  }

  #rest(id?: string | number): void {
    this.#draw.setMode(id === undefined ? 'static' : 'select');
    if (id !== undefined && this.#draw.hasFeature(id)) this.#draw.selectFeature(id);
    window.setTimeout(() => {
      this.#engine.clicksOn = id === undefined;
    }, 0);
  }
}

function modes(colour: HexColor) {
  const outline = { outlineColor: colour, fillColor: colour, fillOpacity: 0.12, outlineWidth: 2.5 } as const;
  const corners = { midpoints: true, draggable: true, deletable: true };
  const movable = { feature: { draggable: true, coordinates: corners } };
  return [
    new TerraDrawPointMode({ styles: { pointColor: colour, pointWidth: 7 } }),
    new TerraDrawLineStringMode({ styles: { lineStringColor: colour, lineStringWidth: 3 } }),
    new TerraDrawPolygonMode({ styles: outline }),
    new TerraDrawRectangleMode({ styles: outline }),
    new TerraDrawCircleMode({ styles: outline }),
    new TerraDrawFreehandMode({ styles: outline }),
    new TerraDrawSelectMode({
      flags: {
        point: { feature: { draggable: true } },
        linestring: movable,
        polygon: movable,
        rectangle: movable,
        freehand: movable,
        circle: { feature: { draggable: true } },
      },
      styles: {
        selectedPolygonColor: colour,
        selectedPolygonOutlineColor: colour,
        selectedPolygonFillOpacity: 0.12,
        selectedPolygonOutlineWidth: 2.5,
        selectedLineStringColor: colour,
        selectedPointColor: colour,
      },
    }),
    new TerraDrawRenderMode({ modeName: 'static', styles: {} }),
  ];
}

/** terra-draw refuses coordinates finer than nine digits. */
function rounded<Shape extends DrawnGeometry>(shape: Shape): Shape {
  return JSON.parse(
    JSON.stringify(shape, (_, value) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)),
  );
}
