import type { AppDeps } from './deps.ts';
import { priorityPart } from './domain/case/priority.ts';
import type { DecisionResult } from './domain/meeting/decision.ts';
import { AppError, NotFound, StaleWrite } from './errors.ts';
import { createInReach } from './in-reach.ts';
import { heldOn } from './meeting-named.ts';
import type { Person } from './person.ts';
import type { Act, Committee, Decision, Meeting } from './store/ports.ts';

const CARRIED: readonly DecisionResult[] = ['agreed', 'agreed_with_reservation'];
const PART = 'priority';
const LONGEST_NAME = 200;

/**
 * That a committee takes a case on is decided once, at its meeting: the case holds it too without being typed again, where
 * whoever records it may write in the case. A decision that stands there already is not touched.
 */
export function createDecidedPriority({ store }: Pick<AppDeps, 'store'>) {
  const inReach = createInReach({ store });

  async function keep(
    person: Person,
    { meeting, committee }: { meeting: Meeting; committee: Committee },
    { problemId, kind, result, text }: Decision,
    act: Act,
  ): Promise<void> {
    if (problemId === null || kind !== PART || !CARRIED.includes(result)) return;
    const { body, version } = await store.problemParts.get(problemId, PART);
    if (body !== null && body.decidedOn !== null) return;
    await inReach.problem(person, problemId, 'problem.change');
    const decided = {
      ...(body ?? priorityPart.parse({})),
      reason: body?.reason || text,
      decidedOn: await heldOn({ store }, meeting),
      meeting: (meeting.title || committee.name).slice(0, LONGEST_NAME),
      meetingId: meeting.id,
    };
    await store.problemParts.put(problemId, PART, version, decided, act);
  }

  async function forget(
    person: Person,
    { problemId, kind, text, meetingId }: Decision,
    act: Act,
  ): Promise<void> {
    if (problemId === null || kind !== PART) return;
    const { body, version } = await store.problemParts.get(problemId, PART);
    if (body === null || body.meetingId !== meetingId) return;
    await inReach.problem(person, problemId, 'problem.change');
    const open = {
      decidedOn: null,
      meeting: '',
      meetingId: null,
      reason: body.reason === text ? '' : body.reason,
    };
    await store.problemParts.put(problemId, PART, version, { ...body, ...open }, act);
  }

  return {
    /** The case holds the decision from now on, as far as this person may write there. */
    keep: (...given: Parameters<typeof keep>) => ifAllowed(keep(...given)),
    /** The case is undecided again when its decision was recorded by mistake. */
    forget: (...given: Parameters<typeof forget>) => ifAllowed(forget(...given)),
  };
}

/** The record of the meeting stands in any case: who may not write in the case, or meets another writer there, leaves it. */
async function ifAllowed(written: Promise<void>): Promise<void> {
  try {
    await written;
  } catch (error) {
    const isLeft = error instanceof NotFound || error instanceof StaleWrite;
    if (!isLeft && !(error instanceof AppError && error.status === 403)) throw error;
  }
}
