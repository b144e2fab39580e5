import type { Run } from './api/runs.ts';
import { viewOfBounds } from './view-of-bounds.ts';

/** Where the answer is seen on the map again: with its filter, and as far as it reaches. */
export function runAddress({ id, filter, summary }: Pick<Run, 'id' | 'filter' | 'summary'>): string {
  const { datasets, categories, areas, from, to } = filter;
  const parts: (readonly [string, string | undefined])[] = [
    ['panel', 'questions'],
    ['run', id],
    ['datasets', datasets?.join()],
    ['categories', categories?.join()],
    ['areas', areas?.join()],
    ['from', from],
    ['to', to],
    ['at', summary?.bounds ? viewOfBounds(summary.bounds) : undefined],
  ];
  const search = parts.flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []));
  return `/?${search.join('&')}`;
}
