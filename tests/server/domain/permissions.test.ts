import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  actionsOf,
  mayDo,
  PERMISSIONS,
  ROLES,
  rolesOn,
} from '../../../server/domain/permissions.ts';

describe('the table of permissions', () => {
  it('allows nothing to whoever holds no role', () => {
    expect(actionsOf([])).toEqual([]);
  });

  it('lets only three roles at exact incidents', () => {
    const exact = ROLES.filter((role) => mayDo([role], 'incident.read'));
    expect(exact).toEqual(['analyst', 'police_member', 'data_guardian']);
  });

  it('never shows a run to a role that may not see the incidents it was made from', () => {
    for (const action of ['run.read', 'run.start', 'exhibit.read', 'problem.link-incidents'] as const)
      for (const role of PERMISSIONS[action]) expect(mayDo([role], 'incident.read'), role).toBe(true);
  });

  it('lets nobody who administers accounts at incidents by that alone', () => {
    expect(mayDo(['admin'], 'incident.read')).toBe(false);
  });

  it('lets oversight read and change nothing', () => {
    const changes = actionsOf(['oversight_readonly']).filter((action) => !action.endsWith('.read'));
    expect(changes).toEqual([]);
  });

  it('adds up what several roles allow', () => {
    const both = new Set([...actionsOf(['secretary']), ...actionsOf(['admin'])]);
    expect(actionsOf(['secretary', 'admin'])).toEqual(ACTIONS.filter((action) => both.has(action)));
  });
});

describe('terms', () => {
  const term = (from: string, to: string | null) => [{ role: 'analyst' as const, from, to }];

  it('hold on their first and last day and on no other side', () => {
    const held = term('2026-03-01', '2026-03-31');
    expect(rolesOn('2026-02-28', held)).toEqual([]);
    expect(rolesOn('2026-03-01', held)).toEqual(['analyst']);
    expect(rolesOn('2026-03-31', held)).toEqual(['analyst']);
    expect(rolesOn('2026-04-01', held)).toEqual([]);
  });

  it('without an end go on', () => {
    expect(rolesOn('2099-01-01', term('2026-03-01', null))).toEqual(['analyst']);
  });

  it('name a role once, however often it is held', () => {
    expect(rolesOn('2026-05-01', [...term('2026-01-01', null), ...term('2026-03-01', null)])).toEqual([
      'analyst',
    ]);
  });
});
