import { describe, expect, it } from 'vitest';
import { isWeighty } from '../../../../../client/views/map/panels/warning-weight.ts';

describe('the weight of a warning', () => {
  it('is great where the headline would be read wrongly', () => {
    expect(isWeighty({ code: 'positions_shared', value: 0.68 }, { n: 77_477 })).toBe(true);
    expect(isWeighty({ code: 'list_shortened', value: 7757 }, { n: 77_477 })).toBe(false);
  });

  it('is great where a tenth of the incidents is concerned, counted or left out', () => {
    expect(isWeighty({ code: 'unlocated', value: 9 }, { n: 100 })).toBe(false);
    expect(isWeighty({ code: 'unlocated', value: 10 }, { n: 100 })).toBe(true);
    expect(isWeighty({ code: 'unlocated', value: 3 }, { n: 0 })).toBe(true);
  });
});
