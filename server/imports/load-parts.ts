import { createHash } from 'node:crypto';
import { personalAttribute } from '../domain/personal-columns.ts';
import { type ProtectedKinds, protectedKinds } from '../domain/protected-assets.ts';
import type { CategoryGuard, CodeScheme } from '../domain/protected-categories.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import type { ImportLookup } from '../store/import-lookup.ts';
import { createAreaTest } from './area-test.ts';
import { type AssetKinds, readAssetKinds } from './asset-kinds.ts';
import type { ImportTarget, IncidentMapping, Mapping } from './contract.ts';
import { createDuplicateTable, type DuplicateTable } from './duplicate-table.ts';
import { featureKey } from './feature-load.ts';
import { refuseFile } from './file-refusal.ts';
import { createIncidentJudge, type IncidentJudge } from './incident-judge.ts';
import { createLabelBook, type LabelBook } from './label-book.ts';

/** Files with the same columns are the same shape; their mapping is remembered. */
export function shapeOf(format: 'csv' | 'geojson', columns: readonly string[]): string {
  const names = format === 'csv' ? columns : [...columns].sort();
  return `${format}:${createHash('sha256').update(names.join('\u001f')).digest('hex')}`;
}

/** Place of a column by name; a mapping that names another one does not fit the file. */
export function columnFinder(columns: readonly string[]): (name: string) => number {
  const at = new Map(columns.map((name, i) => [name, i]));
  return (name) => {
    const found = at.get(name);
    if (found === undefined) throw refuseFile('missing_column', { column: name.slice(0, 100) });
    return found;
  };
}

/** Names of all columns a mapping reads. */
export function columnsOf(mapping: Mapping): string[] {
  const position = 'position' in mapping ? mapping.position : null;
  const found: (string | null)[] = [];
  if (position?.from === 'columns') found.push(position.lon, position.lat);
  if (position?.from === 'column') found.push(position.column);
  if (mapping.kind === 'incidents') {
    const { time, category } = mapping;
    for (const part of [time?.from, time?.to, time?.reported]) if (part) found.push(part.date, part.time);
    found.push(category.column, category.code, mapping.sourceId, mapping.place, mapping.accuracy);
  } else if (mapping.kind === 'assets')
    found.push(mapping.name, mapping.assetKind.column, mapping.sourceId, ...mapping.properties);
  else if (mapping.kind === 'areas')
    found.push(mapping.name, mapping.sourceId, mapping.population, mapping.dwellings);
  else found.push(mapping.name, mapping.class);
  return found.filter((name) => name !== null);
}

/** Persons are no part of an incident, whoever maps the columns. */
export function refusePersonalColumns(mapping: IncidentMapping): void {
  const column = columnsOf(mapping).find((name) => personalAttribute(name) !== null);
  if (column !== undefined) throw refuseFile('personal_column', { column: column.slice(0, 100) });
}

export function codeSchemeOf(column: string | null): CodeScheme | null {
  if (column === null) return null;
  if (/nibrs/i.test(column)) return 'nibrs';
  return /ucr/i.test(column) && !/iucr/i.test(column) ? 'ucr' : null;
}

export interface IncidentParts {
  book: LabelBook;
  judge: IncidentJudge;
}

export function incidentParts(
  mapping: IncidentMapping,
  columns: readonly string[],
  lookup: ImportLookup | null,
  guard: CategoryGuard,
  lastYear: number,
): IncidentParts {
  if (mapping.time && !isTimeZone(mapping.time.timezone)) throw refuseFile('unknown_timezone');
  const marked = lookup?.protectedCategories() ?? { labels: new Set<string>(), codes: new Set<string>() };
  const book = createLabelBook({
    guard,
    decisions: mapping.decisions,
    codeScheme: codeSchemeOf(mapping.category.code),
    protectedLabels: marked.labels,
    protectedCodes: marked.codes,
    columnName: mapping.category.column ?? '',
  });
  const areas = createAreaTest(lookup?.areaGeometries() ?? []);
  const columnIndex = columnFinder(columns);
  const judge = createIncidentJudge({ mapping, columns, columnIndex, guard, book, areas, lastYear });
  return { book, judge };
}

/** With the rows the data set holds already. */
export function duplicatesOf(lookup: ImportLookup | null, target: ImportTarget | null): DuplicateTable {
  const dataset = lookup && target ? lookup.dataset(target) : null;
  if (!lookup || !dataset || dataset.kind !== 'incidents') return createDuplicateTable();
  const table = createDuplicateTable(lookup.incidentCount(dataset.id));
  for (const [id, key] of lookup.incidentKeys(dataset.id)) table.addExisting(key, id);
  return table;
}

/** What is never put on a map here, and which of it is listed already. */
export function protectedAssetsOf(lookup: ImportLookup | null): {
  protectedKinds: ProtectedKinds;
  knownProtected: Set<string>;
} {
  return {
    protectedKinds: protectedKinds(lookup?.neverMappedKinds()),
    knownProtected: lookup?.protectedAssetKeys() ?? new Set(),
  };
}

/** For guesses: what is never mapped comes before all other kinds. */
export function everyKind(lookup: ImportLookup | null): AssetKinds {
  const { protectedKinds: hidden } = protectedAssetsOf(lookup);
  const open = readAssetKinds();
  return { kindOf: (text) => hidden.ofKind(text) ?? open.kindOf(text) };
}

export function knownFeatures(
  lookup: ImportLookup | null,
  target: ImportTarget | null,
  kind: 'areas' | 'assets' | 'streets',
): Set<string> {
  const known = new Set<string>();
  const dataset = lookup && target ? lookup.dataset(target) : null;
  if (!lookup || !dataset || dataset.kind !== kind) return known;
  for (const { source_id, name, shape } of lookup.featureRows(kind, dataset.id))
    known.add(featureKey(source_id, name, shape));
  return known;
}
