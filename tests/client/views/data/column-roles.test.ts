import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../../client/api/imports.ts';
import { assignRole, ROLES_OF_KIND, rolesOf, withRoles } from '../../../../client/views/data/column-roles.ts';
import { mapping as mappingSchema } from '../../../../server/imports/contract.ts';

const csv = { format: 'csv', delimiter: ',', encoding: 'utf-8', decimal: '.', headerLine: 1 };
const incidents = mappingSchema.parse({
  kind: 'incidents',
  file: csv,
  position: { from: 'columns', lon: 'lng', lat: 'lat', swapped: true },
  time: {
    from: { date: 'day', time: 'hour' },
    order: 'month-first',
    timezone: 'America/New_York',
    precision: 'instant',
  },
  category: { column: 'offence', code: 'ucr' },
  sourceId: 'id',
  place: 'block',
});
const assets = mappingSchema.parse({
  kind: 'assets',
  file: csv,
  position: { from: 'columns', lon: 'x', lat: 'y' },
  name: 'school',
  assetKind: { column: null, fixed: 'school' },
  properties: ['grade', 'seats'],
});

function rebuilt(mapping: Mapping): Mapping | null {
  return withRoles(mapping, rolesOf(mapping), 'UTC');
}

describe('roles of columns', () => {
  it('reads every named column of a mapping', () => {
    expect(rolesOf(incidents)).toEqual({
      lng: 'lon',
      lat: 'lat',
      day: 'from-date',
      hour: 'from-time',
      offence: 'category',
      ucr: 'code',
      id: 'id',
      block: 'place',
    });
  });

  it('builds the same mapping from its own roles', () => {
    expect(rebuilt(incidents)).toEqual(incidents);
    expect(rebuilt(assets)).toEqual(assets);
  });

  it('takes a role from the column that had it, and lets many columns be details', () => {
    const roles = assignRole({ a: 'lon', b: 'property' }, 'c', 'lon');
    expect(roles).toEqual({ b: 'property', c: 'lon' });
    expect(assignRole(roles, 'd', 'property')).toEqual({ b: 'property', c: 'lon', d: 'property' });
    expect(assignRole(roles, 'c', null)).toEqual({ b: 'property' });
  });

  it('has no mapping while nothing says where a row is', () => {
    const without = assignRole(rolesOf(incidents), 'lat', null);
    expect(withRoles(incidents, without, 'UTC')).toBeNull();
    const both = assignRole(without, 'lng', 'position');
    expect(withRoles(incidents, both, 'UTC')).toMatchObject({
      position: { from: 'column', column: 'lng', order: 'lat-lon' },
    });
  });

  it('drops the time with its column and takes it up again in the zone of the data', () => {
    const timeless = assignRole(rolesOf(incidents), 'day', null);
    const dropped = withRoles(incidents, timeless, 'Europe/Oslo');
    expect(dropped).toMatchObject({ time: null });
    const again = dropped && withRoles(dropped, assignRole(timeless, 'reported', 'from-date'), 'Europe/Oslo');
    expect(again).toMatchObject({
      time: { from: { date: 'reported', time: 'hour' }, timezone: 'Europe/Oslo' },
    });
  });

  it('offers only roles the mapping of that kind can hold', () => {
    for (const role of ROLES_OF_KIND.incidents.filter((name) => name !== 'position')) {
      const built = withRoles(incidents, assignRole(rolesOf(incidents), 'extra', role), 'UTC');
      if (built && !role.endsWith('-time')) expect(Object.values(rolesOf(built))).toContain(role);
    }
  });
});
