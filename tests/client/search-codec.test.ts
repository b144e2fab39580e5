import { describe, expect, it } from 'vitest';
import { mapSearch } from '../../client/search.ts';
import { parseSearch, stringifySearch } from '../../client/search-codec.ts';

describe('the search part of an address', () => {
  it('writes lists with commas and leaves out what is not set', () => {
    expect(stringifySearch({ at: '10.5,-3,12', categories: [3, 14], areas: [], run: undefined })).toBe(
      '?at=10.5,-3,12&categories=3,14',
    );
    expect(stringifySearch({})).toBe('');
  });

  it('keeps times and selections readable and escapes what would break the address', () => {
    expect(stringifySearch({ from: '2024-01-01T00:00:00Z', sel: 'area:4' })).toBe(
      '?from=2024-01-01T00:00:00Z&sel=area:4',
    );
    expect(stringifySearch({ back: '/?a=1&b=2#c' })).toBe('?back=/%3Fa%3D1%26b%3D2%23c');
  });

  it('gives back through the schema what was written', () => {
    const search = {
      at: '-75.16,39.95,12.5',
      categories: [7],
      areas: [1, 2],
      from: '2024-01-01T00:00:00.000Z',
      layers: 'areas,-incidents,density~0.5',
      sel: 'problem:a+b c',
      panel: 'layers' as const,
    };
    expect(mapSearch.parse(parseSearch(stringifySearch(search)))).toEqual(search);
  });

  it('drops what does not fit instead of failing the whole address', () => {
    expect(mapSearch.parse(parseSearch('?at=here&categories=x,3,-1&panel=none&from=soon'))).toEqual({
      at: undefined,
      categories: [3],
      panel: undefined,
      from: undefined,
    });
  });
});
