import type { Commitment, CommitmentChange } from '../../../api/commitments.ts';
import type { CommitmentDraft } from './commitment-fields.tsx';

const TERMS: readonly (keyof CommitmentChange)[] = ['text', 'dueOn', 'evidenceOfDone', 'dose', 'geometry'];

export function draftOfCommitment(commitment: Commitment): CommitmentDraft {
  const { text, kind, ownerRole, evidenceOfDone, dueOn, dose, geometry, visibility } = commitment;
  const { meetingId, meetingOn } = commitment;
  const at = { meetingId, meetingOn };
  return { text, kind, ownerRole, evidenceOfDone, dueOn, dose, geometry, visibility, ...at };
}

/** What was changed and nothing else. */
export function commitmentChange(commitment: Commitment, draft: CommitmentDraft): CommitmentChange {
  const before = draftOfCommitment(commitment);
  const text = (value: unknown) => JSON.stringify(typeof value === 'string' ? value.trim() : value);
  const changed = Object.entries(draft).filter(
    ([field, value]) => text(before[field as keyof CommitmentDraft]) !== text(value),
  );
  return Object.fromEntries(changed);
}

/** What of a change its owner has to agree to. */
export function changedTerms(change: CommitmentChange): (keyof CommitmentChange)[] {
  return TERMS.filter((term) => term in change);
}
