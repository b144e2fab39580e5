import pointOnFeature from '@turf/point-on-feature';
import type { FeatureCollection, Geometry } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { MapLayer } from '../layer.ts';
import { iconName } from '../marker-icons.ts';
import type { MarkerShape } from '../marker-shapes.ts';
import type { Palette } from '../palette.ts';
import { type MapProblem, once, type ProblemStage } from '../scene.ts';

export const STAGE_SHAPES: Readonly<Record<ProblemStage, MarkerShape>> = {
  scanning: 'circle',
  analysis: 'triangle',
  response: 'square',
  assessment: 'diamond',
  closed: 'bar',
};

type Placed = MapProblem & { geometry: Geometry };
const placed = (problems: readonly MapProblem[]) =>
  problems.filter((problem): problem is Placed => problem.geometry !== null);

const shapes = once(
  (problems: readonly MapProblem[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: placed(problems).map(({ id, geometry }) => ({ type: 'Feature', geometry, properties: { id } })),
  }),
);

const badges = once(
  (problems: readonly MapProblem[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: placed(problems).map(({ id, ref, title, stage, geometry }) => ({
      ...pointOnFeature(geometry),
      properties: { id, stage, text: `${ref} ${title}` },
    })),
  }),
);

function badgeIcon({ problem, halo }: Palette): ExpressionSpecification {
  const name = (shape: MarkerShape) => iconName({ shape, colour: problem, plate: halo });
  const { scanning, analysis, response, assessment, closed } = STAGE_SHAPES;
  return [
    'match',
    ['get', 'stage'],
    'analysis',
    name(analysis),
    'response',
    name(response),
    'assessment',
    name(assessment),
    'closed',
    name(closed),
    name(scanning),
  ];
}

export const problems: MapLayer = {
  id: 'problems',
  title: defineMessage({ id: 'map.layer.problems', defaultMessage: 'Problem cases' }),
  group: 'work',
  visibleAtFirst: true,
  sources: (scene) => ({
    problems: { type: 'geojson', data: shapes(scene.problems) },
    'problem-badges': { type: 'geojson', data: badges(scene.problems) },
  }),
  styles: ({ palette }, { opacity }) =>
    fade(
      [
        {
          id: 'problems-fill',
          type: 'fill',
          source: 'problems',
          paint: { 'fill-color': palette.problem, 'fill-opacity': 0.08 },
        },
        {
          id: 'problems-edge',
          type: 'line',
          source: 'problems',
          layout: { 'line-join': 'round' },
          paint: { 'line-color': palette.problem, 'line-width': 2.4 },
        },
        {
          id: 'problems-badge',
          type: 'symbol',
          source: 'problem-badges',
          layout: {
            'icon-image': badgeIcon(palette),
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
            'text-field': ['step', ['zoom'], '', 11, ['get', 'text']],
            'text-font': ['Noto Sans Medium'],
            'text-size': 12,
            'text-anchor': 'top',
            'text-offset': [0, 1],
            'text-optional': true,
            'text-max-width': 12,
          },
          paint: { 'text-color': palette.problem, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
        },
      ],
      opacity,
    ),
  legend: ({ palette }) => [
    { kind: 'swatches', items: [{ colour: palette.problem, shape: 'line', label: { key: 'problem' } }] },
  ],
  // Inside a problem area the things under it must stay clickable: only its edge and badge answer.
  hit: ({ id }, styleId) => (styleId === 'problems-fill' ? null : { kind: 'problem', id: String(id) }),
  hasData: (scene) => placed(scene.problems).length > 0,
};
