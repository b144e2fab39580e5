import { createCaseAreas } from './case-areas.ts';
import { areaAndBelow } from './concern-areas.ts';
import { createConcernSight } from './concern-sight.ts';
import type { AppDeps } from './deps.ts';
import { isNowhere, reachOf } from './domain/held-roles.ts';
import { createInReach } from './in-reach.ts';
import type { Person } from './person.ts';
import type { CaseSight, Ids, SearchKind, SearchSight } from './store/ports.ts';

interface Wish {
  /** What is searched; all kinds when left out. */
  kind?: SearchKind | undefined;
  /** Only what lies in this area, or belongs to a case there. */
  area?: number | undefined;
  /** Whether places may be told from the true shapes. */
  isExact: boolean;
}

/** What of cases, concerns and commitments somebody may find: decided before the question is asked. */
export function createSearchSight(deps: Pick<AppDeps, 'store'>) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const concerns = createConcernSight(deps);
  const areas = createCaseAreas(deps);

  async function narrowed(ids: Ids, among: () => Promise<readonly string[]>): Promise<Ids> {
    if (ids === 'all') return among();
    const inside = new Set(await among());
    return ids.filter((id) => inside.has(id));
  }

  return async (person: Person, { kind, area, isExact }: Wish): Promise<SearchSight> => {
    const casesIn = async () => areas.inside(area ?? 0, await store.problems.outlines(), isExact);
    const asks = (one: SearchKind) =>
      (kind === undefined || kind === one) && !isNowhere(reachOf(person.roles, `${one}.read`));

    async function cases(): Promise<CaseSight> {
      const { internal, opened } = await inReach.caseSight(person);
      if (area === undefined) return { internal, opened };
      return { internal: await narrowed(internal, casesIn), opened: await narrowed(opened, casesIn) };
    }

    async function raised(): Promise<Ids> {
      const inArea = area === undefined ? undefined : areaAndBelow(area, await store.areas.list());
      return concerns.idsFor(person, inArea, isExact);
    }

    async function promised(): Promise<Ids> {
      const ids = await inReach.commitments.idsFor(person);
      if (area === undefined) return ids;
      const inside = new Set(await casesIn());
      return narrowed(ids, async () => {
        const all = await store.commitments.list();
        return all.filter(({ problemId }) => problemId !== null && inside.has(problemId)).map(({ id }) => id);
      });
    }

    return {
      ...(asks('problem') && { problem: await cases() }),
      ...(asks('concern') && { concern: await raised() }),
      ...(asks('commitment') && { commitment: await promised() }),
    };
  };
}
