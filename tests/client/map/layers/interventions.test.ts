import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { interventions } from '../../../../client/map/layers/interventions.ts';
import type { MapIntervention, Scene } from '../../../../client/map/scene.ts';

const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
  ],
};
const all: MapIntervention[] = [
  { text: 'Repair the lamps', problemId: 'p1', geometry: SQUARE },
  { text: 'W'.repeat(80), problemId: null, geometry: { type: 'Point', coordinates: [5, 5] } },
];
// The layer reads nothing else of a scene.
const sceneOf = (items: MapIntervention[]) => ({ interventions: items }) as unknown as Scene;

function featuresOf(name: string, items = all) {
  const source = interventions.sources(sceneOf(items))[name];
  if (source.type !== 'geojson' || typeof source.data === 'string') throw new Error('no features');
  return (source.data as FeatureCollection).features;
}

describe('interventions on the map', () => {
  it('have an outline where they have one, and a pin inside it with their words', () => {
    expect(featuresOf('interventions').map(({ geometry }) => geometry)).toEqual([SQUARE]);
    const [lamps, point] = featuresOf('intervention-pins');
    if (lamps.geometry.type !== 'Point') throw new Error('no pin');
    const [lon, lat] = lamps.geometry.coordinates;
    expect(lon > 0 && lon < 2 && lat > 0 && lat < 2).toBe(true);
    expect(lamps.properties).toMatchObject({ id: 'p1', text: 'Repair the lamps' });
    expect(point.geometry).toEqual({ type: 'Point', coordinates: [5, 5] });
  });

  it('have words that fit on a map', () => {
    const text = String(featuresOf('intervention-pins')[1].properties?.text);
    expect(text).toHaveLength(60);
    expect(text.endsWith('…')).toBe(true);
  });

  it('lead to their case, those without one nowhere', () => {
    expect(interventions.hit?.({ id: 'p1' }, 'interventions-pin')).toEqual({ kind: 'problem', id: 'p1' });
    expect(interventions.hit?.({ id: null }, 'interventions-pin')).toBeNull();
  });

  it('are nothing where nothing is done', () => {
    expect(featuresOf('interventions', [])).toEqual([]);
    expect(interventions.hasData?.(sceneOf([]))).toBe(false);
    expect(interventions.hasData?.(sceneOf(all))).toBe(true);
  });
});
