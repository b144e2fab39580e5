import {
  demoCommittee,
  demoMeetings,
  demoSeats,
  demoTermFrom,
  nextDemoMeeting,
} from '../data/demo/meetings.ts';
import { northRoadPeople } from '../data/demo/north-road-evaluation.ts';
import { newAgendaItem } from './domain/meeting/agenda.ts';
import { newCommittee, newMember } from './domain/meeting/committee.ts';
import { decisionInput, faultOfDecision, quorumOf } from './domain/meeting/decision.ts';
import { draftAgenda } from './domain/meeting/draft-agenda.ts';
import { attendance, membersPresent, newMeeting } from './domain/meeting/meeting.ts';
import { readDraftFacts } from './draft-facts.ts';
import type { Act, AgendaItem, Committee, Meeting, Problem, Store } from './store/ports.ts';

/** The committee of the district, two meetings it held and the next one with its agenda as the rules draft it. */
export async function meetInDemo(store: Store, at: string, worked: Problem | null): Promise<void> {
  const secretary = northRoadPeople.secretary;
  const by = (when: string): Act => ({ actor: secretary, at: when });
  const district = (await store.areas.list()).find(({ kind }) => kind === 'district');
  if (!district) return;
  // Of a start that was broken off halfway: its area is hidden by now.
  for (const { id, version } of await store.committees.list())
    await store.committees.update(id, version, { endedOn: at.slice(0, 10) }, by(at));
  const founded = by(`${demoTermFrom}T09:00:00.000Z`);
  const input = newCommittee.parse({ ...demoCommittee, areaId: district.id });
  const committee = await store.committees.create(input, founded);
  for (const seat of demoSeats)
    await store.committees.addMember(
      committee.id,
      newMember.parse({ ...seat, termFrom: demoTermFrom }),
      founded,
    );
  for (const held of demoMeetings) await record(store, committee, held, worked, by);
  const { languages } = demoCommittee;
  const planned = { committeeId: committee.id, languages, place: 'School hall, Gate Road', openTo: 'public' };
  const next = await store.meetings.create(newMeeting.parse({ ...planned, ...nextDemoMeeting(at) }), by(at));
  await draft(store, committee, next, by(at));
}

/** A meeting that was held: drafted, talked through, counted and closed. */
async function record(
  store: Store,
  committee: Committee,
  held: (typeof demoMeetings)[number],
  worked: Problem | null,
  by: (at: string) => Act,
): Promise<void> {
  const { startsAt, endsAt, place, closedAt, outcomes } = held;
  const { languages } = demoCommittee;
  const wanted = newMeeting.parse({
    committeeId: committee.id,
    startsAt,
    endsAt,
    place,
    languages,
    openTo: 'public',
  });
  const made = await store.meetings.create(wanted, by(startsAt));
  const drafted = await draft(store, committee, made, by(startsAt));
  const items = [...drafted, ...(await putPromises(store, made, drafted, by(startsAt)))];
  const said: Readonly<Partial<Record<string, string>>> = outcomes;
  for (const { id, kind, rule, version } of items) {
    const outcome = rule === 'standing' ? said[kind] : undefined;
    await store.agendas.update(id, version, { state: 'done', ...(outcome && { outcome }) }, by(closedAt));
  }
  const begun = await store.meetings.start(made.id, made.version, by(startsAt));
  const counted = attendance.parse(held.attendance);
  const { version } = await store.meetings.setAttendance(made.id, begun.version, counted, by(closedAt));
  for (const { at, kind, onCase, text } of held.decisions) {
    const decided = decisionInput.parse({
      ...{ kind, text, result: 'agreed', how: 'consensus' },
      problemId: onCase ? (worked?.id ?? null) : null,
    });
    const input = { ...decided, byGroup: [], quorum: quorumOf(committee.quorum, membersPresent(counted)) };
    if (faultOfDecision(decided) === null) await store.decisions.create(made.id, input, by(at));
  }
  await store.meetings.close(
    made.id,
    version,
    { deferOpen: false, dayOf: (moment) => moment.slice(0, 10) },
    by(closedAt),
  );
}

/** The promises that residents judged on the day of the meeting, behind the item for what was promised. */
async function putPromises(store: Store, { id, startsAt }: Meeting, items: readonly AgendaItem[], act: Act) {
  const put: AgendaItem[] = [];
  let after = items.find(({ kind }) => kind === 'commitments')?.id ?? null;
  for (const promise of await store.commitments.list()) {
    const judged = await store.commitments.verifications(promise.id);
    if (!judged.some(({ heldOn }) => heldOn === startsAt.slice(0, 10))) continue;
    const about = { kind: 'commitments', title: promise.text, minutes: 5, commitmentId: promise.id };
    const { after: _, ...fields } = newAgendaItem.parse(about);
    const item = await store.agendas.add(id, fields, after, act);
    after = item.id;
    put.push(item);
  }
  return put;
}

async function draft(store: Store, committee: Committee, meeting: Meeting, act: Act) {
  const facts = await readDraftFacts({ store, clock: { now: () => new Date(act.at) } }, meeting, committee);
  return (await store.agendas.draft(meeting.id, draftAgenda(facts), act)).items;
}
