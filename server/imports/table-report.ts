import { personalColumns } from '../domain/personal-columns.ts';
import {
  ENCODINGS,
  type IncidentMapping,
  type Inspection,
  type InspectionNote,
  type Mapping,
  type WarningCode,
} from './contract.ts';
import { refuseFile } from './file-refusal.ts';
import type { FileText } from './file-text.ts';
import type { Guess } from './guess-file.ts';
import type { TableShape } from './guess-table.ts';
import type { TimeEvidence } from './incident-judge.ts';
import { checkAnyUsable } from './incident-load.ts';
import { blockerOf, type InspectFileOptions, suggestedName } from './inspection-parts.ts';
import { fateOf } from './label-book.ts';
import { rolesOf } from './roles.ts';
import type { Trial } from './trials.ts';
import { bboxOf, flagged, isoOf } from './verdict.ts';

export function report(
  table: TableShape,
  guess: Guess,
  trial: Trial | null,
  /** All rows fit both orders of day and month. */
  isTie: boolean,
  read: number,
  shown: string[][],
  text: FileText,
  options: InspectFileOptions,
): Omit<Inspection, 'seconds'> {
  const tried = trial?.mapping ?? guess.mapping;
  const withTime = options.mapping || guess.remembered ? tried : withPrecision(tried, trial?.times ?? null);
  // UTF-8 may have given way to Windows-1252 after the sample.
  const mapping =
    withTime.file.format === 'csv'
      ? ({ ...withTime, file: { ...withTime.file, encoding: text.decoding.encoding } } as Mapping)
      : withTime;
  const tally = trial?.tally ?? null;
  const blocker = trial
    ? blockerOf(() => {
        trial.check();
        checkAnyUsable(trial.tally);
      })
    : blockerOf(() => {
        throw refuseFile('no_position_columns');
      });
  const roles = rolesOf(mapping);
  return {
    fileName: options.fileName,
    kinds: guess.kinds,
    mapping,
    alternatives: {
      delimiters: table.delimiters,
      encodings: [text.decoding.encoding, ...ENCODINGS.filter((e) => e !== text.decoding.encoding)],
    },
    compressed: /\.gz$/i.test(options.fileName),
    columns: table.columns.map((name, at) => ({
      name,
      sample: [...new Set(shown.map((cells) => cells[at]).filter((cell) => cell.trim() !== ''))].slice(0, 3),
      role: roles.get(name) ?? null,
    })),
    leftBehind: mapping.kind === 'incidents' ? personalColumns(table.columns) : [],
    rows: shown,
    read,
    verdicts: {
      stored: tally?.stored ?? 0,
      unlocated: tally?.unlocated ?? 0,
      duplicates: tally?.duplicates ?? 0,
      refused: tally?.refused ?? {},
    },
    flagged: tally ? flagged(tally) : {},
    refusedSample: trial?.refused ?? [],
    bbox: tally && bboxOf(tally),
    from: tally && isoOf(tally.first),
    to: tally && isoOf(tally.last),
    timezone: guess.timezone,
    labels: labelsOf(trial),
    remembered: guess.remembered,
    warnings: warningsOf(table, guess, mapping, trial, isTie, text, options),
    blocker,
    suggestedName: suggestedName(options.fileName),
  };
}

function withPrecision(mapping: Mapping, times: TimeEvidence | null): Mapping {
  if (mapping.kind !== 'incidents' || !mapping.time || !times) return mapping;
  const [instants, days, months] = times.levels;
  if (instants > 0 || days + months === 0) return mapping;
  const isMonths = days === 0 || (times.firstOfMonth === days && times.months.size > 1);
  return { ...mapping, time: { ...mapping.time, precision: isMonths ? 'month' : 'day' } };
}

function labelsOf(trial: Trial | null): Inspection['labels'] {
  const entries = trial?.book?.entries() ?? [];
  return entries.map(({ label, count, verdict, decision, category }) => ({
    label,
    count,
    verdict,
    decision,
    category,
  }));
}

function warningsOf(
  table: TableShape,
  guess: Guess,
  mapping: Mapping,
  trial: Trial | null,
  isTie: boolean,
  text: FileText,
  options: InspectFileOptions,
): InspectionNote[] {
  const notes: InspectionNote[] = [];
  const note = (code: WarningCode, params: InspectionNote['params'] = {}) => notes.push({ code, params });
  if (text.decoding.fellBack) note('encoding_guessed', { encoding: text.decoding.encoding });
  if (table.headerLine === 0) note('header_missing');
  if (table.headerLine > 1) note('lines_before_header', { count: table.headerLine - 1 });
  if (guess.remembered) note('mapping_remembered');
  if ('position' in mapping && mapping.position.from === 'columns' && mapping.position.swapped)
    note('swapped_position', { lon: mapping.position.lon, lat: mapping.position.lat });
  if (mapping.kind !== 'incidents' || !trial) return notes;
  noteTimes(mapping, guess, isTie, note);
  const { refused } = trial.tally;
  if (refused.protected_category) note('protected_rows', { count: refused.protected_category });
  const open = trial.book?.entries().filter((entry) => fateOf(entry) === 'undecided') ?? [];
  if (open.length > 0) note('doubtful_labels', { count: open.length });
  if (mapping.category.column === null) note('no_category_column', { label: mapping.category.fixed ?? '' });
  if (mapping.sourceId === null) note('no_id_column');
  else if (trial.tally.duplicates > 0 && options.target === null)
    note('id_repeats', { column: mapping.sourceId, count: trial.tally.duplicates });
  if (mapping.repeats === 'keep') note('repeats_kept');
  const outside = flagged(trial.tally).outside_area;
  if (outside) note('outside_areas', { count: outside });
  return notes;
}

function noteTimes(
  mapping: IncidentMapping,
  guess: Guess,
  isTie: boolean,
  note: (code: WarningCode, params?: InspectionNote['params']) => void,
): void {
  if (!mapping.time) {
    note('no_time_column');
    return;
  }
  if (isTie) note('day_month_ambiguous', { order: mapping.time.order });
  if (mapping.time.precision === 'month') note('month_only');
  if (mapping.time.precision === 'day') note('day_only');
  if (guess.timezone && !guess.hasOffset) note('timezone_guessed', { timezone: mapping.time.timezone });
}
