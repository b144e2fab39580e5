import { createHash } from 'node:crypto';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import type { RunRequest } from './contract.ts';

/** The filter in one form: lists ascending without repeats, so that the order of clicks makes no new run. */
export function tidyFilter(filter: IncidentFilter): IncidentFilter {
  const { datasets, categories, areas, ...rest } = filter;
  return {
    ...(datasets && { datasets: ascending(datasets) }),
    ...(categories && { categories: ascending(categories) }),
    ...(areas && { areas: ascending(areas) }),
    ...rest,
  };
}

/** One text for everything a result depends on. */
export function runKey(
  request: RunRequest,
  methodVersion: number,
  dataVersion: Record<string, number>,
): string {
  const { method, parameters, filter } = request;
  const everything = [method, methodVersion, sorted(parameters), sorted(filter), sorted(dataVersion)];
  return createHash('sha256').update(JSON.stringify(everything)).digest('hex');
}

function ascending(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}

function sorted(record: object): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
