import { describe, expect, it } from 'vitest';
import { type LayerDefault, readLayers, writeLayers } from '../../../client/map/layer-address.ts';
import { LAYERS } from '../../../client/map/layer-list.ts';
import { mapSearch } from '../../../client/search.ts';

const defaults: LayerDefault[] = [
  { id: 'ground', visibleAtFirst: true },
  { id: 'areas', visibleAtFirst: true },
  { id: 'notes', visibleAtFirst: false },
];
const plain = [
  { id: 'ground', visible: true, opacity: 1 },
  { id: 'areas', visible: true, opacity: 1 },
  { id: 'notes', visible: false, opacity: 1 },
];

describe('layers in the address', () => {
  it('writes nothing for the list as it comes', () => {
    expect(readLayers(undefined, defaults)).toEqual(plain);
    expect(writeLayers(plain, defaults)).toBeUndefined();
  });

  it.each([
    ['-areas', [plain[0], { ...plain[1], visible: false }, plain[2]]],
    ['areas~0.5', [plain[0], { ...plain[1], opacity: 0.5 }, plain[2]]],
    ['notes', [plain[0], plain[1], { ...plain[2], visible: true }]],
    ['areas,ground,-notes', [plain[1], plain[0], plain[2]]],
  ])('reads and writes %s', (text, states) => {
    expect(readLayers(text, defaults)).toEqual(states);
    expect(writeLayers(states, defaults)).toBe(text);
  });

  it.each(['areas~2', '--areas', 'AREAS', '-', ',,,', 'nobody', 'areas~'])('leaves out %s', (text) => {
    expect(readLayers(text, defaults)).toEqual(plain);
  });

  it('keeps a layer that an old address does not know', () => {
    const states = readLayers('areas,ground', defaults);
    expect(states.map((state) => state.id)).toEqual(['areas', 'ground', 'notes']);
  });

  it('fits into the address with every layer moved, hidden and faded', () => {
    const states = LAYERS.toReversed().map(({ id }) => ({ id, visible: false, opacity: 0.55 }));
    const text = writeLayers(states, LAYERS);
    expect(mapSearch.parse({ layers: text }).layers).toBe(text);
    expect(readLayers(text, LAYERS)).toEqual(states);
  });
});
