import { withoutPersonal } from '../domain/personal-columns.ts';
import type { CategoryGuard } from '../domain/protected-categories.ts';
import type { ImportWriter } from '../store/import-writer.ts';
import type { Act, ImportRecord } from '../store/ports.ts';
import { readAssetKinds } from './asset-kinds.ts';
import type { CsvFile, ImportRequest, IncidentMapping, Mapping } from './contract.ts';
import { createFeatureLoad, type FeatureMapping } from './feature-load.ts';
import { refuseFile } from './file-refusal.ts';
import { openFileText } from './file-text.ts';
import { columnNames, MOST_COLUMNS } from './guess-table.ts';
import type { FileBytes } from './import-service.ts';
import type { JudgedIncident } from './incident-judge.ts';
import { checkAnyUsable, createIncidentLoad } from './incident-load.ts';
import { fateOf, type LabelBook } from './label-book.ts';
import {
  columnFinder,
  columnsOf,
  duplicatesOf,
  incidentParts,
  knownFeatures,
  protectedAssetsOf,
  refusePersonalColumns,
  shapeOf,
} from './load-parts.ts';
import { propertyTable, readGeojson } from './read-geojson.ts';
import { createRowSplitter } from './split-rows.ts';
import { bboxOf, flagged, isoOf, type Tally } from './verdict.ts';

export interface ImportFileOptions {
  importId: string;
  request: ImportRequest;
  act: Act;
  guard: CategoryGuard;
  lastYear: number;
  onRows: (rows: number) => void;
  isCancelled: () => boolean;
}

/** Stores a file in one transaction. Whatever goes wrong, nothing of it stays. */
export async function importFile(
  file: FileBytes,
  writer: ImportWriter,
  options: ImportFileOptions,
): Promise<ImportRecord> {
  const started = performance.now();
  try {
    const { mapping } = options.request;
    const loaded =
      mapping.kind === 'incidents'
        ? await importIncidents(file, writer, mapping, options)
        : await importFeatures(file, writer, mapping, options);
    if (options.isCancelled()) throw refuseFile('cancelled');
    const { tally, columns } = loaded;
    checkAnyUsable(tally);
    return writer.finish({
      read: tally.read,
      stored: tally.stored,
      unlocated: tally.unlocated,
      duplicates: tally.duplicates,
      refused: tally.refused,
      flagged: flagged(tally),
      bbox: bboxOf(tally),
      from: isoOf(tally.first),
      to: isoOf(tally.last),
      seconds: Math.round(performance.now() - started) / 1000,
      remember: { shape: shapeOf(mapping.file.format, columns), mapping },
    });
  } finally {
    writer.rollback();
  }
}

interface Loaded {
  tally: Tally;
  columns: string[];
}

function openImport(writer: ImportWriter, options: ImportFileOptions): { firstId: number } {
  const { request, importId, act } = options;
  const { mapping } = request;
  const time = mapping.kind === 'incidents' ? mapping.time : null;
  writer.begin();
  return writer.open({
    importId,
    fileName: request.fileName,
    mapping,
    target: request.target,
    kind: mapping.kind,
    timezone: time?.timezone ?? 'UTC',
    timePrecision: time?.precision ?? 'instant',
    locationMethod: mapping.kind === 'incidents' ? mapping.locationMethod : null,
    act,
  });
}

async function importIncidents(
  file: FileBytes,
  writer: ImportWriter,
  mapping: IncidentMapping,
  options: ImportFileOptions,
): Promise<Loaded> {
  if (mapping.file.format !== 'csv') throw refuseFile('wrong_kind', { kind: 'incidents' });
  refusePersonalColumns(mapping);
  let book: LabelBook | null = null;
  const { tally, columns } = await readTable(file, mapping.file, mapping, options, (names) => {
    const { firstId } = openImport(writer, options);
    const impersonal = withoutPersonal(names);
    const parts = incidentParts(mapping, names, writer.lookup, options.guard, options.lastYear);
    book = parts.book;
    const duplicates = duplicatesOf(writer.lookup, options.request.target);
    const toStore = incidentRowOf(writer);
    const load = createIncidentLoad(mapping, columnFinder(names), parts.judge, duplicates, firstId, {
      isSame: (id, row) => writer.isSameIncident(id, toStore(row, 0)),
      store: (row, key) => {
        writer.incident(toStore(row, key));
      },
      refuse: (line, reason, detail, cells) =>
        writer.refused({ line, reason, detail, cells: [...impersonal(cells)] }),
    });
    return { take: load.take, tally: load.tally, check: load.checkPositions };
  });
  refuseUndecided(book);
  return { tally, columns };
}

/** Fills one row object again and again. */
function incidentRowOf(writer: ImportWriter) {
  const stored = {
    categoryId: 0,
    sourceId: null as string | null,
    key: 0,
    from: null as number | null,
    to: null as number | null,
    reported: null as number | null,
    lon: null as number | null,
    lat: null as number | null,
    accuracy: null as number | null,
    place: null as string | null,
    flags: 0,
  };
  return (row: JudgedIncident, key: number) => {
    const label = row.label!;
    if (label.storedId === 0) label.storedId = writer.categoryId(label.label, label.category);
    stored.categoryId = label.storedId;
    stored.sourceId = row.sourceId;
    stored.key = key;
    stored.from = row.from;
    stored.to = row.to;
    stored.reported = row.reported;
    stored.lon = row.lon;
    stored.lat = row.lat;
    stored.accuracy = row.accuracy;
    stored.place = row.place;
    stored.flags = row.flags;
    return stored;
  };
}

function refuseUndecided(book: LabelBook | null): void {
  const undecided = book?.entries().filter((entry) => fateOf(entry) === 'undecided') ?? [];
  if (undecided.length === 0) return;
  const labels = undecided.map(({ label }) => `“${label}”`).join(', ');
  throw refuseFile('undecided_categories', { labels });
}

interface RowTaker {
  take(cells: string[], line: number): void;
  tally: Tally;
  check?: () => void;
}

/** Streams the rows of a table below its header into what `start` makes of the header. */
async function readTable(
  file: FileBytes,
  shape: CsvFile,
  mapping: Mapping,
  { onRows, isCancelled }: ImportFileOptions,
  start: (columns: string[]) => RowTaker,
): Promise<Loaded> {
  const text = openFileText(file, shape.encoding);
  let columns: string[] | null = null;
  let taker: RowTaker | null = null;
  const begin = (names: string[]) => {
    if (names.length > MOST_COLUMNS) throw refuseFile('too_many_columns', { count: names.length });
    columns = names;
    const find = columnFinder(names);
    for (const name of columnsOf(mapping)) find(name);
    taker = start(names);
  };
  const splitter = createRowSplitter(shape.delimiter, (cells, line) => {
    if (line < shape.headerLine) return;
    if (columns === null) {
      const isHeader = shape.headerLine > 0;
      begin(columnNames(isHeader ? cells : cells.map(() => '')));
      if (isHeader) return;
    }
    taker?.take(cells, line);
  });
  try {
    for (let part = await text.next(); part !== null; part = await text.next()) {
      if (isCancelled()) throw refuseFile('cancelled');
      splitter.feed(part);
      const rows = (taker as RowTaker | null)?.tally.read;
      if (rows) onRows(rows);
    }
    splitter.end();
  } finally {
    await text.stop();
  }
  const done = taker as RowTaker | null;
  if (!done || !columns) throw refuseFile('empty_file');
  done.check?.();
  return { tally: done.tally, columns };
}

async function importFeatures(
  file: FileBytes,
  writer: ImportWriter,
  mapping: FeatureMapping,
  options: ImportFileOptions,
): Promise<Loaded> {
  const { target } = options.request;
  const startLoad = (columns: string[]) => {
    openImport(writer, options);
    const known = knownFeatures(writer.lookup, target, mapping.kind);
    const listed = protectedAssetsOf(writer.lookup);
    return createFeatureLoad({
      mapping,
      columns,
      kinds: readAssetKinds(),
      guard: options.guard,
      known,
      ...listed,
      sink: {
        area: writer.area,
        asset: writer.asset,
        protectedAsset: writer.protectedAsset,
        street: writer.street,
        refuse: (line, reason, detail, cells) => writer.refused({ line, reason, detail, cells: [...cells] }),
      },
    });
  };
  if (mapping.file.format === 'csv')
    return readTable(file, mapping.file, mapping, options, (columns) => {
      const load = startLoad(columns);
      return { take: load.takeRow, tally: load.tally, check: load.checkPositions };
    });
  const text = openFileText(file, null);
  const features = await readGeojson('', text);
  const { columns } = propertyTable(features);
  const find = columnFinder(columns);
  for (const name of columnsOf(mapping)) find(name);
  const load = startLoad(columns);
  for (const feature of features) load.takeFeature(feature);
  options.onRows(load.tally.read);
  return { tally: load.tally, columns };
}
