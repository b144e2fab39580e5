import { createCaseAreas } from './case-areas.ts';
import { countMonths, MONTHS } from './case-trend.ts';
import type { AppDeps } from './deps.ts';
import { withCoarseShapes } from './domain/coarse-shapes.ts';
import { isOverdue } from './domain/commitment.ts';
import { grantsOf } from './domain/grants.ts';
import { groundOf, liesIn } from './domain/lies-in.ts';
import { AppError, NotFound } from './errors.ts';
import { createInReach, type Person } from './in-reach.ts';
import { createMeetingAnswers } from './meeting-answers.ts';
import { createMeetingLists } from './meeting-lists.ts';
import type {
  AgendaItem,
  Commitment,
  Committee,
  Meeting,
  Problem,
  Verification,
  Viewer,
} from './store/ports.ts';
import { today } from './today.ts';

/**
 * Nobody's account: what may be seen by a member of a committee, and no more, whoever asks. On the wall of a room there
 * is no other precision.
 */
const MEMBER: Person = {
  userId: 'a member of the committee',
  roles: [{ role: 'committee_member', area: null }],
};

/** Squares on one card: the finest of more would not be told apart from the last row of a room. */
export const MOST_SQUARES = 1000;
export const MOST_SAID = 3;
/** Promises given in one evening that the wall lists. */
export const MOST_GIVEN = 40;
const DAY_MS = 86_400_000;

/** What stands on the cards of a meeting, ready made, as a committee member sees it. */
export function createMeetingCards({ store, clock }: Pick<AppDeps, 'store' | 'clock'>) {
  const inReach = createInReach({ store });
  const caseAreas = createCaseAreas({ store });
  const answers = createMeetingAnswers({ store });
  const listsOf = createMeetingLists({ store });

  /** The case, if it is open to the committee and lies in its area, or nowhere. */
  async function caseOf({ areaId }: Committee, id: string | null): Promise<Problem | null> {
    const found = id === null ? null : await orNone(inReach.problem(MEMBER, id));
    if (found === null) return null;
    const { geometry, rule } = found;
    const liesNowhere = geometry === null && !rule?.geometry && (rule?.areas ?? []).length === 0;
    if (liesNowhere) return found;
    return (await caseAreas.inside(areaId, [found], true)).length > 0 ? found : null;
  }

  async function commitmentOf(committee: Committee, id: string | null): Promise<Commitment | null> {
    const seen = id === null ? null : await orNone(inReach.commitments.get(MEMBER, id));
    if (seen === null) return null;
    const { commitment } = seen;
    if (commitment.problemId !== null) return (await caseOf(committee, commitment.problemId)) && commitment;
    const area = commitment.geometry && (await store.areas.get(committee.areaId));
    const isHere = area && commitment.geometry && liesIn(commitment.geometry, groundOf(area.geometry));
    return commitment.geometry === null || isHere ? commitment : null;
  }

  async function promiseOf(commitment: Commitment) {
    const { id, text, organisation, ownerRole, partners, dueOn, firstDueOn, state, round } = commitment;
    const day = await today(store, clock);
    const overdue = isOverdue(commitment, day);
    const deliveries = (await store.commitments.steps(id)).filter(({ to }) => to === 'delivered');
    const last = deliveries.at(-1);
    const said = (await store.commitments.verifications(id)).map(saidOf);
    return {
      id,
      text,
      organisation: organisation.name,
      ownerRole,
      partners: partners.map(({ name }) => name),
      dueOn,
      firstDueOn,
      daysLate: overdue && dueOn ? Math.round((Date.parse(day) - Date.parse(dueOn)) / DAY_MS) : null,
      state,
      round,
      evidenceOfDone: commitment.evidenceOfDone,
      dose: commitment.dose && { ...commitment.dose, delivered: commitment.delivered },
      blockedReason: commitment.blockedReason,
      geometry: commitment.geometry,
      delivered: last ? { at: last.at, note: last.note, evidence: last.evidence } : null,
      said: said.sort((a, b) => a.round - b.round).slice(-MOST_SAID),
      version: commitment.version,
    };
  }

  /** What was promised at this meeting so far, as far as a member sees it. */
  async function givenAt(committee: Committee, { kind, meetingId }: AgendaItem) {
    if (kind !== 'new_commitments') return [];
    const found: Commitment[] = [];
    for (const { id, state } of await store.commitments.list({ meetingId })) {
      const seen = state === 'declined' ? null : await commitmentOf(committee, id);
      if (seen) found.push(seen);
    }
    return found.slice(-MOST_GIVEN).map(({ id, text, organisation, ownerRole, dueOn, evidenceOfDone }) => {
      const owner = organisation.name;
      return { id, text, organisation: owner, ownerRole, dueOn, evidenceOfDone };
    });
  }

  /** Months and squares of the rule of a case, with the sight of a member in the area of this committee. */
  async function patternOf({ areaId }: Committee, { rule }: Problem) {
    if (rule === null) return null;
    const grants = grantsOf([{ role: 'committee_member', area: areaId }]);
    const viewer: Viewer = { userId: MEMBER.userId, grants };
    const asked = withCoarseShapes(rule);
    const months = await countMonths(store, viewer, asked, []);
    const year = months.slice(MONTHS / 2);
    const [first, last] = [year.at(0), year.at(-1)];
    if (!first || !last) return null;
    const sum = (part: typeof months) => part.reduce((total, { count }) => total + count, 0);
    const { datasets, categories, areas, geometry } = asked;
    const period = { from: first.from, to: last.before };
    const squares = await store.incidents.squares(viewer, {
      datasets,
      categories,
      areas,
      geometry,
      ...period,
    });
    return {
      months,
      last: sum(year),
      earlier: sum(months.slice(0, MONTHS / 2)),
      squares: squares.slice(-MOST_SQUARES),
    };
  }

  return {
    /** Of these items, which name what the committee may not see. */
    async withheld(committee: Committee, items: readonly AgendaItem[]): Promise<Set<string>> {
      const found = new Set<string>();
      for (const { id, problemId, commitmentId } of items) {
        const isGone =
          (commitmentId !== null && !(await commitmentOf(committee, commitmentId))) ||
          (problemId !== null && !(await caseOf(committee, problemId)));
        if (isGone) found.add(id);
      }
      return found;
    },
    /** Votes of an item, as far as a member sees what they are about; of an open one only how many voices are in. */
    votes(committee: Committee, meeting: Meeting, item: AgendaItem) {
      return listsOf(meeting, item, async ({ problemId, commitmentId }) => {
        const isOpen = async (
          id: string | null,
          found: (of: Committee, id: string | null) => Promise<unknown>,
        ) => id === null || (await found(committee, id)) !== null;
        return (await isOpen(problemId, caseOf)) && (await isOpen(commitmentId, commitmentOf));
      });
    },
    async card(committee: Committee, item: AgendaItem) {
      const commitment = await commitmentOf(committee, item.commitmentId);
      const found = await caseOf(committee, item.problemId ?? commitment?.problemId ?? null);
      const isAnswer = found !== null && commitment === null && item.exhibitId !== null;
      const answer = isAnswer ? await answers.shown(committee, found.id, item.exhibitId ?? '') : null;
      return {
        id: item.id,
        areaId: committee.areaId,
        view: item.view,
        commitment: commitment && (await promiseOf(commitment)),
        case: found && outlineOf(found),
        pattern: found && !commitment ? await patternOf(committee, found) : null,
        answer,
        isAnswerGone: isAnswer && answer === null,
        given: await givenAt(committee, item),
      };
    },
  };
}

function outlineOf({ ref, title, stage, geometry, rule }: Problem) {
  return { ref, title, stage, geometry: withCoarseShapes(geometry ?? rule?.geometry ?? null) };
}

function saidOf({ round, heldOn, basis, outcome, byGroup, comment, ...tally }: Verification) {
  const { done, partly, notDone, cannotSay } = tally;
  return { round, heldOn, basis, outcome, done, partly, notDone, cannotSay, byGroup, comment };
}

/** What is not there for a member is no error of whoever shows the card. */
async function orNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFound || (error instanceof AppError && error.status === 403)) return null;
    throw error;
  }
}
