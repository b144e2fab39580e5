import type { Feature } from 'geojson';
import { element } from '../../ui/picture/markup.ts';
import type { Plan } from '../diff.ts';
import { isDeck, type MapStyle } from '../layer.ts';
import type { Scene } from '../scene.ts';
import { drawDeck } from './deck-drawing.ts';
import type { Drawing } from './drawing.ts';
import { type ExpressionContext, evaluate } from './expression.ts';
import { type Frame, type Pixel, projector } from './frame.ts';
import { drawLabels, type LabelStyle } from './labels.ts';
import { isIn, linePath, ringPath, type Shape, shapesOf } from './outline.ts';
import { drawSurface } from './surface-drawing.ts';

/** Beyond the edge, so that outlines are not cut within sight. */
const MARGIN = 12;

/** What the map shows as vector markup: every style layer of the plan in its order, tiles of a base map aside. */
export function drawPlan(plan: Plan, scene: Scene, frame: Frame): string {
  const { width, height } = frame;
  const box = { left: -MARGIN, top: -MARGIN, right: width + MARGIN, bottom: height + MARGIN };
  const sheet: Drawing = { frame, box, project: projector(frame), taken: [] };
  return plan.styles
    .toReversed()
    .map((style) => {
      const drawn = isDeck(style) ? drawDeck(style.id, scene, sheet) : drawStyle(style, plan, scene, sheet);
      return drawn === '' ? '' : element('g', { id: style.id }, drawn);
    })
    .reverse()
    .join('');
}

function drawStyle(style: MapStyle, plan: Plan, scene: Scene, sheet: Drawing): string {
  const { zoom, width, height } = sheet.frame;
  if (zoom < (style.minzoom ?? 0) || zoom >= (style.maxzoom ?? 25)) return '';
  const paint = reader(style.paint ?? {}, zoom);
  if (style.type === 'background') {
    const fill = paint.text('background-color', NOWHERE);
    return fill === '' ? '' : element('rect', { width, height, fill });
  }
  const source = 'source' in style ? plan.sources[String(style.source)] : undefined;
  if (style.type === 'raster' && style.id === 'density-surface')
    return drawSurface(scene, paint.number('raster-opacity', NOWHERE, 1), sheet);
  if (style.type === 'raster')
    return source?.type === 'image'
      ? drawImage(source, paint.number('raster-opacity', NOWHERE, 1), sheet)
      : '';
  if (source?.type !== 'geojson' || typeof source.data === 'string') return '';
  const features = featuresOf(source.data).filter(
    ({ geometry, properties }) =>
      !('filter' in style && style.filter) ||
      Boolean(evaluate(style.filter, contextOf(geometry.type, properties, zoom))),
  );
  switch (style.type) {
    case 'fill':
      return drawFills(features, paint, sheet);
    case 'line':
      return drawLines(features, paint, reader(style.layout ?? {}, zoom), sheet);
    case 'circle':
      return drawCircles(features, paint, sheet);
    case 'symbol':
      return drawSymbols(features, paint, reader(style.layout ?? {}, zoom), sheet);
    default:
      return '';
  }
}

type Place = Pick<Feature, 'geometry' | 'properties'>;
const NOWHERE: Place = { geometry: { type: 'Point', coordinates: [] }, properties: {} };

const contextOf = (type: string, properties: Feature['properties'], zoom: number): ExpressionContext => ({
  zoom,
  geometryType: type,
  properties: properties ?? {},
});

interface Reader {
  number: (name: string, feature: Place, otherwise: number) => number;
  text: (name: string, feature: Place, otherwise?: string) => string;
  list: (name: string, feature: Place) => number[];
  flag: (name: string, feature: Place) => boolean;
}

/** Reads paint or layout: each name as the style says it for one feature. */
function reader(values: object, zoom: number): Reader {
  const known = new Map<string, unknown>(Object.entries(values));
  const read = (name: string, { geometry, properties }: Place) =>
    evaluate(known.get(name), contextOf(geometry.type, properties, zoom));
  return {
    number: (name, feature, otherwise) => {
      const value = read(name, feature);
      return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
    },
    text: (name, feature, otherwise = '') => {
      const value = read(name, feature);
      return typeof value === 'string' ? value : otherwise;
    },
    list: (name, feature) => {
      const value = read(name, feature);
      return Array.isArray(value) ? value.map(Number).filter(Number.isFinite) : [];
    },
    flag: (name, feature) => read(name, feature) === true,
  };
}

function featuresOf(data: object): Feature[] {
  if ('features' in data && Array.isArray(data.features)) return data.features;
  return 'geometry' in data ? [data as Feature] : [];
}

const shapesIn = ({ geometry }: Place, kinds: readonly Shape['kind'][]): Shape[] =>
  shapesOf(geometry).filter(({ kind }) => kinds.includes(kind));

/** Neighbours in the drawing order that look alike become one path. */
class Paths {
  #markup = '';
  #look = '';
  #attributes: Record<string, string | number | undefined> = {};
  #path = '';

  add(attributes: Record<string, string | number | undefined>, path: string): void {
    if (path === '') return;
    const look = JSON.stringify(attributes);
    if (look !== this.#look) this.#flush();
    this.#look = look;
    this.#attributes = attributes;
    this.#path += path;
  }

  finish(): string {
    this.#flush();
    return this.#markup;
  }

  #flush(): void {
    if (this.#path !== '') this.#markup += element('path', { ...this.#attributes, d: this.#path });
    this.#path = '';
  }
}

function drawFills(features: readonly Feature[], paint: Reader, { project, box }: Drawing): string {
  const paths = new Paths();
  for (const feature of features) {
    const opacity = paint.number('fill-opacity', feature, 1);
    if (opacity <= 0) continue;
    for (const { rings } of shapesIn(feature, ['polygon']))
      paths.add(
        {
          fill: paint.text('fill-color', feature, '#000000'),
          'fill-opacity': opacity === 1 ? undefined : opacity,
          'fill-rule': 'evenodd',
        },
        rings.map((ring) => ringPath(ring.map(project), box)).join(''),
      );
  }
  return paths.finish();
}

function drawLines(features: readonly Feature[], paint: Reader, layout: Reader, sheet: Drawing): string {
  const paths = new Paths();
  for (const feature of features) {
    const width = paint.number('line-width', feature, 1);
    const dash = paint.list('line-dasharray', feature).map((part) => part * width);
    const attributes = {
      fill: 'none',
      stroke: paint.text('line-color', feature, '#000000'),
      'stroke-width': width,
      'stroke-opacity': paint.number('line-opacity', feature, 1),
      'stroke-dasharray': dash.join(' ') || undefined,
      'stroke-linejoin': layout.text('line-join', feature) || undefined,
      'stroke-linecap': layout.text('line-cap', feature) || undefined,
    };
    for (const { kind, rings } of shapesIn(feature, ['line', 'polygon']))
      for (const ring of rings) {
        const points = ring.map(sheet.project);
        const whole = kind === 'polygon' && points.every((point) => isIn(point, sheet.box));
        paths.add(attributes, whole ? ringPath(points, sheet.box) : linePath(points, sheet.box));
      }
  }
  return paths.finish();
}

function drawCircles(features: readonly Feature[], paint: Reader, { project, box }: Drawing): string {
  return features
    .flatMap((feature) =>
      shapesIn(feature, ['point']).map(({ rings }) => {
        const [cx, cy] = project(rings[0][0]);
        if (!isIn([cx, cy], box)) return '';
        return element('circle', {
          cx: cx.toFixed(1),
          cy: cy.toFixed(1),
          r: Number(paint.number('circle-radius', feature, 5).toFixed(2)),
          fill: paint.text('circle-color', feature, '#000000'),
          'fill-opacity': paint.number('circle-opacity', feature, 1),
          stroke: paint.text('circle-stroke-color', feature) || undefined,
          'stroke-width': paint.number('circle-stroke-width', feature, 0) || undefined,
          'stroke-opacity': paint.number('circle-stroke-opacity', feature, 1),
        });
      }),
    )
    .join('');
}

function drawSymbols(features: readonly Feature[], paint: Reader, layout: Reader, sheet: Drawing): string {
  // Names along lines need the shape of every letter: streets are told from the lines themselves.
  if (features.length === 0 || layout.text('symbol-placement', NOWHERE) === 'line') return '';
  return drawLabels(
    features.flatMap((feature) =>
      shapesIn(feature, ['point', 'polygon'])
        .slice(0, 1)
        .map(({ rings }) => ({
          at: middleOf(rings[0].map(sheet.project)),
          style: labelOf(feature, paint, layout),
        })),
    ),
    sheet,
  );
}

function middleOf(points: readonly Pixel[]): Pixel {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const middle = (all: readonly number[]) =>
    (all.reduce((a, b) => Math.min(a, b)) + all.reduce((a, b) => Math.max(a, b))) / 2;
  return [middle(xs), middle(ys)];
}

function labelOf(feature: Feature, paint: Reader, layout: Reader): LabelStyle {
  const [right = 0, below = 0] = layout.list('text-offset', feature);
  return {
    icon: layout.text('icon-image', feature),
    iconSize: layout.number('icon-size', feature, 1),
    text: layout.text('text-field', feature),
    size: layout.number('text-size', feature, 16),
    anchor: layout.text('text-anchor', feature, 'center'),
    offset: [right, below],
    most: layout.number('text-max-width', feature, 10),
    colour: paint.text('text-color', feature, '#000000'),
    halo: paint.text('text-halo-color', feature),
    haloWidth: paint.number('text-halo-width', feature, 0),
    overlaps: layout.flag('text-allow-overlap', feature),
  };
}

/** A picture laid over a quadrilateral: three of its corners say where each pixel goes. */
function drawImage(
  { url, coordinates }: { url?: string; coordinates?: readonly (readonly number[])[] },
  opacity: number,
  { project }: Drawing,
): string {
  if (!url || coordinates?.length !== 4) return '';
  const [[x0, y0], [x1, y1], , [x3, y3]] = coordinates.map(project);
  return element('image', {
    href: url,
    width: 1,
    height: 1,
    preserveAspectRatio: 'none',
    opacity,
    style: 'image-rendering:pixelated',
    transform: `matrix(${[x1 - x0, y1 - y0, x3 - x0, y3 - y0, x0, y0].map((v) => v.toFixed(3)).join(' ')})`,
  });
}
