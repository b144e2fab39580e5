import { describe, expect, it } from 'vitest';
import { isWeighty } from '../../client/warning-weight.ts';

const asked = (n: number, unlocated = 0, outside = 0) => ({ n, unlocated, outside });

describe('the weight of a warning', () => {
  it('is great where the headline would be read wrongly', () => {
    expect(isWeighty({ code: 'positions_shared', value: 0.68 }, asked(77_477))).toBe(true);
    expect(isWeighty({ code: 'list_shortened', value: 7757 }, asked(77_477))).toBe(false);
  });

  it('is great where a tenth of the incidents asked about is concerned', () => {
    expect(isWeighty({ code: 'unlocated', value: 9 }, asked(91, 9))).toBe(false);
    expect(isWeighty({ code: 'unlocated', value: 10 }, asked(90, 10))).toBe(true);
    expect(isWeighty({ code: 'unlocated', value: 3 }, asked(0, 3))).toBe(true);
    expect(isWeighty({ code: 'unlocated', value: 3114 }, asked(4535, 3114, 69_828))).toBe(false);
  });
});
