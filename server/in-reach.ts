import { createCaseAreas } from './case-areas.ts';
import { commitmentSight } from './commitment-reach.ts';
import { createConcernSight } from './concern-sight.ts';
import type { AppDeps } from './deps.ts';
import { rolesFor } from './domain/case/standing.ts';
import type { AreaGeometry } from './domain/geometry.ts';
import { grantsOf } from './domain/grants.ts';
import { type HeldRole, isNowhere, type Reach, reachOf } from './domain/held-roles.ts';
import { groundOf } from './domain/lies-in.ts';
import type { Action } from './domain/permissions.ts';
import { isInReach, type Place, placeOfCase, placeOfNote } from './domain/places.ts';
import { NotFound, Unusable } from './errors.ts';
import { runReader } from './jobs/run-reach.ts';
import { HEARD_BY, type LiveEvent } from './live-events.ts';
import { meetingSight } from './meeting-reach.ts';
import type { Person } from './person.ts';
import { notInYourArea } from './refusals.ts';
import type { Annotation, CaseOutline, CaseSight, Ids, Problem } from './store/ports.ts';

export type { Person } from './person.ts';

type Case = Pick<Problem, 'geometry' | 'rule' | 'createdBy' | 'confidentiality'>;
type Note = Pick<Annotation, 'problemId' | 'geometry' | 'createdBy'>;

/**
 * The one way of the routes to problem cases and annotations: what lies outside somebody's areas is not there for them,
 * with the same words as what never was.
 */
export function createInReach({ store }: Pick<AppDeps, 'store'>) {
  const caseAreas = createCaseAreas({ store });
  async function shapesOf(ids: readonly number[]): Promise<AreaGeometry[] | null> {
    const areas = await Promise.all(ids.map((id) => store.areas.get(id)));
    const shapes = areas.flatMap((area) => (area ? [area.geometry] : []));
    return shapes.length === ids.length ? shapes : null;
  }

  /** Says of any place whether it is in reach. The areas are read once. */
  async function judge(reach: Reach): Promise<(place: Place, isOwn: boolean) => boolean> {
    if (reach === 'everywhere') return () => true;
    const areas = await Promise.all(reach.map((id) => store.areas.get(id)));
    const grounds = areas.flatMap((area) => (area ? [groundOf(area.geometry)] : []));
    return (place, isOwn) => isInReach(place, isOwn, grounds);
  }

  async function reachesCase({ userId, roles }: Person, action: Action, found: Case): Promise<boolean> {
    const reach = reachOf(rolesFor(found.confidentiality, roles), action);
    if (isNowhere(reach)) return false;
    if (reach === 'everywhere') return true;
    return (await judge(reach))(await placeOfCase(found, shapesOf), found.createdBy === userId);
  }

  async function caseSight(person: Person): Promise<CaseSight> {
    const reachIn = (roles: readonly HeldRole[]) => reachOf(roles, 'problem.read');
    const [internal, opened] = [reachIn(rolesFor('internal', person.roles)), reachIn(person.roles)];
    if (internal === 'everywhere') return { internal: 'all', opened: 'all' };
    const outlines = await store.problems.outlines();
    return {
      internal: await idsIn(internal, outlines, person.userId),
      opened: await idsIn(opened, outlines, person.userId),
    };
  }

  async function idsIn(reach: Reach, outlines: readonly CaseOutline[], userId: string): Promise<Ids> {
    if (reach === 'everywhere') return 'all';
    if (isNowhere(reach)) return [];
    return caseAreas.reached(reach, outlines, userId);
  }

  /** A note on a case needs the case; its own shape has to be in reach besides. */
  async function reachesNote(person: Person, action: Action, note: Note): Promise<boolean> {
    const onCase = note.problemId === null ? null : await store.problems.get(note.problemId, 'deleted');
    if (onCase && !(await reachesCase(person, action, onCase))) return false;
    const reach = reachOf(person.roles, action);
    if (reach === 'everywhere') return true;
    return (await judge(reach))(placeOfNote(note), onCase !== null || note.createdBy === person.userId);
  }

  const sight = commitmentSight({ store, judge, shapesOf });
  const meetings = meetingSight({ store, judge, shapesOf });

  const readable = {
    async problem(person: Person, id: string, also?: 'deleted'): Promise<Problem> {
      const found = await store.problems.get(id, also);
      if (found && (await reachesCase(person, 'problem.read', found))) return found;
      throw new NotFound('problem case');
    },
    async annotation(person: Person, id: string, also?: 'deleted'): Promise<Annotation> {
      const found = await store.annotations.get(id, also);
      if (found && (await reachesNote(person, 'annotation.read', found))) return found;
      throw new NotFound('annotation');
    },
  };

  return {
    /** Which cases this person sees, for the queries of the store. */
    caseSight,
    async problems(person: Person): Promise<Problem[]> {
      return store.problems.list(await caseSight(person));
    },
    async annotations(person: Person, filter?: { problemId?: string }): Promise<Annotation[]> {
      const all = await store.annotations.list(filter);
      const reach = reachOf(person.roles, 'annotation.read');
      const isIn = await judge(reach);
      const cases = new Set((await this.problems(person)).map(({ id }) => id));
      return all.filter((note) => {
        if (note.problemId !== null && !cases.has(note.problemId)) return false;
        return isIn(placeOfNote(note), note.problemId !== null || note.createdBy === person.userId);
      });
    },
    /** Whether this person may read the case, or do something else with it. */
    reads: (person: Person, found: Case, action: Action = 'problem.read') =>
      reachesCase(person, action, found),
    /** Commitments and what somebody is to each of them. */
    commitments: sight,
    /** Committees and their meetings, which lie in the area of the committee. */
    meetings,
    /** The case, if this person may read it; refused with `not_in_your_area` when they may not do the rest with it. */
    async problem(person: Person, id: string, action: Action = 'problem.read', also?: 'deleted') {
      const found = await readable.problem(person, id, also);
      if (!(await reachesCase(person, action, found))) throw notInYourArea(action);
      return found;
    },
    async annotation(person: Person, id: string, action: Action = 'annotation.read', also?: 'deleted') {
      const found = await readable.annotation(person, id, also);
      if (!(await reachesNote(person, action, found))) throw notInYourArea(action);
      return found;
    },
    /** What a write would leave behind has to be in reach as well: nobody puts a case where they could not change it. */
    async requirePlaceOfCase(person: Person, after: Case): Promise<void> {
      if (!(await reachesCase(person, 'problem.change', after)))
        throw await outside(person, 'problem.change');
    },
    async requirePlaceOfNote(person: Person, after: Note): Promise<void> {
      if (!(await reachesNote(person, 'annotation.change', after)))
        throw await outside(person, 'annotation.change');
    },
    /** Whether this person is told of a change. */
    async hears(person: Person, { object, id }: Pick<LiveEvent, 'object' | 'id'>): Promise<boolean> {
      if (object === 'commitment') return sight.hears(person, id);
      const action = HEARD_BY[object];
      const isOfCases = object === 'problem' || object === 'annotation';
      const whateverItIs = isOfCases ? rolesFor('internal', person.roles) : person.roles;
      if (reachOf(whateverItIs, action) === 'everywhere') return true;
      if (isNowhere(reachOf(person.roles, action))) return false;
      if (object === 'run') {
        const mayRead = await runReader(store, { userId: person.userId, grants: grantsOf(person.roles) });
        const run = await store.runs.get(id);
        return run !== null && mayRead(run);
      }
      if (object === 'problem') {
        const found = await store.problems.get(id, 'deleted');
        return found !== null && reachesCase(person, action, found);
      }
      if (object === 'committee') return meetings.hearsCommittee(person, id);
      if (object === 'meeting' || object === 'ballot') return meetings.hears(person, id);
      if (object === 'concern') return createConcernSight({ store }).hears(person, id);
      const found = object === 'annotation' ? await store.annotations.get(id, 'deleted') : null;
      return found !== null && reachesNote(person, action, found);
    },
  };

  async function outside({ roles }: Person, action: Action): Promise<Unusable> {
    const reach = reachOf(roles, action);
    const areas = reach === 'everywhere' ? [] : await Promise.all(reach.map((id) => store.areas.get(id)));
    const names = areas.flatMap((area) => (area ? [area.name] : []));
    const detail = `This lies outside the area of your role, or reaches across its outline${names.length > 0 ? ` (${names.slice(0, MOST_NAMES).join(', ')})` : ''}. Draw it inside, or ask somebody whose role holds everywhere.`;
    return new Unusable('outside_your_area', detail, [{ pointer: '/geometry', detail }]);
  }
}

export type InReach = ReturnType<typeof createInReach>;

const MOST_NAMES = 5;
