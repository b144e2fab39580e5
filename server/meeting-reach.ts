import type { AreaGeometry } from './domain/geometry.ts';
import { isNowhere, type Reach, reachOf } from './domain/held-roles.ts';
import type { Action } from './domain/permissions.ts';
import type { AreaShapes, Place } from './domain/places.ts';
import { type AppError, NotFound, Unusable } from './errors.ts';
import type { Person } from './person.ts';
import { notAllowed, notInYourArea } from './refusals.ts';
import type { AgendaItem, Committee, Meeting, MeetingFilter, Store } from './store/ports.ts';

interface Parts {
  readonly store: Pick<Store, 'committees' | 'meetings' | 'agendas' | 'areas'>;
  judge(reach: Reach): Promise<(place: Place, isOwn: boolean) => boolean>;
  shapesOf: AreaShapes;
}

export interface SeenMeeting {
  readonly meeting: Meeting;
  readonly committee: Committee;
}

type Where = Pick<Committee, 'areaId' | 'createdBy'>;

const refusal = ({ roles }: Person, action: Action): AppError =>
  isNowhere(reachOf(roles, action)) ? notAllowed(action) : notInYourArea(action);

/** The one way of the routes to committees and meetings: a committee lies in its area, and its meetings with it. */
export function meetingSight({ store, judge, shapesOf }: Parts) {
  /** Says of committees whether somebody may do this with them. The areas are read once. */
  async function reaches({ userId, roles }: Person, action: Action) {
    const reach = reachOf(roles, action);
    if (reach === 'everywhere') return async () => true;
    const isIn = await judge(reach);
    const known = new Map<number, Promise<AreaGeometry[] | null>>();
    return async ({ areaId, createdBy }: Where) => {
      const shapes = known.get(areaId) ?? shapesOf([areaId]);
      known.set(areaId, shapes);
      return isIn(await shapes, createdBy === userId);
    };
  }

  const may = async (person: Person, action: Action, committee: Where): Promise<boolean> =>
    (await reaches(person, action))(committee);

  async function committees(person: Person, action: Action = 'committee.read'): Promise<Committee[]> {
    const isIn = await reaches(person, action);
    const all = await store.committees.list();
    const seen = await Promise.all(all.map(isIn));
    return all.filter((_, i) => seen[i]);
  }

  /** The committee, if this person may read it; refused when they may not do the rest with it. */
  async function committee(person: Person, id: string, action: Action = 'committee.read') {
    const found = await store.committees.get(id);
    const read = action.startsWith('meeting.') ? 'meeting.read' : 'committee.read';
    if (!found || !(await may(person, read, found))) throw new NotFound('committee');
    if (!(await may(person, action, found))) throw refusal(person, action);
    return found;
  }

  async function seen(person: Person, id: string): Promise<SeenMeeting | null> {
    const meeting = await store.meetings.get(id);
    const of = meeting && (await store.committees.get(meeting.committeeId));
    return meeting && of && (await may(person, 'meeting.read', of)) ? { meeting, committee: of } : null;
  }

  async function meeting(person: Person, id: string, action: Action = 'meeting.read'): Promise<SeenMeeting> {
    const found = await seen(person, id);
    if (!found) throw new NotFound('meeting');
    if (!(await may(person, action, found.committee))) throw refusal(person, action);
    return found;
  }

  return {
    may,
    committees,
    committee,
    meeting,
    async list(person: Person, filter: MeetingFilter): Promise<Meeting[]> {
      const ids = new Set((await committees(person, 'meeting.read')).map(({ id }) => id));
      return (await store.meetings.list(filter)).filter(({ committeeId }) => ids.has(committeeId));
    },
    /** An item with the meeting it is of. */
    async item(
      person: Person,
      id: string,
      action: Action = 'meeting.read',
    ): Promise<SeenMeeting & { item: AgendaItem }> {
      const item = await store.agendas.get(id);
      const of = item && (await seen(person, item.meetingId));
      if (!item || !of) throw new NotFound('item of an agenda');
      if (!(await may(person, action, of.committee))) throw refusal(person, action);
      return { item, ...of };
    },
    /** Where a new committee would meet has to be in reach. */
    async requireArea(person: Person, areaId: number): Promise<void> {
      if (!(await store.areas.get(areaId))) throw new NotFound('area');
      if (await may(person, 'committee.change', { areaId, createdBy: '' })) return;
      const detail =
        'This area lies outside the area of your role. Choose one inside it, or ask somebody whose role holds everywhere.';
      throw new Unusable('outside_your_area', detail, [{ pointer: '/areaId', detail }]);
    },
    async hearsCommittee(person: Person, id: string): Promise<boolean> {
      const found = await store.committees.get(id);
      return found !== null && may(person, 'committee.read', found);
    },
    hears: async (person: Person, id: string): Promise<boolean> => (await seen(person, id)) !== null,
  };
}
