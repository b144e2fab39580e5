import { createCaseAreas } from './case-areas.ts';
import { readCaseFacts } from './case-facts.ts';
import type { AppDeps } from './deps.ts';
import { openRules } from './domain/case/gates.ts';
import { attentionOf } from './domain/case/lists.ts';
import { isOverdue } from './domain/commitment.ts';
import type { Role } from './domain/permissions.ts';
import { STAGES } from './domain/sara.ts';
import { createInReach } from './in-reach.ts';
import type { Person } from './person.ts';
import type { Commitment, Problem, Stage } from './store/ports.ts';
import { today } from './today.ts';

type StageCounts = Record<Stage, number>;
interface OneCase {
  id: string;
  ref: string;
  title: string;
  stage: Stage;
}
interface Since {
  since: string;
}
interface Promised extends Since {
  id: string;
  text: string;
  organisation: string;
  problemRef: string | null;
}
interface Waiting<Item> {
  /** All there are; the first are listed. */
  total: number;
  items: Item[];
}

export interface Overview {
  day: string;
  counts: StageCounts;
  areas: { areaId: number | null; counts: StageCounts }[];
  gates: Waiting<OneCase & { missing: number; from: Role[] }> & { looked: number };
  reviews: Waiting<OneCase & Since>;
  silent: Waiting<OneCase & Since>;
  locks: Waiting<OneCase & Since>;
  deliveries: Waiting<Promised>;
  overdue: Waiting<Promised>;
}

/** More areas with cases than any workspace has. */
export const MOST_AREAS = 5000;
/** A page has room for so many lines of each kind. */
export const MOST_LISTED = 8;
/** Asking the gates of a case takes several queries. */
const MOST_LOOKED_AT = 40;

/** What a committee sees of its cases on one page. */
export function createOverview(deps: Pick<AppDeps, 'store' | 'clock'>) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);
  const areas = createCaseAreas(deps);

  async function casesOf(person: Person, area: number | undefined, isExact: boolean): Promise<Problem[]> {
    const all = await inReach.problems(person);
    if (area === undefined) return all;
    const inside = new Set(await areas.inside(area, all, isExact));
    return all.filter(({ id }) => inside.has(id));
  }

  async function byArea(cases: readonly Problem[], isExact: boolean): Promise<Overview['areas']> {
    const lying = await areas.of(cases, isExact);
    const rows = new Map<number | null, Problem[]>();
    for (const one of cases) {
      const ids = lying.get(one.id) ?? [];
      for (const id of ids.length > 0 ? ids : [null]) rows.set(id, [...(rows.get(id) ?? []), one]);
    }
    return [...rows]
      .map(([areaId, found]) => ({ areaId, counts: countsOf(found) }))
      .sort((a, b) => Number(a.areaId === null) - Number(b.areaId === null))
      .slice(0, MOST_AREAS);
  }

  /** What is missing before a case may go on, and who can give it. */
  async function gates(open: readonly Problem[]): Promise<Overview['gates']> {
    const looked = open.slice(0, MOST_LOOKED_AT);
    const found: Overview['gates']['items'] = [];
    for (const one of looked) {
      const missing = openRules(await readCaseFacts(store, clock, one)).filter(
        ({ weight }) => weight === 'must',
      );
      if (missing.length > 0)
        found.push({
          ...nameOf(one),
          missing: missing.length,
          from: [...new Set(missing.flatMap(({ from }) => from))],
        });
    }
    return { ...first(found), looked: looked.length };
  }

  return async (
    person: Person,
    { area, isExact }: { area: number | undefined; isExact: boolean },
  ): Promise<Overview> => {
    const cases = await casesOf(person, area, isExact);
    const [day, proposed] = [await today(store, clock), await store.evaluations.proposed()];
    const now = { today: day, now: clock.now() };
    const open = cases.filter(({ stage }) => stage !== 'closed').sort(by(({ stageSince }) => stageSince));
    const since = (of: (one: Problem) => string | null) => (one: Problem) => ({
      ...nameOf(one),
      since: of(one) ?? '',
    });
    const ids = new Set(cases.map(({ id }) => id));
    const promises = (await inReach.commitments.list(person))
      .map(({ commitment }) => commitment)
      .filter(({ problemId }) => (problemId === null ? area === undefined : ids.has(problemId)));
    return {
      day,
      counts: countsOf(cases),
      areas: await byArea(cases, isExact),
      gates: await gates(open),
      reviews: first(
        open
          .filter((one) => attentionOf(one, now).isReviewOverdue)
          .map(since(({ reviewOn }) => reviewOn))
          .sort(by((one) => one.since)),
      ),
      silent: first(
        open
          .filter((one) => attentionOf(one, now).isSilent)
          .map(since(({ activeAt }) => activeAt))
          .sort(by((one) => one.since)),
      ),
      locks: first(
        open.flatMap((one) => {
          const at = proposed.get(one.id);
          return at === undefined ? [] : [{ ...nameOf(one), since: at }];
        }),
      ),
      deliveries: first(
        promises.filter(({ state }) => state === 'delivered').map((one) => told(one, one.stateSince)),
      ),
      overdue: first(
        promises
          .filter((one) => isOverdue(one, day))
          .map((one) => told(one, one.dueOn ?? ''))
          .sort(by((one) => one.since)),
      ),
    };
  };
}

function nameOf({ id, ref, title, stage }: Problem): OneCase {
  return { id, ref, title, stage };
}

function told({ id, text, organisation, problemRef }: Commitment, since: string): Promised {
  return { id, text, organisation: organisation.name, problemRef, since };
}

function first<Item>(all: Item[]): Waiting<Item> {
  return { total: all.length, items: all.slice(0, MOST_LISTED) };
}

function by<Item>(key: (one: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

function countsOf(cases: readonly Problem[]): StageCounts {
  const count = (stage: Stage) => cases.filter((one) => one.stage === stage).length;
  // The keys are the stages; Object.fromEntries forgets it.
  return Object.fromEntries(STAGES.map((stage) => [stage, count(stage)])) as StageCounts;
}
