import { describe, expect, it } from 'vitest';
import { holdsOn, memberFault } from '../../../../server/domain/meeting/committee.ts';

const term = (termFrom: string, termTo: string | null = null) => ({ termFrom, termTo });

describe('a seat', () => {
  it('is held from the first day of its term to the last', () => {
    const seat = term('2025-01-01', '2025-12-31');
    expect(['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((day) => holdsOn(seat, day))).toEqual(
      [false, true, true, false],
    );
    expect(holdsOn(term('2025-01-01'), '2099-01-01')).toBe(true);
  });

  it('does not end before it begins', () => {
    const seat = { office: 'member', side: 'community', ...term('2025-02-01', '2025-01-31') } as const;
    expect(memberFault(seat, [])).toBe('term_ends_before_it_begins');
  });

  it('of an office is held by one at a time, of members by many', () => {
    const chair = { office: 'chair_community', side: 'community', ...term('2025-01-01') } as const;
    const before = { ...chair, ...term('2023-01-01', '2024-12-31') };
    expect(memberFault(chair, [before])).toBeNull();
    expect(memberFault(chair, [{ ...before, termTo: '2025-01-01' }])).toBe('office_held_already');
    const member = { ...chair, office: 'member' } as const;
    expect(memberFault(member, [member, member])).toBeNull();
  });

  it('of a chair is of its side', () => {
    const seat = { office: 'chair_police', side: 'community', ...term('2025-01-01') } as const;
    expect(memberFault(seat, [])).toBe('side_of_another_office');
    expect(memberFault({ ...seat, side: 'police' }, [])).toBeNull();
    expect(memberFault({ ...seat, office: 'chair_community', side: 'police' }, [])).toBe(
      'side_of_another_office',
    );
  });
});
