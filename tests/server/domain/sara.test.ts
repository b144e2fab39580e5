import { describe, expect, it } from 'vitest';
import { allowedMoves, mayMove, STAGES } from '../../../server/domain/sara.ts';

describe('the stages of a case', () => {
  it('go on one step, or back to any earlier one', () => {
    expect(allowedMoves('scanning')).toEqual(['analysis']);
    expect(allowedMoves('response')).toEqual(['scanning', 'analysis', 'assessment']);
    expect(allowedMoves('closed')).toEqual(['scanning', 'analysis', 'response', 'assessment']);
  });

  it('are never left for themselves, and never jump ahead', () => {
    for (const stage of STAGES) expect(mayMove(stage, stage)).toBe(false);
    expect(mayMove('scanning', 'closed')).toBe(false);
    expect(mayMove('analysis', 'assessment')).toBe(false);
  });
});
