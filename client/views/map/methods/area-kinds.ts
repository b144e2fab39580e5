import type { Area } from '../../../api/records.ts';

export interface KindOfAreas {
  readonly kind: Area['kind'];
  readonly areas: number;
  /** How many of them have residents. */
  readonly peopled: number;
}

/** Kinds of areas, in the order an automatic choice takes them: most areas with residents, then most areas. */
export function kindsOfAreas(areas: readonly Pick<Area, 'kind' | 'population'>[]): KindOfAreas[] {
  const kinds = new Map<Area['kind'], KindOfAreas>();
  for (const { kind, population } of areas) {
    const known = kinds.get(kind) ?? { kind, areas: 0, peopled: 0 };
    const peopled = known.peopled + ((population ?? 0) > 0 ? 1 : 0);
    kinds.set(kind, { kind, areas: known.areas + 1, peopled });
  }
  return [...kinds.values()].sort(
    (a, b) => b.peopled - a.peopled || b.areas - a.areas || a.kind.localeCompare(b.kind),
  );
}
