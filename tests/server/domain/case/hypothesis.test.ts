import { describe, expect, it } from 'vitest';
import { type Hypothesis, isAboutPatrols, isTested } from '../../../../server/domain/case/hypothesis.ts';

const HYPOTHESIS: Hypothesis = {
  statement: 'nobody looks after the stop after dark',
  predicts: ['Stops with an attendant have fewer'],
  testRunIds: ['run-1'],
  status: 'supported',
  note: '',
};

describe('a hypothesis', () => {
  it.each<[Partial<Hypothesis>, boolean]>([
    [{}, true],
    [{ status: 'not_supported' }, true],
    [{ status: 'untested' }, false],
    [{ predicts: [] }, false],
    [{ testRunIds: [] }, false],
    [{ testRunIds: [], note: 'Asked at twelve stops.' }, true],
  ])('is tested, with %j: %s', (part, tested) => {
    expect(isTested({ ...HYPOTHESIS, ...part })).toBe(tested);
  });

  it.each<[string, boolean]>([
    ['there are not enough patrols', true],
    ['of a lack of visible police', true],
    ['too few officers walk there', true],
    ['nobody manages the stop', false],
    ['patrols pass before the shops close', false],
  ])('that “%s” is a wish for patrols: %s', (statement, wish) => {
    expect(isAboutPatrols({ statement })).toBe(wish);
  });
});
