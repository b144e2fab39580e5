import { Unusable } from '../errors.ts';
import type { FileRefusal } from './contract.ts';

type Params = Readonly<Record<string, string | number>>;

/** One sentence each: what is wrong, where, what to do. Only counts, lines and names of columns are put in. */
const SENTENCES: Record<FileRefusal, (params: Params) => string> = {
  empty_file: () => 'The file is empty: export it again and check that it has rows.',
  header_only: () => 'The file has names of columns but no rows below them: export it again with its rows.',
  binary_file: () =>
    'This is not a text file, whatever its name says: export the data as CSV or GeoJSON and load that.',
  spreadsheet_file: () => 'This is a spreadsheet: save the sheet as CSV (UTF-8) and load that file.',
  archive_file: () => 'This is an archive: unpack it and load the CSV or GeoJSON file inside.',
  unsupported_format: ({ format }) =>
    `This is a ${format} file, which cannot be loaded: export the data as CSV or GeoJSON.`,
  damaged_gzip: () => 'The compressed file is cut off or damaged: make or download it again.',
  inflates_too_far: () =>
    'The compressed file grows far beyond what data does when it is unpacked, so reading was stopped: load it unpacked.',
  file_too_large: ({ limit }) =>
    `The file is larger than ${limit} GB: split it, for example by year, and load the parts.`,
  invalid_utf8: ({ line }) =>
    `The text is damaged near line ${line}: it is not valid UTF-8. Save the file as UTF-8 again, or choose Windows-1252.`,
  invalid_encoding: ({ line }) =>
    `The text near line ${line} fits neither UTF-8 nor Windows-1252: save the file as UTF-8 and load it again.`,
  line_too_long: ({ line }) =>
    `Line ${line} is longer than 1 MB, which no row is: check the line endings of the file and the delimiter.`,
  open_quote: ({ line }) =>
    `A quotation mark opened in line ${line} is never closed: close or remove it and load the file again.`,
  too_many_columns: ({ count }) =>
    `The file has ${count} columns and at most 1,000 can be read: check the delimiter or leave columns out.`,
  broken_geojson: ({ line }) =>
    `This is not valid JSON: it breaks at line ${line}. Export the layer again as GeoJSON.`,
  geojson_without_features: () =>
    'The file is JSON but not GeoJSON with features: export the layer again as a GeoJSON FeatureCollection.',
  geojson_too_large: () =>
    'The GeoJSON file is larger than 256 MB: simplify the shapes or split the layer and load the parts.',
  geojson_in_metres: ({ crs }) =>
    `The coordinates are in metres${crs ? ` (${crs})` : ''}, not in degrees: export the layer again in WGS 84 (EPSG:4326).`,
  positions_in_metres: ({ x, y }) =>
    `The columns ${x} and ${y} hold metres of a national grid, not degrees: export longitude and latitude (WGS 84) and load the file again.`,
  damaged_numbers: ({ x, y }) =>
    `The columns ${x} and ${y} were damaged by thousand separators, as spreadsheets insert them, and cannot be repaired: export the file again from its source.`,
  wrong_decimal_mark: ({ x, y, mark }) =>
    `The columns ${x} and ${y} are written with another decimal mark than “${mark}”: choose the other one.`,
  no_position_columns: () =>
    'No columns with positions were found: choose the columns of longitude and latitude, or add them to the file.',
  missing_column: ({ column }) =>
    `The file has no column “${column}”: check the delimiter, or choose another column.`,
  personal_column: ({ column }) =>
    `The column “${column}” looks as if it told of persons, and nothing of persons is kept: choose another column, or give it another name in the file if it holds something else.`,
  wrong_kind: ({ kind }) => `This file cannot be loaded as ${kind}: choose another kind, or another file.`,
  unknown_timezone: () => 'The time zone is not known: choose one such as Africa/Nairobi.',
  undecided_categories: ({ labels }) =>
    `Some categories may be protected and must be decided before anything is stored: ${labels}.`,
  too_many_categories: ({ column }) =>
    `The column ${column} holds more than 2,000 different values, so it is not a category: choose another column.`,
  all_rows_refused: ({ count, reason }) =>
    count === 1
      ? `The only row cannot be used; the reason is ${reason}. Nothing was stored.`
      : `None of the ${count} rows can be used; the most frequent reason is ${reason}. Nothing was stored.`,
  cancelled: () => 'The import was cancelled. Nothing was stored.',
  upload_stalled: () =>
    'The file stopped arriving: check the connection and send it again. Nothing was stored.',
  store_busy: () => 'Another import is being stored: try again when it has finished.',
};

const PLAIN_REASONS: Record<string, string> = {
  protected_category: 'a protected category',
  undecided_category: 'an undecided category',
  wrong_cell_count: 'a wrong number of cells',
  empty_row: 'empty rows',
  no_time: 'a missing time',
  bad_time: 'a time that cannot be read',
  time_out_of_range: 'a year before 1900 or in the future',
  ends_before_start: 'an end before the start',
  bad_position: 'a position that is not a number',
  no_position: 'a missing position',
  outside_world: 'a position outside the world',
  no_geometry: 'a missing shape',
  wrong_geometry: 'a shape of another kind',
  bad_geometry: 'coordinates that are not positions',
  ring_not_closed: 'an outline that is not closed',
  crosses_itself: 'an outline that crosses itself',
};

/** The file as a whole cannot be used. */
export function refuseFile(code: FileRefusal, params: Params = {}): Unusable {
  return new Unusable(code, refusalSentence(code, params));
}

export function refusalSentence(code: FileRefusal, params: Params = {}): string {
  return SENTENCES[code](params);
}

export function plainReason(reason: string): string {
  return PLAIN_REASONS[reason] ?? reason;
}
