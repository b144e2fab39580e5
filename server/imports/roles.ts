import type { ColumnRole, Mapping, TimePart } from './contract.ts';

/** Which part each column plays in a mapping. */
export function rolesOf(mapping: Mapping): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  const set = (name: string | null, role: ColumnRole) => {
    if (name !== null && !roles.has(name)) roles.set(name, role);
  };
  const setTime = (part: TimePart | null | undefined, date: ColumnRole, time: ColumnRole) => {
    if (!part) return;
    set(part.date, date);
    set(part.time, time);
  };
  if ('position' in mapping) {
    const { position } = mapping;
    if (position.from === 'column') set(position.column, 'position');
    if (position.from === 'columns') {
      set(position.lon, position.swapped ? 'lat' : 'lon');
      set(position.lat, position.swapped ? 'lon' : 'lat');
    }
  }
  if (mapping.kind === 'incidents') {
    const { time, category } = mapping;
    setTime(time?.from, 'from-date', 'from-time');
    setTime(time?.to, 'to-date', 'to-time');
    setTime(time?.reported, 'reported-date', 'reported-time');
    set(category.column, 'category');
    set(category.code, 'code');
    set(mapping.place, 'place');
    set(mapping.accuracy, 'accuracy');
  } else set(mapping.name, 'name');
  if (mapping.kind !== 'streets') set(mapping.sourceId, 'id');
  if (mapping.kind === 'assets') set(mapping.assetKind.column, 'kind');
  if (mapping.kind === 'streets') set(mapping.class, 'class');
  if (mapping.kind === 'areas') {
    set(mapping.population, 'population');
    set(mapping.dwellings, 'dwellings');
  }
  return roles;
}
