import { describe, expect, it } from 'vitest';
import { layerById } from '../../../../client/map/layer-list.ts';
import { type ClassedCell, classLayer } from '../../../../client/map/layers/class-cells.ts';
import { PALETTES } from '../../../../client/map/palette.ts';
import type { Scene } from '../../../../client/map/scene.ts';

type Kind = 'up' | 'down';

const cell = (id: number, kind: Kind | null): ClassedCell<Kind> => ({
  cell: id,
  centre: [0, 0],
  outline: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ],
  kind,
});
const cells = [cell(1, 'up'), cell(2, 'up'), cell(3, null)];
// The layer reads nothing else of a scene.
const scene = { palette: PALETTES.light } as Scene;
const shown = { visible: true, opacity: 1 };
const layerOf = (onlyFound: boolean) =>
  classLayer<Kind>({
    id: 'trial',
    title: { id: 'trial', defaultMessage: 'Trial' },
    cellsOf: () => cells,
    onlyFound,
    classes: [
      { name: 'up', label: 'more', colour: ({ hot }) => hot[1], mark: 'triangle' },
      { name: 'down', label: 'fewer', colour: ({ cold }) => cold[1] },
    ],
  });

describe('classLayer', () => {
  it('says in the legend how many cells are in each class, and how many in none', () => {
    const [part] = layerOf(false).legend(scene, shown);
    if (part.kind !== 'swatches') throw new Error('not a list of swatches');
    expect(part.items.map(({ count, mark }) => [count, mark])).toEqual([
      [2, 'triangle'],
      [0, undefined],
      [1, undefined],
    ]);
  });

  it('leaves classes without cells out of a long legend', () => {
    const [part] = layerOf(true).legend(scene, shown);
    expect(part.kind === 'swatches' && part.items).toHaveLength(2);
  });

  it('answers clicks on every cell, also on those that are not filled', () => {
    const { hit } = layerOf(false);
    expect(hit?.({ cell: 3 }, 'trial-cell')).toEqual({ kind: 'cell', id: '3' });
    expect(hit?.({ cell: 3 }, 'trial-fill')).toBeNull();
  });

  it('keeps its source when nothing changed', () => {
    const layer = layerOf(false);
    const data = () => {
      const source = layer.sources(scene)['trial-cells'];
      return source.type === 'geojson' ? source.data : null;
    };
    expect(data()).toBe(data());
  });
});

describe('local Moran on the map', () => {
  it('tells the four sides apart by shape as well as by colour', () => {
    const result = {
      method: 'local-moran',
      data: { cells: (['highHigh', 'highLow', 'lowHigh', 'lowLow'] as const).map((kind) => ({ kind })) },
    };
    const [part] = layerById('local-moran')?.legend({ ...scene, result } as unknown as Scene, shown) ?? [];
    if (part?.kind !== 'swatches') throw new Error('not a list of swatches');
    const looks = part.items.slice(0, 4).map(({ colour, mark }) => `${colour} ${mark}`);
    expect(new Set(looks).size).toBe(4);
    expect(new Set(part.items.slice(0, 4).map(({ colour }) => colour)).size).toBe(4);
  });
});
