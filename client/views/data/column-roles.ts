import type { ColumnRole, ImportKind, Mapping, PositionSource, TimeSource } from '../../api/imports.ts';

/** What a column is used as; `property` keeps its text beside a community asset. */
export type Role = ColumnRole | 'property';
export type Roles = Readonly<Record<string, Role>>;

export const ROLES_OF_KIND: Record<ImportKind, readonly Role[]> = {
  incidents: [
    'lon',
    'lat',
    'position',
    'from-date',
    'from-time',
    'to-date',
    'to-time',
    'reported-date',
    'reported-time',
    'category',
    'code',
    'place',
    'id',
    'accuracy',
  ],
  areas: ['name', 'id', 'population', 'dwellings'],
  assets: ['lon', 'lat', 'position', 'name', 'kind', 'id', 'property'],
  streets: ['name', 'class'],
};

/** Reads from a mapping what each named column is used as. */
export function rolesOf(mapping: Mapping): Roles {
  const pairs: [string | null | undefined, Role][] = [];
  if (mapping.kind === 'incidents' || mapping.kind === 'assets')
    pairs.push(...positionRoles(mapping.position));
  switch (mapping.kind) {
    case 'incidents':
      pairs.push(...timeRoles(mapping.time));
      pairs.push([mapping.category.column, 'category'], [mapping.category.code, 'code']);
      pairs.push([mapping.place, 'place'], [mapping.accuracy, 'accuracy'], [mapping.sourceId, 'id']);
      break;
    case 'assets':
      pairs.push([mapping.name, 'name'], [mapping.assetKind.column, 'kind'], [mapping.sourceId, 'id']);
      pairs.push(...mapping.properties.map((name): [string, Role] => [name, 'property']));
      break;
    case 'areas':
      pairs.push([mapping.name, 'name'], [mapping.sourceId, 'id']);
      pairs.push([mapping.population, 'population'], [mapping.dwellings, 'dwellings']);
      break;
    case 'streets':
      pairs.push([mapping.name, 'name'], [mapping.class, 'class']);
  }
  return Object.fromEntries(pairs.flatMap(([name, role]) => (name ? [[name, role]] : [])));
}

/** Gives a column a role, or none. A role that only one column can have leaves the column that had it. */
export function assignRole(roles: Roles, column: string, role: Role | null): Roles {
  const kept = Object.entries(roles).filter(
    ([name, held]) => name !== column && (held !== role || role === 'property'),
  );
  return Object.fromEntries(role === null ? kept : [...kept, [column, role]]);
}

/** The mapping with these roles; null while it cannot be used, because nothing says where a row is. */
export function withRoles(base: Mapping, roles: Roles, timezone: string): Mapping | null {
  const holder = (role: Role) => Object.keys(roles).find((name) => roles[name] === role) ?? null;
  switch (base.kind) {
    case 'incidents': {
      const position = positionFrom(base.position, base.file.format === 'geojson', holder);
      const category = { ...base.category, column: holder('category'), code: holder('code') };
      return (
        position && {
          ...base,
          position,
          time: timeFrom(base.time, holder, timezone),
          category,
          sourceId: holder('id'),
          place: holder('place'),
          accuracy: holder('accuracy'),
        }
      );
    }
    case 'assets': {
      const position = positionFrom(base.position, base.file.format === 'geojson', holder);
      return (
        position && {
          ...base,
          position,
          name: holder('name'),
          sourceId: holder('id'),
          assetKind: { ...base.assetKind, column: holder('kind') },
          properties: Object.keys(roles).filter((name) => roles[name] === 'property'),
        }
      );
    }
    case 'areas':
      return {
        ...base,
        name: holder('name'),
        sourceId: holder('id'),
        population: holder('population'),
        dwellings: holder('dwellings'),
      };
    case 'streets':
      return { ...base, name: holder('name'), class: holder('class') };
  }
}

function positionRoles(position: PositionSource): [string, Role][] {
  if (position.from === 'column') return [[position.column, 'position']];
  if (position.from === 'geometry') return [];
  return [
    [position.lon, 'lon'],
    [position.lat, 'lat'],
  ];
}

function timeRoles(time: TimeSource | null): [string | null | undefined, Role][] {
  return [
    [time?.from.date, 'from-date'],
    [time?.from.time, 'from-time'],
    [time?.to?.date, 'to-date'],
    [time?.to?.time, 'to-time'],
    [time?.reported?.date, 'reported-date'],
    [time?.reported?.time, 'reported-time'],
  ];
}

type Holder = (role: Role) => string | null;

function positionFrom(base: PositionSource, hasGeometry: boolean, holder: Holder): PositionSource | null {
  const [lon, lat, column] = [holder('lon'), holder('lat'), holder('position')];
  if (column) return { from: 'column', column, order: base.from === 'column' ? base.order : 'lat-lon' };
  if (lon && lat) return { from: 'columns', lon, lat, swapped: base.from === 'columns' && base.swapped };
  return hasGeometry ? { from: 'geometry' } : null;
}

function timeFrom(base: TimeSource | null, holder: Holder, timezone: string): TimeSource | null {
  const part = (which: 'from' | 'to' | 'reported') => {
    const date = holder(`${which}-date`);
    return date ? { date, time: holder(`${which}-time`) } : null;
  };
  const from = part('from');
  if (!from) return null;
  const rest = base ?? { order: 'iso' as const, timezone, precision: 'instant' as const };
  return { ...rest, from, to: part('to'), reported: part('reported') };
}
