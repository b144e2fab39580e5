import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../../../../client/api/phones.ts';
import {
  batchesOf,
  handsBatches,
  rowsTyped,
  totalsOf,
  typedHands,
  typedSlips,
} from '../../../../../client/views/meetings/type-back/typed-votes.ts';

const CODE = 'KRTF-BWXQ';
const options = ['lamps', 'stops', 'market'].map((id) => ({ id, text: id, texts: {} }));
const ballot = (kind: Ballot['kind']): Ballot =>
  ({ kind, options, dotsEach: 3, batches: [] }) as unknown as Ballot;
const NONE: ReadonlySet<number> = new Set();
const faults = (kind: Ballot['kind'], ...rows: Record<string, string>[]) =>
  typedSlips(ballot(kind), Object.fromEntries(rows.map((cells, i) => [String(i + 1), cells])), NONE).map(
    ({ fault }) => fault,
  );

describe('slips that are typed', () => {
  it('say what is wrong with each row', () => {
    expect(
      faults('dots', { lamps: '2', stops: '1' }, { lamps: '4' }, { lamps: 'many' }, { group: '1' }),
    ).toEqual([null, 'too_many_dots', 'no_number', 'nothing_marked']);
    expect(faults('ranking', { lamps: '2', stops: '1' }, { lamps: '2' }, { lamps: '1', stops: '1' })).toEqual(
      [null, 'not_a_ranking', 'not_a_ranking'],
    );
    expect(faults('yes_no', { yes: 'x' }, { no: '1' }, { yes: 'x', no: 'x' }, { yes: '3' })).toEqual([
      null,
      null,
      'one_only',
      'no_number',
    ]);
    expect(faults('dots', { lamps: '1', group: '7' }, { lamps: '1', group: '0' }, { lamps: '١' })).toEqual([
      'no_group',
      null,
      null,
    ]);
  });

  it('go as one pile a group, and come back as the rows they were', () => {
    const cells = {
      '1': { group: '1', lamps: '1' },
      '2': { group: '1', lamps: '2', stops: '1' },
      '4': { group: '', market: '3' },
      '5': {},
    };
    const slips = typedSlips(ballot('dots'), cells, NONE);
    const batches = batchesOf(CODE, slips);
    expect(batches).toEqual([
      {
        kind: 'paper',
        group: 'women',
        papers: 2,
        slips: [{ lamps: 1 }, { lamps: 2, stops: 1 }],
        note: `${CODE} rows 1-2`,
      },
      { kind: 'paper', group: null, papers: 1, slips: [{ market: 3 }], note: `${CODE} rows 4` },
    ]);
    const before = rowsTyped(batches as unknown as Ballot['batches'], CODE);
    expect([...before].sort()).toEqual([1, 2, 4]);
    const again = typedSlips(ballot('dots'), cells, before);
    expect(again.map(({ fault }) => fault)).toEqual(['typed_before', 'typed_before', 'typed_before']);
    expect(totalsOf(ballot('dots'), slips)).toEqual({ lamps: 3, stops: 1, market: 3 });
    expect(totalsOf(ballot('dots'), again)).toEqual({ lamps: 0, stops: 0, market: 0 });
  });

  it('keeps the note of a whole pile short enough', () => {
    const cells = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [String(2 * i + 1), { lamps: '1' }]),
    );
    const [batch] = batchesOf(CODE, typedSlips(ballot('dots'), cells, NONE));
    expect(batch.note?.length).toBeLessThanOrEqual(300);
  });
});

describe('hands that were counted', () => {
  it('are as many as were raised, group by group', () => {
    const hands = typedHands(
      ballot('hands'),
      { '1': { lamps: '3', stops: '4' }, '7': { market: '2' } },
      NONE,
    );
    expect(handsBatches(CODE, hands)).toEqual([
      {
        kind: 'hands',
        group: 'women',
        papers: 7,
        counts: { lamps: 3, stops: 4, market: 0 },
        note: `${CODE} row 1`,
      },
      {
        kind: 'hands',
        group: null,
        papers: 2,
        counts: { lamps: 0, stops: 0, market: 2 },
        note: `${CODE} row 7`,
      },
    ]);
    expect(typedHands(ballot('hands'), { '1': { lamps: '0' } }, NONE)[0].fault).toBe('no_number');
  });
});
