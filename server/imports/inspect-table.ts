import { withoutPersonal } from '../domain/personal-columns.ts';
import { DELIMITERS, type Inspection, type Mapping } from './contract.ts';
import { refuseFile } from './file-refusal.ts';
import type { FileText } from './file-text.ts';
import { dataRows, explicitGuess, guessMapping } from './guess-file.ts';
import { guessTable, MOST_COLUMNS, type TableShape } from './guess-table.ts';
import { type InspectFileOptions, SHOWN_ROWS } from './inspection-parts.ts';
import { createRowSplitter } from './split-rows.ts';
import { report } from './table-report.ts';
import { badTimes, bestTrial, startTrials } from './trials.ts';

export async function inspectTable(
  sample: string,
  whole: boolean,
  text: FileText,
  options: InspectFileOptions,
): Promise<Omit<Inspection, 'seconds'>> {
  const given = options.mapping?.file.format === 'csv' ? options.mapping.file : {};
  const shape = guessTable(sample, whole, given);
  // Not one line end in the sample: the splitter finds out how long the line is.
  const table: TableShape = shape ?? {
    delimiter: ',',
    delimiters: [...DELIMITERS],
    headerLine: 1,
    columns: [''],
  };
  if (table.columns.length > MOST_COLUMNS)
    throw refuseFile('too_many_columns', { count: table.columns.length });
  const rows = shape ? dataRows(sample, whole, table) : [];
  const guess = options.mapping
    ? explicitGuess(options.mapping, table.columns, rows)
    : guessMapping(table, rows, text, options);
  const trials = guess.hasPosition ? startTrials(guess, table.columns, options) : [];
  const shown: string[][] = [];
  const impersonal = guess.mapping.kind === 'incidents' ? withoutPersonal(table.columns) : null;
  const isSafe = (cells: readonly string[]) => cells.every((cell) => options.guard.classify(cell) === 'open');
  let read = 0;
  const splitter = createRowSplitter(table.delimiter, (cells, line) => {
    if (line <= table.headerLine) return;
    read++;
    if (
      shown.length < SHOWN_ROWS &&
      cells.length === table.columns.length &&
      !trials[0]?.isHidden(cells) &&
      isShowable(cells, guess.mapping, isSafe, options)
    )
      shown.push((impersonal?.(cells) ?? cells).map((cell) => cell.slice(0, 200)));
    for (const trial of trials) trial.take(cells, line);
  });
  splitter.feed(sample);
  for (let part = whole ? null : await text.next(); part !== null; part = await text.next()) {
    if (options.isCancelled()) throw refuseFile('cancelled');
    splitter.feed(part);
    options.onRows(read);
  }
  splitter.end();
  if (read === 0) throw refuseFile('header_only');
  const best = bestTrial(trials);
  const isTie = trials.length > 1 && trials.every((trial) => badTimes(trial) === badTimes(trials[0]));
  return report(table, guess, best, isTie, read, shown, text, options);
}

/** Doubtful rows are shown once they were declared open, by label; protected ones never. */
function isShowable(
  cells: readonly string[],
  mapping: Mapping,
  isSafe: (cells: readonly string[]) => boolean,
  { guard }: InspectFileOptions,
): boolean {
  if (isSafe(cells)) return true;
  const decisions = mapping.kind === 'incidents' ? mapping.decisions : {};
  return cells.every((cell) => {
    const verdict = guard.classify(cell);
    return verdict === 'open' || (verdict === 'doubtful' && decisions[cell.trim()] === 'open');
  });
}
