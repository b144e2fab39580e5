import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  mayDo,
  PERMISSIONS,
  ROLES,
  ROLES_EVERYWHERE,
  type Role,
  SUBJECTS,
} from '../../../server/domain/permissions.ts';

const actionsOf = (roles: readonly Role[]) => ACTIONS.filter((action) => mayDo(roles, action));

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

  it('lets oversight read and change nothing, only put on record what was asked for', () => {
    const changes = actionsOf(['oversight_readonly']).filter((action) => !action.endsWith('.read'));
    expect(changes).toEqual(['red-line.add']);
  });

  it('adds up what several roles allow', () => {
    const both = new Set([...actionsOf(['secretary']), ...actionsOf(['admin'])]);
    expect(actionsOf(['secretary', 'admin'])).toEqual(ACTIONS.filter((action) => both.has(action)));
  });

  it('says of every action what it is about', () => {
    expect(Object.keys(SUBJECTS).sort()).toEqual([...ACTIONS].sort());
  });

  it('leaves to roles in areas no action of those who keep the whole workspace in order', () => {
    for (const action of ['people.read', 'people.change', 'audit.read', 'workspace.change'] as const) {
      expect(SUBJECTS[action]).toBe('whole');
      for (const role of PERMISSIONS[action]) expect(ROLES_EVERYWHERE).toContain(role);
    }
  });

  it('lets nobody change in an area what says where it ends', () => {
    expect([SUBJECTS['area.change'], SUBJECTS['dataset.change'], SUBJECTS['import.change']]).toEqual([
      'whole',
      'whole',
      'whole',
    ]);
  });
});
