import { describe, expect, it } from 'vitest';
import { reachableStages, STAGES } from '../../../../client/views/problems/stages.ts';
import { allowedMoves } from '../../../../server/domain/sara.ts';

describe('reachableStages', () => {
  it.each(STAGES)('offers from %s exactly what the server allows', (stage) => {
    expect(reachableStages(stage)).toEqual(allowedMoves(stage));
  });
});
