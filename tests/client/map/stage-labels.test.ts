import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { isDeck } from '../../../client/map/layer.ts';
import { planOf } from '../../../client/map/layer-list.ts';
import { PALETTES } from '../../../client/map/palette.ts';
import type { Scene } from '../../../client/map/scene.ts';
import { streetNames, withStageLabels } from '../../../client/map/stage-labels.ts';

const streets: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', geometry: { type: 'LineString', coordinates: [[0, 0], [0.001, 0]] }, properties: { name: 'North Road' } },
    { type: 'Feature', geometry: { type: 'LineString', coordinates: [[0.003, 0.003], [0, 0]] }, properties: { name: 'North Road' } },
    { type: 'Feature', geometry: { type: 'LineString', coordinates: [[0, 0], [0, 0.002]] }, properties: { name: '' } },
  ],
}; // biome-ignore format: coordinates read as pairs

const scene: Scene = {
  palette: PALETTES.light,
  land: null,
  streets,
  archives: [],
  areas: [],
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
};

describe('names on the wall', () => {
  it('are one a street, in the middle of its longest stretch and the right way up', () => {
    const { features } = streetNames(streets);
    expect(features).toHaveLength(1);
    const [{ geometry, properties }] = features;
    expect(geometry).toEqual({ type: 'Point', coordinates: [0.0015, 0.0015] });
    // From the south-west to the north-east: written upwards, whichever end the line begins at.
    expect(properties?.angle).toBeCloseTo(-45, 1);
    expect(streetNames(null).features).toEqual([]);
  });

  it('are all as large as was asked, wherever the desk writes smaller ones', () => {
    const states = ['base-map', 'streets', 'areas', 'problems', 'interventions'];
    const plan = planOf(
      scene,
      states.map((id) => ({ id, visible: true, opacity: 1 })),
    );
    const { styles } = withStageLabels(plan, streets, PALETTES.light, 27);
    const sizes = styles.flatMap((style) =>
      !isDeck(style) && style.type === 'symbol' && style.layout?.['text-field']
        ? [style.layout['text-size']]
        : [],
    );
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(27);
    expect(styles).toHaveLength(plan.styles.length);
  });
});
