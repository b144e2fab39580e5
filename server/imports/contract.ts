/**
 * What client, command line and worker say to each other about one load of one file.
 *
 * Every row of a file gets exactly one verdict, so that
 *   read = stored + unlocated + duplicates + all refused.
 * The first that applies, in this order:
 *
 * | found in the row                                                   | verdict                        |
 * |--------------------------------------------------------------------|--------------------------------|
 * | a protected category (scheme codes and words, or the user's word)  | refused `protected_category`; only counted, the row itself is written nowhere |
 * | a doubtful label nobody has decided                                | refused `undecided_category` in a trial; a real import stops before storing |
 * | more or fewer cells than the header                                | refused `wrong_cell_count`     |
 * | nothing in any cell                                                | refused `empty_row`            |
 * | time column mapped, but blank                                      | refused `no_time`              |
 * | a time that cannot be read                                         | refused `bad_time`             |
 * | a time before 1900 or after the next year                          | refused `time_out_of_range`    |
 * | an end before its start                                            | refused `ends_before_start`    |
 * | a position that is not a number ("212.562.442", "north gate")      | refused `bad_position`         |
 * | the same as a row before it or as a row of the data set            | duplicate                      |
 * | position blank, (0,0), zero in one axis, or outside the world      | unlocated, flagged with the reason |
 * | anything else                                                      | stored                         |
 *
 * Lines without any character are not rows and are not counted.
 */
import { z } from 'zod';
import type { Bounds } from '../domain/geometry.ts';
import { PERSONAL_ATTRIBUTES } from '../domain/personal-columns.ts';

export const IMPORT_KINDS = ['incidents', 'areas', 'assets', 'streets'] as const;
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const TIME_ORDERS = ['iso', 'day-first', 'month-first', 'unix-seconds', 'unix-milliseconds'] as const;
export const LOCATION_METHODS = ['gps', 'address', 'street', 'snap', 'cell', 'area_only'] as const;
export const AREA_KINDS = ['country', 'region', 'district', 'neighbourhood', 'beat', 'custom'] as const;

/** Why a row (a feature of a GeoJSON file) was refused. */
export const REFUSAL_REASONS = [
  'protected_category',
  'undecided_category',
  'wrong_cell_count',
  'empty_row',
  'no_time',
  'bad_time',
  'time_out_of_range',
  'ends_before_start',
  'bad_position',
  // areas, assets, streets
  'no_position',
  'outside_world',
  'no_geometry',
  'wrong_geometry',
  'bad_geometry',
  'ring_not_closed',
  'crosses_itself',
] as const;

/** What is remarkable about rows that were stored; counted in `flagged`. */
export const ROW_FLAGS = [
  'no_position',
  'zero_position',
  'zero_in_one_axis',
  'outside_world',
  'outside_area',
  'swapped_position',
  'no_category',
  'time_shifted',
  'time_ambiguous',
  'second_position_dropped',
  'middle_of_shape',
  'no_name',
  'never_mapped', // a place that could become a target: listed without its position
] as const;

/** Why a whole file cannot be used (`code` of the error reply and of `Inspection.blocker`). */
export const FILE_REFUSALS = [
  'empty_file',
  'header_only',
  'binary_file',
  'spreadsheet_file',
  'archive_file',
  'unsupported_format',
  'damaged_gzip',
  'inflates_too_far',
  'file_too_large',
  'invalid_utf8',
  'invalid_encoding',
  'line_too_long',
  'open_quote',
  'too_many_columns',
  'broken_geojson',
  'geojson_without_features',
  'geojson_too_large',
  'geojson_in_metres',
  'positions_in_metres',
  'damaged_numbers',
  'wrong_decimal_mark',
  'no_position_columns',
  'missing_column',
  'personal_column',
  'wrong_kind',
  'unknown_timezone',
  'undecided_categories',
  'too_many_categories',
  'all_rows_refused',
  'cancelled',
  'store_busy',
  'upload_stalled',
] as const;

/** Notes of an inspection. The client words them; `params` are counts and names of columns, never cells. */
export const WARNING_CODES = [
  'encoding_guessed', // not UTF-8, read as {encoding}
  'day_month_ambiguous', // every date fits both orders; read as {order}
  'month_only', // only months are known
  'day_only', // only days are known
  'swapped_position', // {lon} holds latitudes and {lat} holds longitudes: read the other way round
  'no_time_column',
  'no_category_column', // all rows become {label}
  'no_id_column', // duplicates are told by all fields
  'repeats_kept', // {count} rows equal another row and are kept, because the time is too coarse to tell them apart
  'id_repeats', // {column} repeats in {count} rows
  'doubtful_labels', // {count} labels must be decided
  'protected_rows', // {count} rows are of protected categories
  'timezone_guessed', // {timezone}
  'outside_areas', // {count} rows outside every area
  'mapping_remembered',
  'header_missing',
  'lines_before_header', // {count}
] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];
export type Delimiter = (typeof DELIMITERS)[number];
export type Encoding = (typeof ENCODINGS)[number];
export type TimeOrder = (typeof TIME_ORDERS)[number];
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
export type RowFlag = (typeof ROW_FLAGS)[number];
export type FileRefusal = (typeof FILE_REFUSALS)[number];
export type WarningCode = (typeof WARNING_CODES)[number];

/** Columns go by their name; blank and repeated names are numbered by the inspection ("Column 3", "name (2)"). */
const column = z.string().min(1).max(500);
/** As many labels as a column of categories may have. */
const MOST_DECISIONS = 2000;
const optionalColumn = column.nullable().default(null);

const csvFile = z
  .object({
    format: z.literal('csv'),
    delimiter: z.enum(DELIMITERS),
    encoding: z.enum(ENCODINGS),
    decimal: z.enum(['.', ',']),
    /** 1-based line of the names of the columns; 0 when the file has none. */
    headerLine: z.int().min(0).max(1000),
  })
  .strict();

const geojsonFile = z.object({ format: z.literal('geojson') }).strict();
const fileShape = z.discriminatedUnion('format', [csvFile, geojsonFile]);

const positionSource = z.discriminatedUnion('from', [
  /** `swapped`: the column called longitude holds the latitude; it is read the other way round. */
  z
    .object({ from: z.literal('columns'), lon: column, lat: column, swapped: z.boolean().default(false) })
    .strict(),
  /** "lat,lon" text or "POINT(lon lat)". */
  z.object({ from: z.literal('column'), column, order: z.enum(['lon-lat', 'lat-lon']) }).strict(),
  z.object({ from: z.literal('geometry') }).strict(),
]);

/** One column, or a date and a time of day in two. */
const timePart = z.object({ date: column, time: optionalColumn }).strict();

const timeSource = z
  .object({
    from: timePart,
    /** Latest possible time. */
    to: timePart.nullable().default(null),
    reported: timePart.nullable().default(null),
    order: z.enum(TIME_ORDERS),
    /** IANA name. Used for values that carry no offset of their own. */
    timezone: z.string().min(1).max(64),
    precision: z.enum(['instant', 'day', 'month']).default('instant'),
  })
  .strict();

const categorySource = z
  .object({
    column: optionalColumn,
    /** A column of official codes (UCR, NIBRS), read beside the labels when protected rows are looked for. */
    code: optionalColumn,
    /** The category of every row when the file has no column for it. */
    fixed: z.string().min(1).max(200).nullable().default(null),
  })
  .strict();

const incidentMapping = z
  .object({
    kind: z.literal('incidents'),
    file: fileShape,
    position: positionSource,
    time: timeSource.nullable(),
    category: categorySource,
    /** What the user says about doubtful labels. */
    decisions: z
      .record(z.string().max(500), z.enum(['protected', 'open']))
      .refine((decided) => Object.keys(decided).length <= MOST_DECISIONS, 'Has too many decisions.')
      .meta({ maxProperties: MOST_DECISIONS })
      .default({}),
    sourceId: optionalColumn,
    place: optionalColumn,
    /** Metres. */
    accuracy: optionalColumn,
    locationMethod: z.enum(LOCATION_METHODS).nullable().default(null),
    /** Rows without a source id that equal another row in every field: one event twice, or two events. */
    repeats: z.enum(['skip', 'keep']).default('skip'),
  })
  .strict();

const areaMapping = z
  .object({
    kind: z.literal('areas'),
    file: geojsonFile,
    name: optionalColumn,
    areaKind: z.enum(AREA_KINDS),
    sourceId: optionalColumn,
    population: optionalColumn,
    dwellings: optionalColumn,
  })
  .strict();

const assetMapping = z
  .object({
    kind: z.literal('assets'),
    file: fileShape,
    position: positionSource,
    name: optionalColumn,
    /** A column of kinds, or one kind for all. */
    assetKind: z.object({ column: optionalColumn, fixed: z.string().min(1).max(100) }).strict(),
    sourceId: optionalColumn,
    /** Columns kept as properties. None unless chosen: registers often hold names and telephone numbers of persons. */
    properties: z.array(column).max(50).default([]),
  })
  .strict();

const streetMapping = z
  .object({ kind: z.literal('streets'), file: geojsonFile, name: optionalColumn, class: optionalColumn })
  .strict();

export const mapping = z
  .discriminatedUnion('kind', [incidentMapping, areaMapping, assetMapping, streetMapping])
  .meta({ id: 'ImportMapping' });

export type Mapping = z.infer<typeof mapping>;
export type IncidentMapping = z.infer<typeof incidentMapping>;
export type AreaMapping = z.infer<typeof areaMapping>;
export type AssetMapping = z.infer<typeof assetMapping>;
export type StreetMapping = z.infer<typeof streetMapping>;
export type CsvFile = z.infer<typeof csvFile>;
export type FileShape = z.infer<typeof fileShape>;
export type PositionSource = z.infer<typeof positionSource>;
export type TimeSource = z.infer<typeof timeSource>;
export type TimePart = z.infer<typeof timePart>;

/** Where the rows go: a data set that exists, or a new one by name. */
export const importTarget = z.union([
  z.object({ datasetId: z.int().positive() }).strict(),
  z.object({ datasetName: z.string().trim().min(1).max(200) }).strict(),
]);
export type ImportTarget = z.infer<typeof importTarget>;

export const importRequest = z
  .object({ fileName: z.string().min(1).max(500), target: importTarget, mapping })
  .strict()
  .meta({ id: 'ImportRequest' });
export type ImportRequest = z.infer<typeof importRequest>;

/** Which role a column plays in the guessed mapping. */
export const COLUMN_ROLES = [
  'id',
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
  'accuracy',
  'name',
  'kind',
  'population',
  'dwellings',
  'class',
] as const;

const note = z.object({
  code: z.enum(WARNING_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const inspection = z
  .object({
    fileName: z.string(),
    /** Kinds this file could be loaded as, the likeliest first. */
    kinds: z.array(z.enum(IMPORT_KINDS)),
    mapping,
    /** Delimiters and encodings the file can be read with, the likeliest first. */
    alternatives: z.object({
      delimiters: z.array(z.enum(DELIMITERS)),
      encodings: z.array(z.enum(ENCODINGS)),
    }),
    compressed: z.boolean(),
    columns: z.array(
      z.object({ name: z.string(), sample: z.array(z.string()), role: z.enum(COLUMN_ROLES).nullable() }),
    ),
    /** Columns that tell of persons: nothing of them is kept, not even of refused rows. Only of incidents. */
    leftBehind: z.array(z.object({ column: z.string(), attribute: z.enum(PERSONAL_ATTRIBUTES) })),
    /** First rows as read. Protected and undecided rows are never among them. */
    rows: z.array(z.array(z.string())),
    read: z.int(),
    verdicts: z.object({
      stored: z.int(),
      unlocated: z.int(),
      duplicates: z.int(),
      refused: z.record(z.string(), z.int()),
    }),
    flagged: z.record(z.string(), z.int()),
    /** A few refused rows with line and reason; protected rows are never among them. */
    refusedSample: z.array(
      z.object({
        line: z.int(),
        reason: z.enum(REFUSAL_REASONS),
        detail: z.string(),
        cells: z.array(z.string()),
      }),
    ),
    bbox: bounds.nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** Zone at the middle of the positions; null when nothing is located. */
    timezone: z.string().nullable(),
    /** Labels of the category column with the rows they have, most first. `category` is a code of the built-in scheme. */
    labels: z.array(
      z.object({
        label: z.string(),
        count: z.int(),
        verdict: z.enum(['open', 'protected', 'doubtful']),
        /** What the user said or said last time about a doubtful label. */
        decision: z.enum(['protected', 'open']).nullable(),
        category: z.string().nullable(),
      }),
    ),
    remembered: z.boolean(),
    warnings: z.array(note),
    /** Why an import with this mapping would be refused as a whole; another mapping may help. */
    blocker: z.object({ code: z.enum(FILE_REFUSALS), message: z.string() }).nullable(),
    suggestedName: z.string(),
    seconds: z.number(),
  })
  .meta({ id: 'Inspection' });
export type Inspection = z.infer<typeof inspection>;
export type InspectionNote = z.infer<typeof note>;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const importProgress = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    /** Bytes of the file as sent, and its size when known. */
    bytes: z.int(),
    totalBytes: z.int().nullable(),
    rows: z.int(),
    /** Set when state is 'failed'. */
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: 'ImportProgress' });
export type ImportProgress = z.infer<typeof importProgress>;

/** The counts of a finished or tried import, as the command line prints them. */
export interface ImportCounts {
  read: number;
  stored: number;
  refused: Record<string, number>;
  unlocated: number;
  duplicates: number;
  bbox: Bounds | null;
  from: string | null;
  to: string | null;
  seconds: number;
}
