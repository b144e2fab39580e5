import type { AppDeps } from './deps.ts';
import { asCoarse } from './domain/concern-place.ts';
import { grantsOf, isExactEverywhere, reachOf as tierReachOf } from './domain/grants.ts';
import { type Reach, reachOf } from './domain/held-roles.ts';
import { type Ground, groundOf, liesIn } from './domain/lies-in.ts';
import type { Action } from './domain/permissions.ts';
import { NotFound, StaleWrite, Unusable } from './errors.ts';
import type { Person } from './person.ts';
import { notInYourArea } from './refusals.ts';
import type { Concern, Ids, Page } from './store/ports.ts';

/** A concern as exactly as somebody may see it, and whether that is all that is kept. */
export interface SeenConcern {
  readonly concern: Concern;
  readonly isExact: boolean;
}

/** Where somebody's roles hold. */
type Fence = 'everywhere' | { readonly grounds: readonly Ground[]; readonly areaIds: ReadonlySet<number> };

/** More than anybody has. */
const ALL = 1_000_000;

type Where = Pick<Concern, 'position' | 'areaId' | 'createdBy'>;

/**
 * The one way of the routes to concerns: those out of reach are not there, and of the others no place is finer than the
 * asker may see. What lies nowhere is for those whose role holds everywhere, and for whoever wrote it down.
 */
export function createConcernSight({ store }: Pick<AppDeps, 'store'>) {
  async function fence(reach: Reach): Promise<Fence> {
    if (reach === 'everywhere') return reach;
    const areas = await store.areas.list();
    const grounds = areas.filter(({ id }) => reach.includes(id)).map(({ geometry }) => groundOf(geometry));
    const inside = areas.filter(
      ({ id, geometry }) => reach.includes(id) || grounds.some((ground) => liesIn(geometry, ground)),
    );
    return { grounds, areaIds: new Set(inside.map(({ id }) => id)) };
  }

  /** Says of any concern how this person sees it; null: it is not there for them. */
  async function sightOf(person: Person): Promise<(concern: Concern) => SeenConcern | null> {
    const grants = grantsOf(person.roles);
    const [reach, exact] = await Promise.all([
      fence(reachOf(person.roles, 'concern.read')),
      isExactEverywhere(grants) ? ('everywhere' as const) : fence(tierReachOf(grants, 'exact')),
    ]);
    return (concern) => {
      const isExact = lies(concern, exact, null);
      const shown = isExact ? concern : asCoarse(concern);
      return lies(shown, reach, person.userId) ? { concern: shown, isExact } : null;
    };
  }

  async function readable(person: Person, id: string): Promise<{ raw: Concern; seen: SeenConcern }> {
    const raw = await store.concerns.get(id);
    const seen = raw && (await sightOf(person))(raw);
    if (!raw || !seen) throw new NotFound('concern');
    return { raw, seen };
  }

  return {
    sightOf,
    async page(
      person: Person,
      filter: Parameters<typeof store.concerns.page>[0],
      { after, limit }: { after?: string; limit: number },
    ): Promise<Page<SeenConcern>> {
      const see = await sightOf(person);
      const items: SeenConcern[] = [];
      // Never more than are missing, so that the page ends with the last one that is shown.
      for (let from = after; ; ) {
        const page = await store.concerns.page(filter, { after: from, limit: limit - items.length });
        items.push(...page.items.flatMap((concern) => see(concern) ?? []));
        from = page.next ?? undefined;
        if (from === undefined || items.length === limit) return { items, next: from ?? null };
      }
    },
    /** Ids of those that are there for this person, of some areas alone if asked. */
    async idsFor(person: Person, areaIds: readonly number[] | undefined, isExact: boolean): Promise<Ids> {
      if (areaIds === undefined && reachOf(person.roles, 'concern.read') === 'everywhere') return 'all';
      const see = await sightOf(person);
      const all = await store.concerns.page({ areaIds, coarse: !isExact }, { limit: ALL });
      return all.items.filter((concern) => see(concern) !== null).map(({ id }) => id);
    },
    /** The concern as seen, if this person may read it; refused when they may not do the rest with it. */
    async concern(person: Person, id: string, action: Action = 'concern.read'): Promise<SeenConcern> {
      const { seen } = await readable(person, id);
      if (!lies(seen.concern, await fence(reachOf(person.roles, action)), person.userId))
        throw notInYourArea(action);
      return seen;
    },
    /** What is written has to lie in the area of the role. */
    async requirePlace(person: Person, action: Action, place: Omit<Where, 'createdBy'>): Promise<void> {
      const where = { ...place, createdBy: person.userId };
      if (lies(where, await fence(reachOf(person.roles, action)), person.userId)) return;
      const detail =
        'This lies outside the area of your role. Choose a place inside it, or ask somebody whose role holds everywhere.';
      throw new Unusable('outside_your_area', detail, [{ pointer: '/place', detail }]);
    },
    /** A refused write carries the newest version: that too no finer than the asker may see it. */
    async writing<T>(person: Person, work: () => Promise<T>): Promise<T> {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StaleWrite)) throw error;
        const seen = (await sightOf(person))(error.extra.current as Concern);
        if (!seen) throw new NotFound('concern');
        throw new StaleWrite(seen.concern);
      }
    },
    async hears(person: Person, id: string): Promise<boolean> {
      const found = await store.concerns.get(id);
      return found !== null && (await sightOf(person))(found) !== null;
    },
  };
}

export type ConcernSight = ReturnType<typeof createConcernSight>;

/** `writer` is whoever asks: what lies nowhere is theirs when they wrote it down. */
function lies({ position, areaId, createdBy }: Where, fence: Fence, writer: string | null): boolean {
  if (fence === 'everywhere') return true;
  if (position)
    return fence.grounds.some((ground) => liesIn({ type: 'Point', coordinates: position }, ground));
  return areaId === null ? createdBy === writer : fence.areaIds.has(areaId);
}
