import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../../client/views/problems/changes.ts';

describe('changesOf', () => {
  it('says nothing more of a new case', () => {
    expect(changesOf({ action: 'create', change: { title: [null, 'Thefts'] } })).toEqual([]);
    const change = { title: [null, 'Thefts'], concerns: [null, ['a', 'b']] } satisfies Record<
      string,
      [unknown, unknown]
    >;
    expect(changesOf({ action: 'create', change })).toEqual([{ what: 'concerns', count: 2 }]);
  });

  it('tells from which stage to which', () => {
    expect(changesOf({ action: 'stage', change: { stage: ['scanning', 'analysis'] } })).toEqual([
      { what: 'stage', from: 'scanning', to: 'analysis' },
    ]);
  });

  it('keeps both texts of a rewritten statement', () => {
    expect(changesOf({ action: 'update', change: { statement: ['old', 'new'] } })).toEqual([
      { what: 'text', field: 'statement', from: 'old', to: 'new' },
    ]);
  });

  it.each([
    [null, { categories: [1] }, 'set'],
    [{ categories: [1] }, { categories: [2] }, 'changed'],
    [{ categories: [1] }, null, 'removed'],
  ])('tells what became of the rule: %j to %j', (before, after, now) => {
    expect(changesOf({ action: 'update', change: { rule: [before, after] } })).toEqual([
      { what: 'rule', now },
    ]);
  });

  it('tells which incident was decided about, and how', () => {
    expect(changesOf({ action: 'link', change: { 'incident 42': [null, 'out'] } })).toEqual([
      { what: 'incident', id: 42, verdict: 'out' },
    ]);
    expect(changesOf({ action: 'unlink', change: { 'incident 42': ['out', null] } })).toEqual([
      { what: 'incident', id: 42, verdict: null },
    ]);
  });

  it('names a field it does not know', () => {
    expect(changesOf({ action: 'update', change: { colour: [1, 2] } })).toEqual([
      { what: 'other', field: 'colour' },
    ]);
  });
});
