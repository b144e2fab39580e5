import type { ProblemFilter } from '../../api/problems.ts';
import type { Stage } from '../../api/records.ts';
import { startOfDay } from '../../day.ts';

/** What the address of the board says. */
export interface BoardSearch {
  view?: 'board' | 'list' | undefined;
  /** The tab on a phone; in a list the stage it is narrowed to. */
  stage?: Stage | undefined;
  area?: number | undefined;
  lead?: string | undefined;
  /** Led by the account of whoever looks. */
  mine?: true | undefined;
  overdue?: true | undefined;
  silent?: true | undefined;
  from?: string | undefined;
  to?: string | undefined;
  sort?: ProblemFilter['sort'] | undefined;
}

/** The filters as the server takes them; days are those of the workspace, both included. */
export function filterOf(search: BoardSearch, zone: string): ProblemFilter {
  const { area, lead, mine, overdue, silent, from, to, sort } = search;
  const openedFrom = from && startOfDay(from, zone, 0);
  const openedBefore = to && startOfDay(to, zone, 1);
  return {
    ...(area && { area: String(area) }),
    ...(lead && { lead }),
    ...(mine && { mine: 'true' as const }),
    ...(overdue && { overdue: 'true' as const }),
    ...(silent && { silent: 'true' as const }),
    ...(openedFrom && { openedFrom }),
    ...(openedBefore && { openedBefore }),
    ...(sort && { sort }),
  };
}

/** Whether something is left out. */
export function isNarrowed({ area, lead, mine, overdue, silent, from, to }: BoardSearch): boolean {
  return [area, lead, mine, overdue, silent, from, to].some((value) => value !== undefined && value !== '');
}

const DAY_MS = 86_400_000;

/** Whole days since an instant. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}
