import { createHash } from 'node:crypto';
import type { CountedConcerns, MeetingTold } from '../domain/meeting/told.ts';
import { type AnswerRow, type AnswerWords, listOf } from '../domain/public-answer.ts';
import type { Commitment, Concern, Store } from '../store/ports.ts';

/** What the record gives to an answer, whether it is about a case or a meeting. */
export interface AnswerRecord {
  /** A first draft by rules, from the record alone. */
  draft(today: string): Promise<AnswerWords>;
  rows(): Promise<AnswerRow[]>;
  /** Those it is an answer to; their words are quoted only where that was agreed to. */
  concerns(): Promise<Concern[]>;
  /** What a text claims that the agreed test does not carry. */
  claims(): Promise<(text: string) => string[]>;
  /** Of a meeting what stands beside the promises, with all decisions that may be told; null of a case. */
  told(): Promise<{ told: MeetingTold; counted: CountedConcerns[] } | null>;
}

/** A promise as it stands in the record; nothing while nobody promised it yet. */
export async function rowOf(store: Pick<Store, 'commitments'>, one: Commitment): Promise<AnswerRow[]> {
  const list = listOf(one.state);
  if (list === null) return [];
  const { id, state, text, organisation, dueOn, firstDueOn } = one;
  return [
    {
      commitmentId: id,
      list,
      state,
      text,
      organisation: organisation.name,
      dueOn: list === 'not_yet' ? dueOn : null,
      firstDueOn,
      verifiedOn: list === 'done' ? await verifiedOn(store, id) : null,
      reason: list === 'why_not' ? await reasonOf(store, one) : '',
    },
  ];
}

async function verifiedOn({ commitments }: Pick<Store, 'commitments'>, id: string): Promise<string | null> {
  const said = await commitments.verifications(id);
  const verified = said.filter(({ outcome }) => outcome === 'verified').map(({ heldOn }) => heldOn);
  return verified.sort().at(-1) ?? null;
}

async function reasonOf(
  { commitments }: Pick<Store, 'commitments'>,
  { id, state, blockedReason }: Commitment,
): Promise<string> {
  if (state === 'blocked') return blockedReason;
  const steps = await commitments.steps(id);
  return steps.findLast(({ to }) => to === state)?.note ?? '';
}

/** Stands for the words of a concern where they are not kept a second time. */
export const wordsDigest = (summary: string): string => createHash('sha256').update(summary).digest('hex');

/** Whether these words are those that were checked, and may still be published. */
export function maySay(concern: Concern, digest: string): boolean {
  const { consent, erasedAt, summary } = concern;
  return consent.publishSummary && erasedAt === null && summary !== '' && wordsDigest(summary) === digest;
}
