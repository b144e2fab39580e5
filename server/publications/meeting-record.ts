import { lastMeeting, readCommitteeGround } from '../committee-ground.ts';
import { countRaised, type Heard, type NextMeeting, type ToldDecision } from '../domain/meeting/told.ts';
import { draftMeetingTexts } from '../domain/meeting/told-draft.ts';
import type { AnswerRow } from '../domain/public-answer.ts';
import { clockIn, dayIn } from '../domain/time-zone.ts';
import type { Commitment, Committee, Concern, Decision, Meeting, Store } from '../store/ports.ts';
import { type AnswerRecord, rowOf } from './answer-record.ts';

/** More than anybody has. */
const ALL = 1_000_000;

/** What the record of a meeting and of its area gives to its public answer. */
export function meetingRecord(store: Store, meeting: Meeting, committee: Committee): AnswerRecord {
  /** From the day of the meeting before to its own. */
  async function period() {
    const timeZone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
    const last = await lastMeeting({ store }, meeting);
    const day = (at: string) => dayIn(timeZone, new Date(at));
    return { timeZone, day, after: last && day(last.startsAt), upTo: day(meeting.startsAt) };
  }

  async function concerns(): Promise<Concern[]> {
    const { after, upTo } = await period();
    const { areaIds } = await readCommitteeGround({ store }, committee);
    const received = { ...(after !== null && { receivedAfter: after }), receivedUpTo: upTo };
    const { items } = await store.concerns.page({ areaIds, coarse: false, ...received }, { limit: ALL });
    return items.filter(({ state }) => state !== 'withdrawn');
  }

  async function rows(): Promise<AnswerRow[]> {
    const { holds } = await readCommitteeGround({ store }, committee);
    const { day, after, upTo } = await period();
    const here = (await store.commitments.list()).filter(
      (one) => one.visibility === 'public' && holds(one) && (one.meetingOn ?? day(one.createdAt)) <= upTo,
    );
    const isNew = (on: string) => after === null || on > after;
    const told = await Promise.all(
      here.map(async (one) =>
        (await rowOf(store, one)).filter((row) => isTold(row, one, isNew, day(one.stateSince))),
      ),
    );
    return told.flat();
  }

  async function heard(): Promise<{
    heard: Heard | null;
    counted: ReturnType<typeof countRaised>['counted'];
  }> {
    // What a session heard is counted with the meeting of its round.
    if (meeting.parallelOf !== null) return { heard: null, counted: [] };
    const { after, upTo } = await period();
    const names = new Map(
      (await store.categories.list()).map(({ id, name, publicName }) => [id, publicName || name]),
    );
    const before = await store.publicAnswers.countedBefore();
    const { total, categories, counted } = countRaised(await concerns(), before);
    const named = categories.map(({ categoryId, count }) => ({ name: names.get(categoryId) ?? '', count }));
    return { heard: { after, upTo, total, categories: named }, counted };
  }

  async function decisions(): Promise<ToldDecision[]> {
    const all = await store.decisions.list(meeting.id);
    const open = await Promise.all(all.map((one) => mayTell(store, one)));
    return all
      .filter((_, i) => open[i])
      .map(({ id, kind, result, text }) => ({ decisionId: id, kind, result, text }));
  }

  async function next(): Promise<NextMeeting | null> {
    const later = await store.meetings.list({
      committeeId: committee.id,
      states: ['planned', 'running', 'closed'],
      from: meeting.startsAt,
    });
    const following = later.find(({ id, parallelOf }) => id !== meeting.id && parallelOf === null);
    const at = following?.startsAt ?? meeting.nextMeetingAt;
    if (at === null || at === undefined) return null;
    const { timeZone } = await period();
    const moment = new Date(at);
    const place = following?.openTo === 'public' ? following.place : '';
    return { on: dayIn(timeZone, moment), at: clockIn(timeZone, moment), place };
  }

  async function told() {
    const { heard: raised, counted } = await heard();
    return { told: { heard: raised, decisions: await decisions(), next: await next() }, counted };
  }

  return {
    concerns,
    rows,
    told,
    claims: async () => () => [],
    async draft() {
      const { upTo } = await period();
      const record = (await told()).told;
      const area = await store.areas.get(committee.areaId);
      const place = area?.name ?? committee.name;
      const languages = [...new Set([...meeting.languages, ...committee.languages])];
      return {
        areaId: area?.id ?? null,
        meeting: meeting.title || committee.name,
        meetingOn: upTo,
        validUntil: null,
        languages: draftMeetingTexts({ place, on: upTo, told: record, rows: await rows() }, languages),
        quotes: [],
        publications: [],
        decisions: record.decisions.map(({ decisionId }) => decisionId),
      };
    },
  };
}

/** What is open stands there each time, what is over once. */
function isTold(
  { list, verifiedOn }: AnswerRow,
  { state }: Commitment,
  isNew: (on: string) => boolean,
  since: string,
): boolean {
  if (list === 'not_yet' || state === 'blocked') return true;
  return isNew(verifiedOn ?? since);
}

/** What is about a case or a promise that the public does not know is not told. */
async function mayTell(store: Store, { problemId, commitmentId }: Decision): Promise<boolean> {
  const promise = commitmentId === null ? null : await store.commitments.get(commitmentId);
  if (promise !== null && promise.visibility !== 'public') return false;
  const about = problemId ?? promise?.problemId ?? null;
  if (about === null) return true;
  const found = await store.problems.get(about);
  if (found?.confidentiality === 'public') return true;
  const answers = await store.publicAnswers.list({ problemId: about, released: true });
  return found !== null && answers.some(({ state }) => state === 'released');
}
