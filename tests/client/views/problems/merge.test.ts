import { describe, expect, it } from 'vitest';
import { mergeBodies } from '../../../../client/views/problems/merge.ts';

const BASE = { title: 'Stops', harm: ['fear'], count: 4 };

describe('two versions of a record', () => {
  it('changed in different fields fit together', () => {
    const merge = mergeBodies(BASE, { ...BASE, title: 'Bus stops' }, { ...BASE, count: 9 });
    expect(merge).toEqual({
      merged: { title: 'Bus stops', harm: ['fear'], count: 9 },
      contested: [],
      onlyMine: ['title'],
      onlyTheirs: ['count'],
    });
  });

  it('changed in the same field have to be chosen from: until then the newest stands', () => {
    const merge = mergeBodies(BASE, { ...BASE, harm: ['injury'] }, { ...BASE, harm: ['fear', 'death'] });
    expect(merge).toMatchObject({ contested: ['harm'], onlyMine: [], onlyTheirs: [] });
    expect(merge.merged.harm).toEqual(['fear', 'death']);
  });

  it('changed to the same thing are the same', () => {
    const both = { ...BASE, harm: ['death'] };
    expect(mergeBodies(BASE, both, { ...both })).toEqual({
      merged: both,
      contested: [],
      onlyMine: [],
      onlyTheirs: [],
    });
  });
});
