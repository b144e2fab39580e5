import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../client/map/layer.ts';
import { topHit } from '../../../client/map/top-hit.ts';

const hit = (kind: Hit['kind'], id: string): Hit => ({ kind, id });

describe('topHit', () => {
  it('takes the topmost thing', () => {
    expect(topHit([null, hit('incident', '1'), hit('cell', '2')])).toEqual(hit('incident', '1'));
  });

  it('looks through an area at the cell below', () => {
    expect(topHit([hit('area', '1'), hit('area', '9'), hit('cell', '2')])).toEqual(hit('cell', '2'));
  });

  it('takes the topmost area where there is nothing else', () => {
    expect(topHit([hit('area', '1'), null, hit('area', '9')])).toEqual(hit('area', '1'));
    expect(topHit([null])).toBeNull();
  });
});
