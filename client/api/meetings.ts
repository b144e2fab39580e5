import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

export type {
  AgendaKind,
  AgendaState,
  Attendance,
  DraftRule,
  MeetingKind,
  MeetingState,
  Office,
  OpenTo,
  Route,
  Sex,
  Side,
} from '../../server/app.ts';

const committees = client.api.committees;
const meetings = client.api.meetings;
const items = client.api['agenda-items'];

export function useCommittees() {
  return useQuery({
    queryKey: ['committees', 'list'],
    queryFn: ({ signal }) =>
      wholeList((query) => answer(committees.$get({ query }, { init: { signal } }))).then((all) => all.items),
    enabled: useMay('committee.read'),
  });
}

export type Committee = NonNullable<ReturnType<typeof useCommittees>['data']>[number];
export type NewCommittee = Parameters<typeof committees.$post>[0]['json'];
export type CommitteeChange = Parameters<(typeof committees)[':id']['$patch']>[0]['json'];

export function useCommittee(id: string) {
  return useQuery({
    queryKey: ['committees', id],
    queryFn: ({ signal }) => answer(committees[':id'].$get({ param: { id } }, { init: { signal } })),
  });
}

export function useMembers(id: string) {
  return useQuery({
    queryKey: ['committees', id, 'members'],
    queryFn: ({ signal }) =>
      wholeList((query) =>
        answer(committees[':id'].members.$get({ param: { id }, query }, { init: { signal } })),
      ).then((all) => all.items),
  });
}

/** Accounts that may hold a seat. */
export function useAccountsOfSeats(id: string) {
  return useQuery({
    queryKey: ['committees', id, 'accounts'],
    queryFn: ({ signal }) =>
      wholeList((query) =>
        answer(committees[':id'].accounts.$get({ param: { id }, query }, { init: { signal } })),
      ).then((all) => all.items),
  });
}

/** Promises, concerns or kept answers that an item of the agenda may be about. */
export function useLinkable(id: string, kind: 'commitment' | 'concern' | 'answer') {
  return useQuery({
    queryKey: ['meetings', id, 'linkable', kind],
    queryFn: ({ signal }) =>
      wholeList((page) =>
        answer(
          meetings[':id'].linkable.$get({ param: { id }, query: { ...page, kind } }, { init: { signal } }),
        ),
      ).then((all) => all.items),
  });
}

export type Linkable = NonNullable<ReturnType<typeof useLinkable>['data']>[number];

export type Member = NonNullable<ReturnType<typeof useMembers>['data']>[number];
export type NewMember = Parameters<(typeof committees)[':id']['members']['$post']>[0]['json'];

export function useFoundCommittee() {
  return useWrite((json: NewCommittee) => answer(committees.$post({ json }, idempotent())));
}

export function useChangeCommittee() {
  return useWrite(({ committee, change }: { committee: Committee; change: CommitteeChange }) =>
    answer(committees[':id'].$patch({ param: { id: committee.id }, json: change }, ifMatch(committee))),
  );
}

/** A seat that is added, or one that changes. */
export function useSaveMember() {
  return useWrite(
    ({ committeeId, member, json }: { committeeId: string; member: Member | null; json: NewMember }) => {
      if (member === null)
        return answer(committees[':id'].members.$post({ param: { id: committeeId }, json }, idempotent()));
      const param = { id: committeeId, memberId: member.id };
      return answer(committees[':id'].members[':memberId'].$patch({ param, json }, ifMatch(member)));
    },
  );
}

export function useRemoveMember() {
  return useWrite(({ committeeId, id }: Member) =>
    done(committees[':id'].members[':memberId'].$delete({ param: { id: committeeId, memberId: id } })),
  );
}

/** Another secret address of the calendar of a committee; it is shown this once. */
export function useMakeFeed() {
  return useWrite((id: string) => answer(committees[':id'].feed.$post({ param: { id } })));
}

export function useStopFeed() {
  return useWrite((id: string) => done(committees[':id'].feed.$delete({ param: { id } })));
}

export interface MeetingFilter {
  committee?: string | undefined;
  from?: string | undefined;
  before?: string | undefined;
  parallelOf?: string | undefined;
}

const queryOf = ({ committee, from, before, parallelOf }: MeetingFilter) => ({
  ...(committee && { committee }),
  ...(from && { from }),
  ...(before && { before }),
  ...(parallelOf && { parallelOf }),
});

/** All of them, the earliest first. */
export function useMeetings(filter: MeetingFilter) {
  return useQuery({
    queryKey: ['meetings', 'list', queryOf(filter)],
    queryFn: ({ signal }) =>
      wholeList((query) =>
        answer(meetings.$get({ query: { ...query, ...queryOf(filter) } }, { init: { signal } })),
      ).then((all) => all.items),
    enabled: useMay('meeting.read'),
  });
}

const AT_ONCE = '20';

/** Page by page, the latest first. */
export function useMeetingPages(filter: MeetingFilter) {
  const query = { ...queryOf(filter), limit: AT_ONCE, order: 'latest' as const };
  return useInfiniteQuery({
    queryKey: ['meetings', 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        meetings.$get({ query: { ...query, ...(pageParam && { after: pageParam }) } }, { init: { signal } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: useMay('meeting.read'),
  });
}

/** So many are offered where something names the meeting it was said at. */
const MOST_NAMED = '50';

/** The latest meetings of the committees in whose area a case lies, or of all for what belongs to no case. */
export function useMeetingsFor(problemId: string | null) {
  const query = { limit: MOST_NAMED, order: 'latest' as const, ...(problemId && { problem: problemId }) };
  return useQuery({
    queryKey: ['meetings', 'for', problemId ?? 'all'],
    queryFn: ({ signal }) =>
      answer(meetings.$get({ query }, { init: { signal } })).then((page) => page.items),
    enabled: useMay('meeting.read'),
  });
}

export type Meeting = NonNullable<ReturnType<typeof useMeetings>['data']>[number];
export type NewMeeting = Parameters<typeof meetings.$post>[0]['json'];
export type MeetingChange = Parameters<(typeof meetings)[':id']['$patch']>[0]['json'];

export function useMeeting(id: string) {
  return useQuery({
    queryKey: ['meetings', id],
    queryFn: ({ signal }) => answer(meetings[':id'].$get({ param: { id } }, { init: { signal } })),
  });
}

export function usePlanMeeting() {
  return useWrite((json: NewMeeting) => answer(meetings.$post({ json }, idempotent())));
}

export function useChangeMeeting() {
  return useWrite(({ meeting, change }: { meeting: Meeting; change: MeetingChange }) =>
    answer(meetings[':id'].$patch({ param: { id: meeting.id }, json: change }, ifMatch(meeting))),
  );
}

export function useSetAttendance() {
  return useWrite(({ meeting, counted }: { meeting: Meeting; counted: NonNullable<Meeting['attendance']> }) =>
    answer(meetings[':id'].attendance.$put({ param: { id: meeting.id }, json: counted }, ifMatch(meeting))),
  );
}

export function useStartMeeting() {
  return useWrite((meeting: Meeting) =>
    answer(meetings[':id'].start.$post({ param: { id: meeting.id } }, ifMatch(meeting))),
  );
}

export function useCloseMeeting() {
  return useWrite(({ meeting, how }: { meeting: Pick<Meeting, 'id' | 'version'>; how: Closing }) =>
    answer(meetings[':id'].close.$post({ param: { id: meeting.id }, json: how }, ifMatch(meeting))),
  );
}

export type Closing = Parameters<(typeof meetings)[':id']['close']['$post']>[0]['json'];

/** It was begun by mistake: planned again, as long as nothing was recorded. */
export function useTakeBackStart() {
  return useWrite((meeting: Pick<Meeting, 'id' | 'version'>) =>
    answer(meetings[':id']['take-back'].$post({ param: { id: meeting.id } }, ifMatch(meeting))),
  );
}

export function useCancelMeeting() {
  return useWrite(({ meeting, reason }: { meeting: Meeting; reason: string }) =>
    answer(meetings[':id'].cancel.$post({ param: { id: meeting.id }, json: { reason } }, ifMatch(meeting))),
  );
}

const agendaKey = (meetingId: string) => ['meetings', meetingId, 'agenda'];

export function useAgenda(meetingId: string) {
  return useQuery({
    queryKey: agendaKey(meetingId),
    queryFn: ({ signal }) =>
      answer(meetings[':id'].agenda.$get({ param: { id: meetingId } }, { init: { signal } })).then(
        (all) => all.items,
      ),
  });
}

export type AgendaItem = NonNullable<ReturnType<typeof useAgenda>['data']>[number];
export type NewAgendaItem = Parameters<(typeof meetings)[':id']['agenda']['$post']>[0]['json'];
export type AgendaChange = Parameters<(typeof items)[':id']['$patch']>[0]['json'];

export function useDraftAgenda() {
  return useWrite((meetingId: string) => answer(meetings[':id'].draft.$post({ param: { id: meetingId } })));
}

export function useAddAgendaItem() {
  return useWrite(({ meetingId, json }: { meetingId: string; json: NewAgendaItem }) =>
    answer(meetings[':id'].agenda.$post({ param: { id: meetingId }, json }, idempotent())),
  );
}

export function useChangeAgendaItem() {
  return useWrite(({ item, change }: { item: AgendaItem; change: AgendaChange }) =>
    answer(items[':id'].$patch({ param: { id: item.id }, json: change }, ifMatch(item))),
  );
}

export function useDropAgendaItem() {
  return useWrite((item: AgendaItem) =>
    answer(items[':id'].$delete({ param: { id: item.id } }, ifMatch(item))),
  );
}

/** Puts the agenda in order: it stands so at once, and as it was again when the server refuses. */
export function useOrderAgenda(meetingId: string) {
  const queries = useQueryClient();
  const key = agendaKey(meetingId);
  return useMutation({
    mutationFn: (ids: string[]) =>
      answer(meetings[':id'].agenda.order.$put({ param: { id: meetingId }, json: { ids } })),
    onMutate: async (ids) => {
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData<AgendaItem[]>(key, (all) => all && inOrder(all, ids));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

function inOrder(all: readonly AgendaItem[], ids: readonly string[]): AgendaItem[] {
  const rank = new Map(ids.map((id, i) => [id, i]));
  const last = ids.length;
  return all.toSorted((a, b) => (rank.get(a.id) ?? last) - (rank.get(b.id) ?? last));
}

function useWrite<Input, Output>(write: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () =>
      Promise.all(['committees', 'meetings'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
