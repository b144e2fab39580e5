/** Which roles somebody holds, when and where, and what they allow there. */
import { ACTIONS, type Action, mayDo, ROLES, ROLES_EVERYWHERE, type Role, SUBJECTS } from './permissions.ts';

/** The area of a role. One that is hidden by now gives nothing: a role never becomes wider than it was given. */
export interface HeldArea {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** A role that somebody holds from one day to another (both included; null: without end), as dates of the workspace. */
export interface Membership {
  readonly id: number;
  readonly userId: string;
  readonly role: Role;
  /** Null: everywhere. */
  readonly area: HeldArea | null;
  readonly from: string;
  readonly to: string | null;
}

/** Terms of one person, those that ended too. */
export const MOST_ROLES = 1000;

export interface HeldRole {
  readonly role: Role;
  /** Where it holds: the id of an area; null: everywhere. */
  readonly area: number | null;
}

/** The roles that hold on a day (ISO date): each once, and not for an area what is held everywhere. */
export function rolesOn(
  day: string,
  memberships: readonly Pick<Membership, 'role' | 'area' | 'from' | 'to'>[],
): HeldRole[] {
  const held = memberships.filter(
    ({ area, from, to }) => from <= day && (to === null || day <= to) && !area?.hidden,
  );
  return ROLES.flatMap((role) => {
    const places = held.filter((membership) => membership.role === role).map(({ area }) => area?.id ?? null);
    if (places.includes(null)) return [{ role, area: null }];
    return [...new Set(places)].sort((a, b) => Number(a) - Number(b)).map((area) => ({ role, area }));
  });
}

/** Where somebody may do something: everywhere, or in these areas (ids, ascending) and nowhere else. */
export type Reach = 'everywhere' | readonly number[];

export function isNowhere(reach: Reach): boolean {
  return reach !== 'everywhere' && reach.length === 0;
}

export function reachOf(held: readonly HeldRole[], action: Action): Reach {
  const subject = SUBJECTS[action];
  const able = held.filter(
    ({ role, area }) => mayDo([role], action) && (area === null || subject !== 'whole'),
  );
  const areas = able.flatMap(({ area }) => area ?? []);
  if (areas.length < able.length || (subject === 'fact' && able.length > 0)) return 'everywhere';
  return [...new Set(areas)].sort((a, b) => a - b);
}

/** All that these roles allow in some place, in the order of the table. */
export function actionsOf(held: readonly HeldRole[]): Action[] {
  return ACTIONS.filter((action) => !isNowhere(reachOf(held, action)));
}

/** The first of these roles that cannot be held for an area; null when all can. */
export function roleWithoutArea(roles: readonly Role[]): Role | null {
  return roles.find((role) => ROLES_EVERYWHERE.includes(role)) ?? null;
}
