import { personalAttribute } from '../domain/personal-columns.ts';
import { type ColumnProfile, profileColumns } from './column-profile.ts';
import type { IncidentMapping } from './contract.ts';
import { type CsvFile, type ImportKind, type Mapping, mapping as mappingSchema } from './contract.ts';
import { refuseFile } from './file-refusal.ts';
import type { FileText } from './file-text.ts';
import {
  guessAssetKind,
  guessFeatureColumns,
  guessIncidentColumns,
  guessPosition,
  guessTime,
  tableKinds,
} from './guess-mapping.ts';
import { sampleRows, type TableShape } from './guess-table.ts';
import { type InspectFileOptions, suggestedName, zoneOf } from './inspection-parts.ts';
import { columnFinder, columnsOf, everyKind, shapeOf } from './load-parts.ts';
import { createPositionReader, POSITION_OK } from './read-position.ts';
import { isSwapped } from './swapped-position.ts';

/** How a table is to be read, before its rows have been seen. */
export interface Guess {
  mapping: Mapping;
  kinds: ImportKind[];
  hasPosition: boolean;
  dayMonthOpen: boolean;
  hasOffset: boolean;
  remembered: boolean;
  timezone: string | null;
}

export function dataRows(sample: string, whole: boolean, table: TableShape): string[][] {
  return sampleRows(sample, table.delimiter, whole)
    .filter(({ line, cells }) => line > table.headerLine && cells.length >= table.columns.length)
    .map(({ cells }) => cells);
}

export function explicitGuess(mapping: Mapping, columns: string[], rows: string[][]): Guess {
  const find = columnFinder(columns);
  for (const name of columnsOf(mapping)) find(name);
  const positions = samplePositions(mapping, columns, rows);
  return {
    mapping,
    kinds: mapping.kind === 'assets' ? ['assets', 'incidents'] : ['incidents', 'assets'],
    hasPosition: true,
    dayMonthOpen: false,
    hasOffset: false,
    remembered: false,
    timezone: zoneOf(positions),
  };
}

export function guessMapping(
  table: TableShape,
  rows: string[][],
  text: FileText,
  options: InspectFileOptions,
): Guess {
  const profiles = profileColumns(table.columns, rows, options.lastYear);
  const position = guessPosition(profiles);
  const file: CsvFile = {
    format: 'csv',
    delimiter: table.delimiter,
    encoding: text.decoding.encoding,
    decimal: position.decimal,
    headerLine: table.headerLine,
  };
  const own = profiles.filter(({ name }) => personalAttribute(name) === null);
  const time = guessTime(own);
  const features = guessFeatureColumns(profiles);
  const source = position.source ?? {
    from: 'columns' as const,
    lon: table.columns[0],
    lat: table.columns[Math.min(1, table.columns.length - 1)],
    swapped: false,
  };
  const used = new Set([
    ...(source.from === 'columns'
      ? [source.lon, source.lat]
      : source.from === 'column'
        ? [source.column]
        : []),
  ]);
  for (const part of [time?.source.from, time?.source.to, time?.source.reported])
    if (part) used.add(part.date).add(part.time ?? part.date);
  const samples = sampler(table.columns, rows);
  const guessed = guessIncidentColumns(own, used, samples);
  const kinds = tableKinds(time !== null, features);
  const kind = options.kind ?? kinds[0];
  if (kind === 'areas' || kind === 'streets') throw refuseFile('wrong_kind', { kind });
  const remembered = recall(table, file, kind, options);
  const base: Mapping =
    remembered ??
    (kind === 'assets'
      ? {
          kind: 'assets',
          file,
          position: source,
          name: features.name,
          assetKind: guessAssetKind(profiles, features, options.fileName, everyKind(options.lookup), samples),
          sourceId: features.sourceId,
          properties: [],
        }
      : incidentGuess(file, source, time, guessed, options, profiles));
  const mapping = remembered ? base : withSwap(base, table.columns, rows, options);
  const timezone = zoneOf(samplePositions(mapping, table.columns, rows));
  const hasPosition = position.source !== null || remembered !== null;
  return {
    mapping: remembered ? mapping : withZone(mapping, timezone),
    kinds: kind === kinds[0] ? kinds : [kind, ...kinds.filter((k) => k !== kind)],
    hasPosition,
    dayMonthOpen: remembered === null && kind === 'incidents' && (time?.ambiguous ?? false),
    hasOffset: time?.hasOffset ?? false,
    remembered: remembered !== null,
    timezone,
  };
}

function incidentGuess(
  file: CsvFile,
  position: IncidentMapping['position'],
  time: ReturnType<typeof guessTime>,
  guessed: ReturnType<typeof guessIncidentColumns>,
  { fileName, guard }: InspectFileOptions,
  profiles: readonly ColumnProfile[],
): IncidentMapping {
  const id = profiles.find(({ name }) => name === guessed.sourceId);
  const times = profiles.find(({ name }) => name === time?.source.from.date);
  const isCoarse = times !== undefined && times.withClock < 0.05 && time?.source.from.time === null;
  return {
    kind: 'incidents',
    file,
    position,
    time: time && { ...time.source, timezone: 'UTC', precision: 'instant' },
    category: {
      column: guessed.category,
      code: guessed.code,
      fixed: guessed.category === null ? categoryFromName(fileName, guard) : null,
    },
    decisions: {},
    sourceId: guessed.sourceId,
    place: guessed.place,
    accuracy: guessed.accuracy,
    locationMethod: guessed.locationMethod,
    // Two thefts in one street in one month are two thefts.
    repeats: isCoarse && (id?.filled ?? 0) < 1 ? 'keep' : 'skip',
  };
}

/** "nottingham_burglary.csv" holds burglaries. */
function categoryFromName(fileName: string, guard: InspectFileOptions['guard']): string {
  const words = suggestedName(fileName).split(/[\s.-]+/);
  for (const size of [3, 2, 1])
    for (let at = 0; at + size <= words.length; at++) {
      const phrase = words.slice(at, at + size).join(' ');
      if (guard.categoryOf(phrase) !== null) return phrase[0].toUpperCase() + phrase.slice(1);
    }
  return 'Not classified';
}

function recall(
  table: TableShape,
  file: CsvFile,
  kind: ImportKind,
  { lookup }: InspectFileOptions,
): Mapping | null {
  const kept = mappingSchema.safeParse(lookup?.recallMapping(shapeOf('csv', table.columns)));
  if (!kept.success || kept.data.kind !== kind || kept.data.file.format !== 'csv') return null;
  const names = new Set(table.columns);
  if (!columnsOf(kept.data).every((name) => names.has(name))) return null;
  if (kept.data.kind !== 'incidents' && kept.data.kind !== 'assets') return null;
  return { ...kept.data, file: { ...file, decimal: kept.data.file.decimal } };
}

function sampler(columns: readonly string[], rows: readonly string[][]): (name: string) => string[] {
  return (name) => {
    const at = columns.indexOf(name);
    return rows.map((cells) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');
  };
}

function samplePositions(
  mapping: Mapping,
  columns: readonly string[],
  rows: readonly string[][],
): [number, number][] {
  if ((mapping.kind !== 'incidents' && mapping.kind !== 'assets') || mapping.file.format !== 'csv') return [];
  if (mapping.position.from === 'geometry') return [];
  const reader = createPositionReader(mapping.position, columnFinder(columns), mapping.file.decimal);
  const found: [number, number][] = [];
  for (const cells of rows)
    if (reader.read(cells) === POSITION_OK) found.push([reader.last.lon, reader.last.lat]);
  return found;
}

function withSwap<T extends Mapping>(
  mapping: T,
  columns: string[],
  rows: string[][],
  { lookup }: InspectFileOptions,
): T {
  if (!('position' in mapping)) return mapping;
  if (!isSwapped(samplePositions(mapping, columns, rows), lookup?.knownBounds() ?? [])) return mapping;
  const { position } = mapping;
  if (position.from === 'columns') return { ...mapping, position: { ...position, swapped: true } };
  if (position.from !== 'column') return mapping;
  return {
    ...mapping,
    position: { ...position, order: position.order === 'lat-lon' ? 'lon-lat' : 'lat-lon' },
  };
}

function withZone(mapping: Mapping, timezone: string | null): Mapping {
  if (mapping.kind !== 'incidents' || !mapping.time || timezone === null) return mapping;
  return { ...mapping, time: { ...mapping.time, timezone } };
}
