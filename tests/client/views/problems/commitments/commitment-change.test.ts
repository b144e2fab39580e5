import { describe, expect, it } from 'vitest';
import type { Commitment } from '../../../../../client/api/commitments.ts';
import {
  changedTerms,
  commitmentChange,
  draftOfCommitment,
} from '../../../../../client/views/problems/commitments/commitment-change.ts';
import { TERMS } from '../../../../../server/domain/commitment.ts';

const COMMITMENT = {
  text: 'Twelve lamps',
  kind: 'infrastructure',
  ownerRole: 'Night crew',
  evidenceOfDone: 'All burn',
  dueOn: '2025-05-01',
  dose: { unit: 'light', planned: 12 },
  geometry: null,
  visibility: 'committee',
} as unknown as Commitment;

describe('a change of a commitment', () => {
  const draft = draftOfCommitment(COMMITMENT);

  it('has what was changed and nothing else', () => {
    expect(commitmentChange(COMMITMENT, { ...draft, text: 'Twelve lamps ' })).toEqual({});
    const change = commitmentChange(COMMITMENT, { ...draft, dueOn: null, kind: 'service' });
    expect(change).toEqual({ dueOn: null, kind: 'service' });
    expect(changedTerms(change)).toEqual(['dueOn']);
  });

  it('takes for terms what the server does', () => {
    const all = Object.fromEntries(Object.keys(draft).map((field) => [field, null]));
    expect(changedTerms(all).toSorted()).toEqual(TERMS.toSorted());
  });
});
