import { holdsPosition, type ProtectedKinds } from '../domain/protected-assets.ts';
import type { CategoryGuard } from '../domain/protected-categories.ts';
import type { AreaRow, AssetRow, ProtectedAssetRow, StreetRow } from '../store/import-features.ts';
import type { AssetKinds } from './asset-kinds.ts';
import type { AreaMapping, AssetMapping, RefusalReason, StreetMapping } from './contract.ts';
import { type JudgedShape, judgeShape } from './judge-shape.ts';
import { createPositionEvidence, type PositionEvidence } from './position-evidence.ts';
import { type GeoFeature, propertyText } from './read-geojson.ts';
import { createPositionReader, POSITION_BAD, POSITION_BLANK, readNumber } from './read-position.ts';
import { createReportGuard } from './report-guard.ts';
import { countFlags, countPosition, countRefused, flagBit, newTally, type Tally } from './verdict.ts';

export interface FeatureSink {
  area(row: AreaRow): void;
  asset(row: AssetRow): void;
  protectedAsset(row: ProtectedAssetRow): void;
  street(row: StreetRow): void;
  refuse(line: number, reason: RefusalReason, detail: string, cells: readonly string[]): void;
}

export type FeatureMapping = AreaMapping | AssetMapping | StreetMapping;

export interface FeatureLoadOptions {
  mapping: FeatureMapping;
  columns: readonly string[];
  kinds: AssetKinds;
  guard: CategoryGuard;
  /** `featureKey` of what the data set holds already. */
  known: Set<string>;
  protectedKinds: ProtectedKinds;
  /** The same of what is listed without a position. */
  knownProtected: Set<string>;
  sink: FeatureSink;
}

/** Names that were made for programs ("CENTER_CITY_EAST") are read by people here. */
export const readable = (name: string): string => name.replace(/_+/g, ' ').trim();

/** The same feature again: by its id, else by name and shape. */
export function featureKey(sourceId: string | null, name: string, shape: string): string {
  return sourceId !== null ? `id\u001f${sourceId}` : `${name}\u001f${shape}`;
}

export interface FeatureLoad {
  readonly tally: Tally;
  /** Whether a row is a place that is never put on a map. */
  isProtected(cells: readonly string[]): boolean;
  takeFeature(feature: GeoFeature): void;
  takeRow(cells: string[], line: number): void;
  /** Throws when the positions of a table as a whole are not degrees. */
  checkPositions(): void;
}

const NO_NAME = flagBit('no_name');
const NEVER_MAPPED = flagBit('never_mapped');

export function createFeatureLoad(options: FeatureLoadOptions): FeatureLoad {
  const { mapping, columns, kinds, guard, known, sink } = options;
  const tally = newTally();
  const isReport = mapping.kind === 'assets' ? createReportGuard(guard, kinds) : () => false;

  const refuse = (line: number, reason: RefusalReason, detail: string, cells: readonly string[]) => {
    countRefused(tally, reason);
    sink.refuse(line, reason, detail, cells);
  };

  /** True when the feature is new. */
  const isNew = (sourceId: string | null, name: string, shape: string): boolean => {
    const key = featureKey(sourceId, name, shape);
    if (known.has(key)) {
      tally.duplicates++;
      return false;
    }
    known.add(key);
    tally.stored++;
    return true;
  };

  const count = (text: string): number | null => {
    const value = readNumber(text, '.');
    return value >= 0 ? Math.round(value) : null;
  };

  const keepArea = (m: AreaMapping, shape: JudgedShape & { kind: 'areas' }, name: string, value: Value) => {
    const sourceId = value(m.sourceId) || null;
    if (!isNew(sourceId, name, JSON.stringify(shape.geometry))) return;
    sink.area({
      kind: m.areaKind,
      name,
      sourceId,
      geometry: shape.geometry,
      population: count(value(m.population)),
      dwellings: count(value(m.dwellings)),
    });
    eachPosition(shape.geometry.coordinates, (lon, lat) => countPosition(tally, lon, lat));
  };

  const keepAsset = (m: AssetMapping, [lon, lat]: [number, number], marks: number, value: Value) => {
    const kind = kindOf(m, value);
    const name = readable(value(m.name));
    const sourceId = value(m.sourceId) || null;
    if (!isNew(sourceId, `${kind}\u001f${name}`, `${lon} ${lat}`)) return;
    countFlags(tally, marks | (name === '' ? NO_NAME : 0));
    countPosition(tally, lon, lat);
    const properties = Object.fromEntries(m.properties.map((column) => [column, value(column)]));
    sink.asset({ kind, name, sourceId, lon, lat, properties });
  };

  const valueIn =
    (cells: readonly string[]): Value =>
    (column) =>
      column === null ? '' : (cells[columns.indexOf(column)] ?? '').trim();

  /** Before anything else is read of a row: its position must not reach a list of refused rows either. */
  const protectedKindOf = (cells: readonly string[]): string | null => {
    if (mapping.kind !== 'assets') return null;
    const { ofKind, ofText } = options.protectedKinds;
    const { column, fixed } = mapping.assetKind;
    const own = valueIn(cells)(column);
    const said = own === '' ? null : ofKind(own);
    if (said !== null) return said;
    for (const cell of cells) {
      const found = ofText(cell.trim());
      if (found !== null) return found;
    }
    if (own !== '' && kinds.kindOf(own) !== null) return null;
    return ofKind(fixed) ?? (fixed === 'other' ? ofKind(valueIn(cells)(mapping.name)) : null);
  };

  const keepProtected = (kind: string, cells: readonly string[]) => {
    const text = readable(valueIn(cells)(mapping.name));
    const name = holdsPosition(text) ? '' : text;
    const key = `${kind}\u001f${name}`;
    if (name !== '' && options.knownProtected.has(key)) {
      tally.duplicates++;
      return;
    }
    options.knownProtected.add(key);
    tally.unlocated++;
    countFlags(tally, NEVER_MAPPED | (name === '' ? NO_NAME : 0));
    sink.protectedAsset({ kind, name });
  };

  const kindOf = (m: AssetMapping, value: Value): string => {
    const text = value(m.assetKind.column);
    return (text === '' ? null : kinds.kindOf(text)) ?? m.assetKind.fixed;
  };

  const keepShape = (shape: JudgedShape, name: string, value: Value) => {
    if (shape.kind === 'areas' && mapping.kind === 'areas') keepArea(mapping, shape, name, value);
    if (shape.kind === 'assets' && mapping.kind === 'assets')
      keepAsset(mapping, shape.position, shape.marks, value);
    if (shape.kind !== 'streets' || mapping.kind !== 'streets') return;
    if (!isNew(null, name, JSON.stringify(shape.geometry))) return;
    sink.street({ name, class: value(mapping.class) || 'street', geometry: shape.geometry });
    eachPosition(shape.geometry.coordinates, (lon, lat) => countPosition(tally, lon, lat));
  };

  let evidence: PositionEvidence | null = null;
  const takeRow = mapping.kind === 'assets' && mapping.file.format === 'csv' ? assetRows(mapping) : null;

  function assetRows(m: AssetMapping): (cells: string[], line: number) => void {
    const at = new Map(columns.map((name, i) => [name, i]));
    const columnIndex = (name: string) => at.get(name)!;
    const decimal = m.file.format === 'csv' ? m.file.decimal : '.';
    const reader = createPositionReader(m.position, columnIndex, decimal);
    evidence = createPositionEvidence(m.position, columnIndex, decimal);
    return (cells, line) => {
      while (cells.length > columns.length && cells[cells.length - 1].trim() === '') cells.pop();
      if (cells.length !== columns.length)
        return refuse(
          line,
          'wrong_cell_count',
          `The row has ${cells.length} cells instead of ${columns.length}.`,
          cells,
        );
      if (cells.every((cell) => cell.trim() === ''))
        return refuse(line, 'empty_row', 'No cell holds anything.', cells);
      const status = reader.read(cells);
      const { lon, lat } = reader.last;
      if (status === POSITION_BAD) {
        evidence?.note(cells);
        return refuse(line, 'bad_position', 'The position is not a number.', cells);
      }
      if (status === POSITION_BLANK || (lon === 0 && lat === 0))
        return refuse(line, 'no_position', 'The position is missing.', cells);
      if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
        return refuse(line, 'outside_world', 'The position is not on earth.', cells);
      const value: Value = (column) => (column === null ? '' : cells[at.get(column)!].trim());
      const swapped = m.position.from === 'columns' && m.position.swapped ? flagBit('swapped_position') : 0;
      keepAsset(m, [lon, lat], swapped, value);
    };
  }

  return {
    tally,
    isProtected: (cells) => protectedKindOf(cells) !== null,
    checkPositions() {
      const { outside_world: outsideWorld = 0, bad_position: bad = 0 } = tally.refused;
      evidence?.check({ stored: tally.stored, outsideWorld, bad });
    },
    takeRow(cells, line) {
      tally.read++;
      if (isReport(cells)) return countRefused(tally, 'protected_category');
      const kind = protectedKindOf(cells);
      if (kind !== null) keepProtected(kind, cells);
      else takeRow?.(cells, line);
    },
    takeFeature(feature) {
      tally.read++;
      const cells = columns.map((column) => propertyText(feature, column));
      if (isReport(cells)) return countRefused(tally, 'protected_category');
      const protectedKind = protectedKindOf(cells);
      if (protectedKind !== null) return keepProtected(protectedKind, cells);
      const value: Value = (column) => (column === null ? '' : propertyText(feature, column));
      const name = readable(value(mapping.name));
      const judged = judgeShape(feature, mapping.kind, name);
      if ('reason' in judged) {
        refuse(feature.number, judged.reason, judged.detail, cells);
        return;
      }
      keepShape(judged, name === '' && mapping.kind === 'areas' ? `${feature.number}` : name, value);
    },
  };
}

type Value = (column: string | null) => string;

function eachPosition(coordinates: unknown, take: (lon: number, lat: number) => void): void {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') take(coordinates[0], coordinates[1]);
  else for (const part of coordinates) eachPosition(part, take);
}
