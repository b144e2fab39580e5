import { describe, expect, it } from 'vitest';
import { cover, grantsOf } from '../../../server/domain/grants.ts';

describe('what roles show', () => {
  it.each([
    ['analyst', 'exact'],
    ['police_member', 'exact'],
    ['data_guardian', 'exact'],
    ['secretary', 'cell'],
    ['committee_member', 'cell'],
  ] as const)('is for %s: %s', (role, tier) => {
    expect(grantsOf([{ role, area: null }])).toEqual([{ tier, area: null }]);
    expect(grantsOf([{ role, area: 7 }])).toEqual([{ tier, area: 7 }]);
  });

  it.each(['admin', 'agency_owner', 'publisher', 'oversight_readonly', 'resident_contributor'] as const)(
    'is nothing for %s',
    (role) => expect(grantsOf([{ role, area: null }])).toEqual([]),
  );

  it('is said once, in one order, whatever the order of the roles', () => {
    const held = [
      { role: 'secretary', area: 2 },
      { role: 'analyst', area: 9 },
      { role: 'police_member', area: 9 },
      { role: 'analyst', area: 3 },
    ] as const;
    const grants = [
      { tier: 'exact', area: 3 },
      { tier: 'exact', area: 9 },
      { tier: 'cell', area: 2 },
    ];
    expect(grantsOf(held)).toEqual(grants);
    expect(grantsOf(held.toReversed())).toEqual(grants);
  });

  it('leaves out what a wider grant shows anyway', () => {
    expect(
      grantsOf([
        { role: 'analyst', area: null },
        { role: 'analyst', area: 3 },
        { role: 'secretary', area: null },
      ]),
    ).toEqual([{ tier: 'exact', area: null }]);
    expect(
      grantsOf([
        { role: 'analyst', area: 3 },
        { role: 'secretary', area: null },
        { role: 'secretary', area: 3 },
      ]),
    ).toEqual([
      { tier: 'exact', area: 3 },
      { tier: 'cell', area: null },
    ]);
  });
});

describe('grants that cover others', () => {
  const everywhere = { tier: 'exact', area: null } as const;
  const here = { tier: 'exact', area: 3 } as const;
  const there = { tier: 'exact', area: 4 } as const;
  const cells = { tier: 'cell', area: null } as const;

  it('show all that the others show', () => {
    expect(cover([everywhere], [here, there, cells])).toBe(true);
    expect(cover([here, there], [here])).toBe(true);
    expect(cover([here], [here, there])).toBe(false);
    expect(cover([here], [everywhere])).toBe(false);
    expect(cover([cells], [here])).toBe(false);
    expect(cover([here, cells], [cells, here])).toBe(true);
    expect(cover([], [cells])).toBe(false);
    expect(cover([], [])).toBe(true);
  });
});
