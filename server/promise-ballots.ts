import { notYourStep } from './commitment-reach.ts';
import type { AppDeps } from './deps.ts';
import { moversFor, outcomeOf, type Tally } from './domain/commitment.ts';
import type { BallotResult, Count } from './domain/meeting/ballot-result.ts';
import { Conflict, Unusable } from './errors.ts';
import { isShown } from './guest-view.ts';
import { createInReach } from './in-reach.ts';
import { heldOn } from './meeting-named.ts';
import type { Person } from './person.ts';
import type { Ballot, SettledBy } from './store/ports.ts';
import { today } from './today.ts';

/** A ballot on a promise is the residents' tally of a meeting: what follows of it for the promise. */
export function createPromiseBallots(deps: Pick<AppDeps, 'store' | 'clock'>) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);

  return {
    /** There has to be something to judge, and the room may hear it. */
    async checkAsked({ commitmentId }: Pick<Ballot, 'commitmentId'>): Promise<void> {
      const promise = commitmentId === null ? null : await store.commitments.get(commitmentId);
      if (promise?.state !== 'delivered')
        throw new Conflict(
          'not_delivered',
          'Its owner has not said that it is done: there is nothing to judge yet.',
        );
      if (!isShown(promise))
        throw new Conflict(
          'not_for_the_room',
          'This commitment is internal: telephones may not be shown it.',
        );
    },
    /** What to do with the result once it is counted; null: the promise is no longer one to be judged. */
    async settler(
      person: Person,
      { commitmentId, meetingId }: Pick<Ballot, 'commitmentId' | 'meetingId'>,
      { newDueOn, comment }: { newDueOn: string | null; comment: string },
    ): Promise<((result: BallotResult) => SettledBy | null) | null> {
      if (commitmentId === null) return null;
      const { commitment, standing } = await inReach.commitments.get(person, commitmentId);
      if (commitment.state !== 'delivered') return null;
      if (!moversFor(standing).includes('residents'))
        throw notYourStep(
          'What residents say of a promise is recorded by a secretary or a member of the committee, and by nobody of the organisation that promised.',
        );
      const day = await today(store, clock);
      // Asked in any case: asked only when it is needed, the question would tell the result.
      if (newDueOn === null || newDueOn < day) throw badDay();
      const meeting = await store.meetings.get(meetingId);
      const on = meeting ? await heldOn({ store }, meeting) : day;
      return (result) => {
        const tally = tallyIn(result.counts);
        const outcome = outcomeOf(tally);
        if (outcome === null) return null;
        const said = {
          ...tally,
          basis: 'meeting' as const,
          heldOn: on,
          meetingId,
          byGroup: groupsIn(result),
          comment,
          outcome,
        };
        return { version: commitment.version, said, newDueOn: outcome === 'verified' ? null : newDueOn };
      };
    },
  };
}

function badDay(): Unusable {
  const detail = 'Say by which day it is to be done if residents do not find it done: today or later.';
  return new Unusable('needs_new_due_date', detail, [{ pointer: '/newDueOn', detail }]);
}

function tallyIn(counts: readonly Count[]): Tally {
  const of = (option: keyof Tally) => counts.find((count) => count.option === option)?.points ?? 0;
  return { done: of('done'), partly: of('partly'), notDone: of('notDone'), cannotSay: of('cannotSay') };
}

/** Those who said nothing of themselves are in the whole, and are no group. */
function groupsIn({ byGroup }: BallotResult): Record<string, Tally> {
  return Object.fromEntries(
    byGroup.flatMap(({ group, counts }) => (group === null ? [] : [[group, tallyIn(counts)]])),
  );
}
