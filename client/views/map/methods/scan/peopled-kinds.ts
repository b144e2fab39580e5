import type { Area } from '../../../../api/records.ts';

export interface PeopledKind {
  readonly kind: Area['kind'];
  readonly areas: number;
}

/** Kinds of areas that have residents, the one with most such areas first. */
export function peopledKinds(areas: readonly Pick<Area, 'kind' | 'population'>[]): PeopledKind[] {
  const counts = new Map<Area['kind'], number>();
  for (const { kind, population } of areas)
    if (population !== null && population > 0) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, areas: count }))
    .sort((a, b) => b.areas - a.areas || a.kind.localeCompare(b.kind));
}
