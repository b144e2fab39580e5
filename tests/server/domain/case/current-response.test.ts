import { describe, expect, it } from 'vitest';
import { currentResponsePart, isDescribed } from '../../../../server/domain/case/current-response.ts';

describe('what is done today', () => {
  it('is described when it says what, and why that does not end it', () => {
    const nothing = currentResponsePart.parse({});
    expect(isDescribed(nothing)).toBe(false);
    expect(isDescribed({ ...nothing, what: 'Patrols by car' })).toBe(false);
    expect(isDescribed({ ...nothing, what: 'Patrols by car', limits: 'Pass once a night' })).toBe(true);
  });
});
