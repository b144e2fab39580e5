import { createConcernSight } from './concern-sight.ts';
import type { AppDeps } from './deps.ts';
import { isQuorate } from './domain/meeting/meeting.ts';
import type { InReach, Person } from './in-reach.ts';
import { heldOn } from './meeting-named.ts';
import type { AgendaItem, Committee, Meeting } from './store/ports.ts';

/** Committees, meetings and agendas as somebody may see them: notes for those who prepare or run, links for those who read what is linked. */
export function createMeetingShown({ store }: Pick<AppDeps, 'store'>, { meetings, ...inReach }: InReach) {
  const concerns = createConcernSight({ store });

  async function committee(person: Person, { partnerNote, createdBy, ...rest }: Committee) {
    const where = { areaId: rest.areaId, createdBy };
    const [mayChange, mayPrepare] = [
      await meetings.may(person, 'committee.change', where),
      await meetings.may(person, 'meeting.change', where),
    ];
    return { ...rest, partnerNote: mayChange ? partnerNote : null, mayChange, mayPrepare };
  }

  async function meeting(person: Person, { safetyNotes, createdBy: _, ...rest }: Meeting, of: Committee) {
    const [mayChange, mayRun] = [
      await meetings.may(person, 'meeting.change', of),
      await meetings.may(person, 'meeting.run', of),
    ];
    const quorum = rest.quorum ?? of.quorum;
    return {
      ...rest,
      heldOn: await heldOn({ store }, rest),
      quorum,
      isQuorate: isQuorate(quorum, rest.attendance),
      safetyNotes: mayChange ? safetyNotes : null,
      mayChange,
      mayRun,
    };
  }

  /** Ids of what is linked that this person reads; asked only for what there is. */
  async function readable(person: Person, items: readonly AgendaItem[]) {
    const has = (link: 'problemId' | 'commitmentId' | 'concernId') => items.some((one) => one[link] !== null);
    const cases = has('problemId') ? (await inReach.problems(person)).map(({ id }) => id) : [];
    const promises = has('commitmentId') ? await inReach.commitments.idsFor(person) : [];
    const ids = items.flatMap(({ concernId }) => concernId ?? []);
    const heard = await Promise.all(ids.map((id) => concerns.hears(person, id)));
    return {
      cases: new Set(cases),
      promises: promises === 'all' ? null : new Set(promises),
      concerns: new Set(ids.filter((_, i) => heard[i])),
    };
  }

  async function agenda(person: Person, items: readonly AgendaItem[], of: Committee) {
    const mayRun = await meetings.may(person, 'meeting.run', of);
    const reads = await readable(person, items);
    return items.map(({ draftKey: _, ...one }) => {
      const problemId = one.problemId !== null && reads.cases.has(one.problemId) ? one.problemId : null;
      const isPromised = reads.promises === null || reads.promises.has(one.commitmentId ?? '');
      return {
        ...one,
        problemId,
        exhibitId: problemId === null ? null : one.exhibitId,
        commitmentId: isPromised ? one.commitmentId : null,
        concernId: reads.concerns.has(one.concernId ?? '') ? one.concernId : null,
        notes: mayRun ? one.notes : null,
      };
    });
  }

  return {
    committee,
    meeting,
    agenda,
    async item(person: Person, one: AgendaItem, of: Committee) {
      const [shown] = await agenda(person, [one], of);
      return shown;
    },
  };
}
