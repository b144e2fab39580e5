import { describe, expect, it } from 'vitest';
import { filterOf, readCamera, sameFilter, writeCamera } from '../../../../client/views/map/address.ts';
import { readSelection, writeSelection } from '../../../../client/views/map/selection.ts';

describe('the filter of an address', () => {
  it('keeps only what narrows', () => {
    expect(filterOf({ categories: [], areas: [3], panel: 'filters', at: '1,2,3' })).toEqual({ areas: [3] });
    expect(filterOf({})).toEqual({});
  });

  it('is the same whatever the order', () => {
    expect(sameFilter({ areas: [1, 12], categories: [5] }, { categories: [5], areas: [12, 1] })).toBe(true);
    expect(sameFilter({ areas: [1] }, { areas: [2] })).toBe(false);
    expect(sameFilter({}, { from: '2024-01-01T00:00:00Z' })).toBe(false);
  });
});

describe('the camera of an address', () => {
  it('comes back as it was written', () => {
    expect(readCamera(writeCamera({ lon: -75.16523, lat: 39.95258, zoom: 11.25 }))).toEqual({
      lon: -75.16523,
      lat: 39.95258,
      zoom: 11.25,
    });
    expect(readCamera(undefined)).toBeNull();
  });
});

describe('the selection of an address', () => {
  it.each(['incident:12', 'cell:0', 'problem:01J-x', 'annotation:a:b'])('reads and writes %s', (text) => {
    const selected = readSelection(text);
    expect(selected && writeSelection(selected)).toBe(text);
  });

  it.each([undefined, '', 'incident', 'incident:', 'person:1'])('finds nothing in %s', (text) => {
    expect(readSelection(text)).toBeNull();
  });
});
