import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotFields, VOICE_GROUPS, type VoiceGroup } from '../../../../server/domain/meeting/ballot.ts';
import {
  FEWEST_VOICES,
  groupsShown,
  resultOf,
  type Voice,
} from '../../../../server/domain/meeting/ballot-result.ts';

const options = ['lamps', 'stops'].map((id) => ({ id, text: id, texts: {} }));
const dots = { ...ballotFields.parse({ kind: 'dots', question: 'Which first?' }), options };

const many = (group: VoiceGroup | null, voices: number, points = { lamps: 1 }): Voice[] =>
  Array.from({ length: voices }, () => ({ group, voices: 1, points }));

describe('the result of a ballot', () => {
  it('counts devices and papers together, and says how many each were', () => {
    const typed = [{ group: null, voices: 4, points: { stops: 6, lamps: 2 } }];
    const result = resultOf(dots, [...many(null, 2), ...many(null, 1)], typed);
    expect(result).toEqual({
      devices: 3,
      typed: 4,
      counts: [
        { option: 'lamps', points: 5 },
        { option: 'stops', points: 6 },
      ],
      byGroup: [],
      merged: [],
    });
  });

  it('puts groups side by side: the fewer are not drowned in the many', () => {
    const result = resultOf(dots, [...many('women', 5), ...many('men', 20, { stops: 1 } as never)], []);
    expect(result.byGroup.map(({ group, counts }) => [group, counts.map(({ points }) => points)])).toEqual([
      ['women', [5, 0]],
      ['men', [0, 20]],
    ]);
  });

  it('is the same for nobody', () => {
    expect(resultOf(dots, [], [])).toMatchObject({ devices: 0, typed: 0, byGroup: [], merged: [] });
  });
});

describe('the groups that are shown', () => {
  it.each<[string, [VoiceGroup | null, number][], VoiceGroup[], VoiceGroup[]]>([
    [
      'two large ones',
      [
        ['women', 5],
        ['men', 9],
      ],
      ['women', 'men'],
      [],
    ],
    [
      'a small one goes with the silent',
      [
        ['women', 9],
        ['men', 9],
        ['youth', 2],
        [null, 4],
      ],
      ['women', 'men'],
      ['youth'],
    ],
    [
      'a small one alone takes the smallest along',
      [
        ['women', 6],
        ['men', 9],
        ['youth', 2],
      ],
      ['men'],
      ['women', 'youth'],
    ],
    [
      'two silent take the smallest along',
      [
        ['women', 6],
        ['men', 9],
        [null, 2],
      ],
      ['men'],
      ['women'],
    ],
    [
      'one beside a few',
      [
        ['women', 9],
        [null, 2],
      ],
      [],
      ['women'],
    ],
    ['one alone is the total', [['women', 9]], [], ['women']],
    ['nobody said', [[null, 40]], [], []],
    ['nobody', [], [], []],
  ])('%s', (_, sizes, shown, merged) => {
    expect(groupsShown(sizes.flatMap(([group, voices]) => many(group, voices)))).toEqual({ shown, merged });
  });

  it('never leave so few over that one could subtract to a person', () => {
    const voice = fc.constantFrom(...VOICE_GROUPS, null);
    fc.assert(
      fc.property(fc.array(voice, { maxLength: 60 }), (groups) => {
        const all = groups.map((group) => ({ group, voices: 1, points: { lamps: 1 } }));
        const { byGroup, counts } = resultOf(dots, all, []);
        for (const { voices } of byGroup) expect(voices).toBeGreaterThanOrEqual(FEWEST_VOICES);
        if (byGroup.length === 0) return;
        expect(byGroup.length).toBeGreaterThan(1);
        expect(byGroup.reduce((sum, { voices }) => sum + voices, 0)).toBe(all.length);
        const points = byGroup.map((of) => of.counts[0].points).reduce((sum, value) => sum + value, 0);
        expect(points).toBe(counts[0].points);
      }),
    );
  });
});
