import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { diff, EMPTY_PLAN, type Operation, type Plan } from '../../../client/map/diff.ts';
import type { DeckStyle, StyleLayer } from '../../../client/map/layer.ts';

const data = (): FeatureCollection => ({ type: 'FeatureCollection', features: [] });
const line = (id: string, source: string, colour = '#000000'): LayerSpecification => ({
  id,
  type: 'line',
  source,
  paint: { 'line-color': colour },
});
const deck = (id: string): DeckStyle => ({
  type: 'deck',
  id,
  make: () => {
    throw new Error('not drawn here');
  },
});
const plan = (styles: readonly StyleLayer[], sources: Record<string, FeatureCollection> = {}): Plan => ({
  styles,
  sources: Object.fromEntries(
    Object.entries(sources).map(([id, value]) => [id, { type: 'geojson' as const, data: value }]),
  ),
});

/** Plays operations on a plain list the way the map would. */
function play(order: readonly string[], operations: readonly Operation[]): string[] {
  const layers = [...order];
  const put = (id: string, before: string | undefined) =>
    layers.splice(before === undefined ? layers.length : layers.indexOf(before), 0, id);
  for (const operation of operations) {
    if (operation.do === 'removeLayer') layers.splice(layers.indexOf(operation.id), 1);
    if (operation.do === 'addLayer') put(operation.layer.id, operation.before);
    if (operation.do === 'moveLayer') {
      layers.splice(layers.indexOf(operation.id), 1);
      put(operation.id, operation.before);
    }
  }
  return layers;
}

describe('diff', () => {
  it('adds sources before their layers, and layers in drawing order', () => {
    const operations = diff(EMPTY_PLAN, plan([line('a', 's'), line('b', 's')], { s: data() }));
    expect(operations[0]).toMatchObject({ do: 'addSource', id: 's' });
    expect(play([], operations)).toEqual(['a', 'b']);
  });

  it('says nothing when nothing changed, even if the objects are new', () => {
    const same = data();
    const make = () => plan([line('a', 's')], { s: same });
    expect(diff(make(), make())).toEqual([]);
  });

  it('compares data by identity and only swaps the data', () => {
    const next = data();
    const operations = diff(plan([line('a', 's')], { s: data() }), plan([line('a', 's')], { s: next }));
    expect(operations).toEqual([{ do: 'setData', id: 's', data: next }]);
    expect(operations[0].do === 'setData' && operations[0].data).toBe(next);
  });

  it('changes one paint property without touching the layer', () => {
    const same = data();
    const operations = diff(
      plan([line('a', 's')], { s: same }),
      plan([line('a', 's', '#ffffff')], { s: same }),
    );
    expect(operations).toEqual([{ do: 'setPaint', id: 'a', name: 'line-color', value: '#ffffff' }]);
  });

  it('takes layers away before their source', () => {
    const operations = diff(plan([line('a', 's')], { s: data() }), EMPTY_PLAN);
    expect(operations.map((operation) => operation.do)).toEqual(['removeLayer', 'removeSource']);
  });

  it('builds a layer anew when its source changes its nature', () => {
    const before: Plan = {
      sources: { s: { type: 'image', url: 'a', coordinates: square } },
      styles: [{ id: 'a', type: 'raster', source: 's' }],
    };
    const after: Plan = { ...before, sources: { s: { type: 'image', url: 'b', coordinates: square } } };
    expect(diff(before, after).map((operation) => operation.do)).toEqual([
      'removeLayer',
      'removeSource',
      'addSource',
      'addLayer',
    ]);
  });

  it('reaches every order from every order', () => {
    const sources = { s: data() };
    const orders = permutations(['a', 'b', 'c', 'd']);
    for (const from of orders)
      for (const to of orders) {
        const styles = (ids: readonly string[]) =>
          plan(
            ids.map((id) => line(id, 's')),
            sources,
          );
        expect(play(from, diff(styles(from), styles(to)))).toEqual(to);
      }
  });

  it('moves only what has to move', () => {
    const sources = { s: data() };
    const styles = (ids: string) =>
      plan(
        [...ids].map((id) => line(id, 's')),
        sources,
      );
    expect(diff(styles('abcd'), styles('bcda'))).toHaveLength(1);
  });

  it('stands an empty layer for a deck.gl layer and hands over all of them at once', () => {
    const points = deck('points');
    const operations = diff(EMPTY_PLAN, plan([points]));
    expect(operations).toEqual([
      {
        do: 'addLayer',
        layer: { id: 'points', type: 'background', layout: { visibility: 'none' } },
        before: undefined,
      },
      { do: 'setDeck', layers: [points] },
    ]);
    expect(diff(plan([points]), plan([points]))).toEqual([]);
    expect(diff(plan([points]), plan([deck('points')]))).toHaveLength(1);
  });
});

const square: [[number, number], [number, number], [number, number], [number, number]] = [
  [0, 1],
  [1, 1],
  [1, 0],
  [0, 0],
];

function permutations(items: readonly string[]): string[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
