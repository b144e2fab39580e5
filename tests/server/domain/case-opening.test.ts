import { describe, expect, it } from 'vitest';
import {
  faultOfLastDay,
  MOST_DAYS_OPEN,
  OPENED_TO,
  rolesOpenedTo,
} from '../../../server/domain/case-opening.ts';
import { grantsOf } from '../../../server/domain/grants.ts';
import { mayDo } from '../../../server/domain/permissions.ts';

describe('the last day of an opening', () => {
  it('is today or later, and near', () => {
    expect(faultOfLastDay('2025-03-01', '2025-03-01')).toBeNull();
    expect(faultOfLastDay('2025-02-28', '2025-03-01')).toMatch(/past/);
    expect(MOST_DAYS_OPEN).toBe(92);
    expect(faultOfLastDay('2025-06-01', '2025-03-01')).toBeNull();
    expect(faultOfLastDay('2025-06-02', '2025-03-01')).toMatch(/92 days/);
  });
});

describe('the roles a case is opened to', () => {
  it('see incidents as squares otherwise, and may ask', () => {
    for (const role of OPENED_TO) {
      expect(grantsOf([{ role, area: null }])).toEqual([{ tier: 'cell', area: null }]);
      expect(mayDo([role], 'opened-incident.read')).toBe(true);
      expect(mayDo([role], 'problem.open')).toBe(false);
    }
  });

  it('are those alone that were named', () => {
    const held = [
      { role: 'secretary', area: 3 },
      { role: 'committee_member', area: null },
    ] as const;
    expect(rolesOpenedTo(held, ['committee_member'])).toEqual([held[1]]);
    expect(rolesOpenedTo(held, [])).toEqual([]);
  });
});
