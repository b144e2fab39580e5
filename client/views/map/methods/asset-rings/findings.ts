import type { SummaryOf } from '../../../../api/runs.ts';

type Ring = SummaryOf<'asset-rings'>['rings'][number];

/** A ring with a ratio that can be said. */
export interface SaidRing extends Ring {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

const isSaid = (ring: Ring): ring is SaidRing =>
  ring.ratio !== null && ring.low !== null && ring.high !== null;

/** For each kind the innermost ring that stands out to this side: that is what people mean by "around". */
export function standingOut(rings: readonly Ring[], side: 1 | -1): SaidRing[] {
  const byKind = new Map<string, SaidRing>();
  for (const ring of rings)
    if (ring.class === side && isSaid(ring) && !byKind.has(ring.kind)) byKind.set(ring.kind, ring);
  return [...byKind.values()].sort((a, b) => side * (b.ratio - a.ratio) || a.kind.localeCompare(b.kind));
}

/** The rings of one kind, from the inside out. */
export interface KindRings {
  readonly kind: string;
  readonly assets: number;
  readonly rings: readonly Ring[];
}

export function byKind(rings: readonly Ring[]): KindRings[] {
  const kinds = [...new Set(rings.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = rings.filter((ring) => ring.kind === kind);
    return { kind, assets: own[0].assets, rings: own };
  });
}
