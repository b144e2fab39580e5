import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { harmTexts } from '../../../../../client/views/problems/assessment/harm-text.ts';
import { harmOf, type KindCounts } from '../../../../../server/domain/case/evaluation-harm.ts';
import { northRoad, northRoadCounts } from '../../../../server/domain/case/north-road-plan.ts';

const intl = createIntl({ locale: 'en', onError: () => {} });
const said = (...kinds: KindCounts[]) => harmTexts(intl, harmOf(northRoad, kinds, 'Adopted 2026-03'));
const even = { treated: [50, 50], control: [50, 50] } as const;

describe('harm in words', () => {
  it('gives size and limits, and from how many incidents', () => {
    expect(said({ weight: 2, counts: northRoadCounts })).toEqual([
      'By the table “Adopted 2026-03” there was 236 less harm than the comparison leads us to expect, probably between 81 and 391 less.',
      '1,568 incidents with a weight, none without, counted as no harm.',
    ]);
    const worse = said({ weight: 1, counts: { treated: [50, 150], control: [50, 50] } });
    expect(worse[0]).toContain('100 more harm');
    expect(worse[0]).toMatch(/between 66 and 134 more/);
  });

  it('claims nothing where chance alone could do it', () => {
    expect(said({ weight: 1, counts: even }, { weight: null, counts: even })).toEqual([
      'By the table “Adopted 2026-03” the difference is 0, between -28 and +28: chance alone could do that.',
      '200 incidents with a weight, 200 without, counted as no harm.',
    ]);
  });

  it('says why nothing is said', () => {
    expect(said({ weight: null, counts: even })[0]).toContain('nothing can be said');
    expect(said({ weight: 4, counts: { treated: [4, 5], control: [4, 5] } })[0]).toBe(
      '18 incidents have a weight: too few to say anything by harm.',
    );
    const grave = said({ weight: 1, counts: even }, { weight: 800, counts: { treated: [1, 0] } });
    expect(grave[0]).toContain('80% of all harm');
  });
});
