import { describe, expect, it } from 'vitest';
import { assessmentPart, doseShare } from '../../../../server/domain/case/assessment.ts';
import {
  EXPLANATIONS,
  explanationsPart,
  openExplanations,
} from '../../../../server/domain/case/explanations.ts';

describe('the share of a response that was delivered', () => {
  it.each([
    [60, 30, 0.5],
    [60, 66, 1.1],
    [60, 0, 0],
    [0, 3, null],
    [null, 3, null],
    [60, null, null],
  ])('of %s planned and %s delivered is %s', (planned, delivered, share) => {
    expect(doseShare({ ...assessmentPart.parse({}), planned, delivered })).toBe(share);
  });

  it('is not known of nothing', () => {
    expect(doseShare(null)).toBeNull();
  });
});

describe('rival explanations', () => {
  it('are seven, and each waits for an answer with a word why', () => {
    const nothing = explanationsPart.parse({});
    expect(openExplanations(nothing)).toEqual([...EXPLANATIONS]);
    const one = { ...nothing, weather: 'ruled_out' as const };
    expect(openExplanations(one)).toContain('weather');
    expect(openExplanations({ ...one, weather_note: 'Both years were alike.' })).toHaveLength(6);
  });

  it('have a field for every note', () => {
    expect(Object.keys(explanationsPart.shape)).toEqual(
      EXPLANATIONS.flatMap((name) => [name, `${name}_note`]),
    );
  });
});
