import type { AppDeps } from './deps.ts';
import { rolesOn } from './domain/held-roles.ts';
import type { Action } from './domain/permissions.ts';
import { createInReach } from './in-reach.ts';
import type { Problem } from './store/ports.ts';
import { today } from './today.ts';

/** The ids of all who may read a case today, or do something else with it. */
export type ReadersOf = (problem: Problem) => Promise<ReadonlySet<string>>;

export async function createReadersOf(
  deps: Pick<AppDeps, 'store' | 'clock'>,
  action: Action = 'problem.read',
): Promise<ReadersOf> {
  const inReach = createInReach(deps);
  const memberships = await deps.store.memberships.list();
  const day = await today(deps.store, deps.clock);
  const people = [...new Set(memberships.map(({ userId }) => userId))].map((userId) => ({
    userId,
    roles: rolesOn(
      day,
      memberships.filter((membership) => membership.userId === userId),
    ),
  }));
  return async (problem) => {
    const reads = await Promise.all(people.map((person) => inReach.reads(person, problem, action)));
    return new Set(people.filter((_, i) => reads[i]).map(({ userId }) => userId));
  };
}
