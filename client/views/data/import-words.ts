import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { ImportKind, InspectionNote, RefusalReason, RowFlag, WarningCode } from '../../api/imports.ts';
import type { Role } from './column-roles.ts';

/** Why a row was refused, in plain words. */
export const REFUSAL_WORDS: Record<RefusalReason, MessageDescriptor> = defineMessages({
  protected_category: {
    id: 'import.refused.protected_category',
    defaultMessage: 'Of a protected category: counted, and written nowhere',
  },
  undecided_category: {
    id: 'import.refused.undecided_category',
    defaultMessage: 'Its category has to be decided first',
  },
  wrong_cell_count: {
    id: 'import.refused.wrong_cell_count',
    defaultMessage: 'More or fewer cells than there are columns',
  },
  empty_row: { id: 'import.refused.empty_row', defaultMessage: 'Nothing in any cell' },
  no_time: { id: 'import.refused.no_time', defaultMessage: 'No time given' },
  bad_time: { id: 'import.refused.bad_time', defaultMessage: 'A time that cannot be read' },
  time_out_of_range: {
    id: 'import.refused.time_out_of_range',
    defaultMessage: 'A time before 1900 or after next year',
  },
  ends_before_start: {
    id: 'import.refused.ends_before_start',
    defaultMessage: 'It ends before it starts',
  },
  bad_position: { id: 'import.refused.bad_position', defaultMessage: 'A position that is not a number' },
  no_position: { id: 'import.refused.no_position', defaultMessage: 'No position given' },
  outside_world: { id: 'import.refused.outside_world', defaultMessage: 'A position outside the world' },
  no_geometry: { id: 'import.refused.no_geometry', defaultMessage: 'No shape given' },
  wrong_geometry: {
    id: 'import.refused.wrong_geometry',
    defaultMessage: 'A shape of another kind than this data needs',
  },
  bad_geometry: { id: 'import.refused.bad_geometry', defaultMessage: 'A shape that cannot be read' },
  ring_not_closed: {
    id: 'import.refused.ring_not_closed',
    defaultMessage: 'An outline that does not end where it begins',
  },
  crosses_itself: { id: 'import.refused.crosses_itself', defaultMessage: 'An outline that crosses itself' },
});

/** What is remarkable about rows that are used. */
export const FLAG_WORDS: Record<RowFlag, MessageDescriptor> = defineMessages({
  no_position: {
    id: 'import.flag.no_position',
    defaultMessage: 'No position given: in lists, not on the map',
  },
  zero_position: {
    id: 'import.flag.zero_position',
    defaultMessage: 'Position 0, 0, which stands for unknown: in lists, not on the map',
  },
  zero_in_one_axis: {
    id: 'import.flag.zero_in_one_axis',
    defaultMessage: 'Zero in one part of the position: in lists, not on the map',
  },
  outside_world: {
    id: 'import.flag.outside_world',
    defaultMessage: 'Position outside the world: in lists, not on the map',
  },
  outside_area: { id: 'import.flag.outside_area', defaultMessage: 'Outside every area of this workspace' },
  swapped_position: {
    id: 'import.flag.swapped_position',
    defaultMessage: 'Longitude and latitude stood the wrong way round and were turned',
  },
  no_category: { id: 'import.flag.no_category', defaultMessage: 'No category given' },
  time_shifted: {
    id: 'import.flag.time_shifted',
    defaultMessage: 'A time that the change to summer time leaves out, moved on',
  },
  time_ambiguous: {
    id: 'import.flag.time_ambiguous',
    defaultMessage: 'A time that happens twice when summer time ends; the first was taken',
  },
  second_position_dropped: {
    id: 'import.flag.second_position_dropped',
    defaultMessage: 'More than one position; the first was taken',
  },
  middle_of_shape: {
    id: 'import.flag.middle_of_shape',
    defaultMessage: 'A shape instead of a point; a point inside it was taken',
  },
  no_name: { id: 'import.flag.no_name', defaultMessage: 'No name given' },
  never_mapped: {
    id: 'import.flag.never_mapped',
    defaultMessage:
      'A place that could become a target, such as a shelter: listed without its position, never on a map',
  },
});

/** What there is to know about the file before it is used. Its parameters go through `noteParams`. */
export const NOTE_WORDS: Record<WarningCode, MessageDescriptor> = defineMessages({
  encoding_guessed: {
    id: 'import.note.encoding_guessed',
    defaultMessage: 'The text is not UTF-8; it is read as {encoding}. Look whether names are spelt right.',
  },
  day_month_ambiguous: {
    id: 'import.note.day_month_ambiguous',
    defaultMessage:
      'Every date would fit day-month and month-day. They are read {order, select, day_first {with the day first} month_first {with the month first} other {as year, month, day}}: check it.',
  },
  month_only: { id: 'import.note.month_only', defaultMessage: 'Only the months of the times are known.' },
  day_only: {
    id: 'import.note.day_only',
    defaultMessage: 'Only the days of the times are known, not the hours.',
  },
  swapped_position: {
    id: 'import.note.swapped_position',
    defaultMessage:
      'The column {lon} holds latitudes and {lat} holds longitudes; they are read the other way round.',
  },
  no_time_column: {
    id: 'import.note.no_time_column',
    defaultMessage: 'No column is used as the time, so these rows are in no period.',
  },
  no_category_column: {
    id: 'import.note.no_category_column',
    defaultMessage: 'No column is used as the category: every row becomes “{label}”.',
  },
  no_id_column: {
    id: 'import.note.no_id_column',
    defaultMessage: 'No column identifies the rows. Rows equal in every field count as duplicates.',
  },
  repeats_kept: {
    id: 'import.note.repeats_kept',
    defaultMessage:
      '{count, plural, one {# row equals} other {# rows equal}} another row. They are kept, because the times are too coarse to tell two events from one event written twice.',
  },
  id_repeats: {
    id: 'import.note.id_repeats',
    defaultMessage:
      'The column {column} repeats in {count, plural, one {# row} other {# rows}}: perhaps it does not identify the rows.',
  },
  doubtful_labels: {
    id: 'import.note.doubtful_labels',
    defaultMessage:
      '{count, plural, one {# category has} other {# categories have}} to be decided before anything is stored.',
  },
  protected_rows: {
    id: 'import.note.protected_rows',
    defaultMessage:
      '{count, plural, one {# row is} other {# rows are}} of protected categories and will be refused: counted, and written nowhere.',
  },
  timezone_guessed: {
    id: 'import.note.timezone_guessed',
    defaultMessage: 'Times are read in the zone {timezone}, found from the positions.',
  },
  outside_areas: {
    id: 'import.note.outside_areas',
    defaultMessage:
      '{count, plural, one {# row lies} other {# rows lie}} outside every area of this workspace.',
  },
  mapping_remembered: {
    id: 'import.note.mapping_remembered',
    defaultMessage: 'A file of this shape was loaded before; the same choices are made again.',
  },
  header_missing: {
    id: 'import.note.header_missing',
    defaultMessage: 'The file does not name its columns; they are numbered.',
  },
  lines_before_header: {
    id: 'import.note.lines_before_header',
    defaultMessage:
      '{count, plural, one {# line stands} other {# lines stand}} before the names of the columns and {count, plural, one {is} other {are}} left out.',
  },
});

export const ROLE_WORDS: Record<Role, MessageDescriptor> = defineMessages({
  id: { id: 'import.role.id', defaultMessage: 'Identifier' },
  lon: { id: 'import.role.lon', defaultMessage: 'Longitude (east–west)' },
  lat: { id: 'import.role.lat', defaultMessage: 'Latitude (north–south)' },
  position: { id: 'import.role.position', defaultMessage: 'Position, both in one' },
  'from-date': { id: 'import.role.from-date', defaultMessage: 'When, or earliest time' },
  'from-time': { id: 'import.role.from-time', defaultMessage: 'When: time of day' },
  'to-date': { id: 'import.role.to-date', defaultMessage: 'Latest time' },
  'to-time': { id: 'import.role.to-time', defaultMessage: 'Latest: time of day' },
  'reported-date': { id: 'import.role.reported-date', defaultMessage: 'Reported' },
  'reported-time': { id: 'import.role.reported-time', defaultMessage: 'Reported: time of day' },
  category: { id: 'import.role.category', defaultMessage: 'Category' },
  code: { id: 'import.role.code', defaultMessage: 'Official code' },
  place: { id: 'import.role.place', defaultMessage: 'Place in words' },
  accuracy: { id: 'import.role.accuracy', defaultMessage: 'Accuracy in metres' },
  name: { id: 'import.role.name', defaultMessage: 'Name' },
  kind: { id: 'import.role.kind', defaultMessage: 'Kind' },
  population: { id: 'import.role.population', defaultMessage: 'Population' },
  dwellings: { id: 'import.role.dwellings', defaultMessage: 'Dwellings' },
  class: { id: 'import.role.class', defaultMessage: 'Class of street' },
  property: { id: 'import.role.property', defaultMessage: 'Keep as a detail' },
});

export const KIND_WORDS: Record<ImportKind, MessageDescriptor> = defineMessages({
  incidents: { id: 'import.kind.incidents', defaultMessage: 'Incidents' },
  areas: { id: 'import.kind.areas', defaultMessage: 'Areas' },
  assets: { id: 'import.kind.assets', defaultMessage: 'Community assets' },
  streets: { id: 'import.kind.streets', defaultMessage: 'Streets' },
});

/** The parameters of a note as its words want them: in a choice of words, names have no hyphens. */
export function noteParams({ params }: InspectionNote): Record<string, string | number> {
  return typeof params.order === 'string' ? { ...params, order: params.order.replaceAll('-', '_') } : params;
}
