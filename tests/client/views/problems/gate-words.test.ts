import { describe, expect, it } from 'vitest';
import { GATE_WORDS } from '../../../../client/views/problems/gate-words.ts';
import { GATE_RULES } from '../../../../server/domain/case/gates.ts';

describe('the words of the gates', () => {
  it('are those of the table of the server', () => {
    for (const { id, says } of GATE_RULES) expect(GATE_WORDS[id].defaultMessage).toBe(says);
  });
});
