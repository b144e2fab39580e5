/** A case can be opened: its incidents, exactly, to roles that see squares and months otherwise. */
import type { HeldRole } from './held-roles.ts';
import type { Role } from './permissions.ts';

/** To whom. The other roles see incidents as they are, or have no part in cases. */
export const OPENED_TO = ['secretary', 'committee_member'] as const satisfies readonly Role[];
export type OpenedTo = (typeof OPENED_TO)[number];

/** Longer is not opened for a purpose; it can be opened again. */
export const MOST_DAYS_OPEN = 92;

const DAY_MS = 24 * 3_600_000;

/** What is wrong with a last day; null when nothing is. Days are those of the workspace. */
export function faultOfLastDay(lastDay: string, today: string): string | null {
  if (lastDay < today) return 'The last day must not lie in the past.';
  const days = (Date.parse(lastDay) - Date.parse(today)) / DAY_MS;
  return days > MOST_DAYS_OPEN
    ? `A case can be opened for ${MOST_DAYS_OPEN} days at most; open it again when they are over.`
    : null;
}

/** Those of somebody's roles to which the case is opened. */
export function rolesOpenedTo(held: readonly HeldRole[], roles: readonly OpenedTo[]): HeldRole[] {
  return held.filter(({ role }) => roles.some((opened) => opened === role));
}
