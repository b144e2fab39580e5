import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  type HeldRole,
  type Membership,
  reachOf,
  rolesOn,
  roleWithoutArea,
} from '../../../server/domain/held-roles.ts';
import { ACTIONS, mayDo, ROLES, ROLES_EVERYWHERE, SUBJECTS } from '../../../server/domain/permissions.ts';

type Held = Pick<Membership, 'role' | 'area' | 'from' | 'to'>;
const area = (id: number, hidden = false) => ({ id, name: `Area ${id}`, hidden });
const term = (from: string, to: string | null, more: Partial<Held> = {}): Held => ({
  role: 'analyst',
  area: null,
  from,
  to,
  ...more,
});

describe('terms', () => {
  it('hold on their first and last day and on no other side', () => {
    const held = [term('2026-03-01', '2026-03-31')];
    expect(rolesOn('2026-02-28', held)).toEqual([]);
    expect(rolesOn('2026-03-01', held)).toEqual([{ role: 'analyst', area: null }]);
    expect(rolesOn('2026-03-31', held)).toEqual([{ role: 'analyst', area: null }]);
    expect(rolesOn('2026-04-01', held)).toEqual([]);
  });

  it('without an end go on', () => {
    expect(rolesOn('2099-01-01', [term('2026-03-01', null)])).toHaveLength(1);
  });

  it('name a role once in a place, and not for an area what is held everywhere', () => {
    const twice = [term('2026-01-01', null), term('2026-03-01', null)];
    expect(rolesOn('2026-05-01', twice)).toEqual([{ role: 'analyst', area: null }]);
    const inAreas = [7, 3, 7].map((id) => term('2026-01-01', null, { area: area(id) }));
    expect(rolesOn('2026-05-01', inAreas)).toEqual([
      { role: 'analyst', area: 3 },
      { role: 'analyst', area: 7 },
    ]);
    expect(rolesOn('2026-05-01', [...inAreas, ...twice])).toEqual([{ role: 'analyst', area: null }]);
  });

  it('for an area that is hidden give nothing, least of all everything', () => {
    expect(rolesOn('2026-05-01', [term('2026-01-01', null, { area: area(3, true) })])).toEqual([]);
  });
});

describe('a role for an area', () => {
  it('reaches what lies in its areas, what everybody knows, and nothing of the whole workspace', () => {
    const held: HeldRole[] = [
      { role: 'analyst', area: 7 },
      { role: 'analyst', area: 3 },
    ];
    expect(reachOf(held, 'problem.read')).toEqual([3, 7]);
    expect(reachOf(held, 'area.read')).toBe('everywhere');
    for (const action of ['import.change', 'area.change', 'category.change', 'audit.read'] as const)
      expect(reachOf(held, action), action).toEqual([]);
  });

  it('reaches with each role where that one holds', () => {
    const held: HeldRole[] = [
      { role: 'analyst', area: 3 },
      { role: 'committee_member', area: null },
    ];
    expect(reachOf(held, 'problem.read')).toBe('everywhere');
    expect(reachOf(held, 'problem.change')).toEqual([3]);
    expect(reachOf(held, 'problem.link-incidents')).toEqual([3]);
  });

  it('can be held of all roles but those for the whole workspace', () => {
    for (const role of ROLES)
      expect(roleWithoutArea(['analyst', role])).toBe(ROLES_EVERYWHERE.includes(role) ? role : null);
  });
});

/** Every handful of roles in three places, as they come. */
function* handfuls(count: number): Generator<HeldRole[]> {
  let state = 20_260_501;
  const draw = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let i = 0; i < count; i++)
    yield Array.from({ length: draw(5) }, () => {
      const role = ROLES[draw(ROLES.length)];
      const place = draw(3);
      return { role, area: place === 0 || ROLES_EVERYWHERE.includes(role) ? null : place };
    });
}

describe('any handful of roles', () => {
  it('reaches with an action exactly where one of them allows it', () => {
    for (const held of handfuls(500))
      for (const action of ACTIONS) {
        const reach = reachOf(held, action);
        for (const place of [1, 2, 99]) {
          // The rule once more, one role at a time, for one thing that lies in one area.
          const allowed = held.some(
            ({ role, area }) =>
              mayDo([role], action) &&
              (area === null ||
                SUBJECTS[action] === 'fact' ||
                (SUBJECTS[action] === 'placed' && area === place)),
          );
          expect(reach === 'everywhere' || reach.includes(place), `${action} in ${place}`).toBe(allowed);
        }
      }
  });

  it('never reaches less for one role more, nor more than the same roles everywhere', () => {
    for (const held of handfuls(500)) {
      const everywhere = held.map(({ role }) => ({ role, area: null }));
      const fewer = new Set(actionsOf(held.slice(1)));
      const actions = actionsOf(held);
      expect(actions.filter((action) => !actionsOf(everywhere).includes(action))).toEqual([]);
      expect([...fewer].filter((action) => !actions.includes(action))).toEqual([]);
    }
  });
});
