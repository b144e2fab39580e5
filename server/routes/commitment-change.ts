import type { z } from 'zod';
import { notYourStep, type SeenStanding } from '../commitment-reach.ts';
import { latitudeOf, moversFor, OPEN, TERMS } from '../domain/commitment.ts';
import { Conflict, Unusable } from '../errors.ts';
import type { AuditEntry, Commitment } from '../store/ports.ts';
import { type commitmentChange, type commitmentRevision, dose } from './commitment-schemas.ts';

type Change = Partial<z.infer<typeof commitmentChange>>;

const SAY_WHY = 'Say why.';

/**
 * Refuses what this person may not change, and what was agreed without a reason. Says whose agreement a change of what was
 * agreed stands on; null: it needs none.
 */
export function checkChange(
  before: Commitment,
  change: Change,
  reason: string,
  standing: SeenStanding,
): 'owner' | 'secretary' | null {
  const latitude = latitudeOf(before.state, moversFor(standing), standing.mayPropose);
  if (latitude === 'none' && before.state !== 'proposed' && !OPEN.includes(before.state))
    throw new Conflict('wrong_state', 'Only a commitment that is proposed or open can be changed.');
  const terms = TERMS.filter((term) => isOther(before[term], change[term]));
  if (latitude === 'none' || (latitude === 'beside' && terms.length > 0))
    throw notYourStep(
      `What was agreed changes only with the agreement of ${before.organisation.name}: somebody who speaks for it changes it, or a secretary writes down that it agreed.`,
    );
  if (before.state === 'proposed' || terms.length === 0) return null;
  if (before.firstDueOn !== null && change.dueOn === null)
    throw new Unusable('needs_due_date', 'What was agreed keeps a due date.', [
      { pointer: '/dueOn', detail: 'Say by which day it will be done.' },
    ]);
  if (reason === '')
    throw new Unusable(
      'needs_reason',
      'What was agreed changes with a reason. What was promised before is kept beside it; the rate goes by the first day.',
      [{ pointer: '/reason', detail: SAY_WHY }],
    );
  return standing.isOwner ? 'owner' : 'secretary';
}

function isOther(before: unknown, wanted: unknown): boolean {
  return wanted !== undefined && JSON.stringify(before) !== JSON.stringify(wanted);
}

/** A line of the history as a change of what is promised; what was there before stands beside it. */
export function revisionOf({
  at,
  actorName,
  reason,
  change,
}: AuditEntry): z.infer<typeof commitmentRevision> {
  const { agreement, ...changed } = change;
  const { text, dueOn, evidenceOfDone } = changed;
  return {
    at,
    byName: actorName,
    reason,
    onBehalf: agreement?.[1] === 'secretary',
    fields: Object.keys(changed),
    ...(text && { text: [wordsOf(text[0]), wordsOf(text[1])] }),
    ...(dueOn && { dueOn: [wordsOf(dueOn[0]) || null, wordsOf(dueOn[1]) || null] }),
    ...(evidenceOfDone && { evidenceOfDone: [wordsOf(evidenceOfDone[0]), wordsOf(evidenceOfDone[1])] }),
    ...(changed.dose && { dose: [dose.parse(changed.dose[0]), dose.parse(changed.dose[1])] }),
  };
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');
