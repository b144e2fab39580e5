import type { IncidentFilter } from './api/incidents.ts';

/** One part of a filter, with the names of what it keeps. */
export type FilterPart =
  | { part: 'datasets' | 'categories' | 'areas'; names: string[]; unknown: number }
  | { part: 'shape' }
  /** Instants; `to` is the first that is out. */
  | { part: 'period'; from: string | null; to: string | null };

export interface NameBooks {
  datasets: ReadonlyMap<number, string>;
  categories: ReadonlyMap<number, string>;
  areas: ReadonlyMap<number, string>;
}

/** A filter as parts that can be said in words, in the order a person would say them; none when it keeps everything. */
export function filterParts(filter: IncidentFilter, names: NameBooks): FilterPart[] {
  const parts: FilterPart[] = [];
  for (const part of ['categories', 'areas', 'datasets'] as const) {
    const ids = filter[part];
    if (part === 'datasets' && filter.geometry) parts.push({ part: 'shape' });
    if (!ids || ids.length === 0) continue;
    const known = ids.flatMap((id) => names[part].get(id) ?? []);
    parts.push({ part, names: known, unknown: ids.length - known.length });
  }
  if (filter.from || filter.to)
    parts.push({ part: 'period', from: filter.from ?? null, to: filter.to ?? null });
  return parts;
}
