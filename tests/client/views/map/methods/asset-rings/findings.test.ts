import { describe, expect, it } from 'vitest';
import type { SummaryOf } from '../../../../../../client/api/runs.ts';
import { byKind, standingOut } from '../../../../../../client/views/map/methods/asset-rings/findings.ts';

type Ring = SummaryOf<'asset-rings'>['rings'][number];

const ring = (kind: string, from: number, side: Ring['class'], ratio: number | null): Ring => ({
  kind,
  assets: 9,
  from,
  to: from + 100,
  incidents: 20,
  areaKm2: 1,
  density: 20,
  outsideDensity: 10,
  ratio,
  low: ratio === null ? null : ratio / 2,
  high: ratio === null ? null : ratio * 2,
  p: 0.01,
  q: 0.02,
  class: side,
});

const rings = [
  ring('school', 0, 0, 1.1),
  ring('school', 100, 1, 1.5),
  ring('bar', 0, 1, 3),
  ring('bar', 100, 1, 4),
  ring('park', 0, -1, 0.4),
  ring('pool', 0, -1, 0.2),
  ring('clinic', 0, 1, null),
];

describe('standingOut', () => {
  it('takes the innermost ring of each kind that holds more, the strongest first', () => {
    expect(standingOut(rings, 1).map(({ kind, from }) => [kind, from])).toEqual([
      ['bar', 0],
      ['school', 100],
    ]);
  });

  it('puts the emptiest first on the other side', () => {
    expect(standingOut(rings, -1).map(({ kind }) => kind)).toEqual(['pool', 'park']);
  });
});

describe('byKind', () => {
  it('keeps the rings of a kind together, in their order', () => {
    const kinds = byKind(rings);
    expect(kinds.map(({ kind }) => kind)).toEqual(['school', 'bar', 'park', 'pool', 'clinic']);
    expect(kinds[1].rings.map(({ from }) => from)).toEqual([0, 100]);
  });
});
