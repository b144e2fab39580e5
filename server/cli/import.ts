import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isTimeZone } from '../domain/time-zone.ts';
import { AppError } from '../errors.ts';
import {
  IMPORT_KINDS,
  type ImportCounts,
  type ImportKind,
  type Inspection,
  type Mapping,
  mapping as mappingSchema,
} from '../imports/contract.ts';
import { plainReason, refusalSentence } from '../imports/file-refusal.ts';
import { runFileWorker } from '../imports/file-worker.ts';
import type { ImportRecord } from '../store/ports.ts';

export const IMPORT_USAGE = `Usage: npm run -s cg -- import FILE --dataset NAME [options]
  Loads a CSV or GeoJSON file (plain or .gz) into a data set, which is made when it does not exist.
  --kind KIND        ${IMPORT_KINDS.join(', ')}; found out from the file when left out
  --map FILE.json    how the file is read; parts of it are enough, the rest is found out
  --timezone ZONE    for times without an offset, as in Africa/Nairobi
  --dry-run          says what would happen and stores nothing
  --json             prints {read, stored, refused, unlocated, duplicates, bbox, from, to, seconds}
  Ends with 0 when done, 2 on wrong usage, 3 when the file was refused.`;

export interface ImportOutcome {
  code: 0 | 2 | 3;
  text: string;
}

interface Arguments {
  file: string;
  dataset: string;
  kind: ImportKind | null;
  map: Record<string, unknown>;
  timezone: string | null;
  dryRun: boolean;
  json: boolean;
}

class WrongUsage extends Error {}

/** Works while the server runs: both write to the same database, one after the other. */
export async function importCommand(
  args: readonly string[],
  parts: { databaseFile: string; now: () => Date },
): Promise<ImportOutcome> {
  let given: Arguments;
  try {
    given = readArguments(args);
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    return { code: 2, text: error.message === '' ? IMPORT_USAGE : `${error.message}\n${IMPORT_USAGE}` };
  }
  try {
    const counts = await load(given, parts);
    return { code: 0, text: given.json ? JSON.stringify(counts) : inWords(counts, given.dryRun) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      code: 3,
      text: given.json ? JSON.stringify({ code: error.code, detail: error.message }) : error.message,
    };
  }
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUsage('');
  if (!values.dataset?.trim()) throw new WrongUsage('Name the data set with --dataset.');
  if (!existsSync(file) || !statSync(file).isFile()) throw new WrongUsage('There is no such file.');
  const kind = IMPORT_KINDS.find((known) => known === values.kind) ?? null;
  if (values.kind !== undefined && kind === null)
    throw new WrongUsage(`--kind must be one of ${IMPORT_KINDS.join(', ')}.`);
  if (values.timezone !== undefined && !isTimeZone(values.timezone))
    throw new WrongUsage('--timezone must be the name of a zone, as in Africa/Nairobi.');
  return {
    file,
    dataset: values.dataset.trim(),
    kind,
    map: values.map === undefined ? {} : readMap(values.map),
    timezone: values.timezone ?? null,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        dataset: { type: 'string' },
        kind: { type: 'string' },
        map: { type: 'string' },
        timezone: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new WrongUsage('');
  }
}

function readMap(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below, like a map that is no object.
  }
  throw new WrongUsage('--map must name a JSON file with an object.');
}

async function load(
  given: Arguments,
  parts: { databaseFile: string; now: () => Date },
): Promise<ImportCounts> {
  const target = { datasetName: given.dataset };
  const lastYear = parts.now().getUTCFullYear() + 1;
  const common = { databaseFile: parts.databaseFile, lastYear };
  const fileName = basename(given.file);
  const inspectAs = async (mapping: Mapping | null): Promise<Inspection> => {
    const task = { ...common, task: 'inspect' as const, fileName, kind: given.kind, mapping, target };
    const outcome = await runFileWorker(task, createReadStream(given.file), {});
    if (outcome.type !== 'inspected') throw new Error('The worker answered another question.');
    return outcome.inspection;
  };
  let inspection = await inspectAs(null);
  const mapping = withGiven(inspection.mapping, given);
  // Where the guess found no positions, only a map that says where they are is of use.
  if (inspection.blocker?.code === 'no_position_columns' && !('position' in given.map))
    throw blockedBy(inspection.blocker);
  // What was given may change every verdict, so the file is read again.
  if (given.dryRun && mapping !== inspection.mapping) inspection = await inspectAs(mapping);
  refuseUndecided(inspection, mapping);
  // What the guess is refused for says nothing about a map that was given and has not been tried.
  if (inspection.blocker && (given.dryRun || mapping === inspection.mapping))
    throw blockedBy(inspection.blocker);
  if (given.dryRun) return countsOf(inspection);
  const outcome = await runFileWorker(
    {
      ...common,
      task: 'import',
      importId: randomBytes(9).toString('base64url'),
      request: { fileName, target, mapping },
      act: { actor: null, at: parts.now().toISOString() },
    },
    createReadStream(given.file),
    {},
  );
  if (outcome.type !== 'imported') throw new Error('The worker answered another question.');
  return countsOfRecord(outcome.record);
}

function blockedBy({ code, message }: NonNullable<Inspection['blocker']>): AppError {
  return new AppError(422, code, message);
}

/** The guessed mapping with the given parts put over it. */
function withGiven(guessed: Mapping, { map, timezone }: Arguments): Mapping {
  if (Object.keys(map).length === 0 && timezone === null) return guessed;
  const merged = merge(guessed, map);
  const result = mappingSchema.safeParse(merged);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new AppError(
      422,
      'bad_map',
      `The map does not fit at ${issue.path.join('.') || 'its top'}: ${issue.message}`,
    );
  }
  const mapping = result.data;
  if (timezone === null || mapping.kind !== 'incidents' || !mapping.time) return mapping;
  return { ...mapping, time: { ...mapping.time, timezone } };
}

function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over;
  // Another kind of the same thing has other members.
  if ('from' in over && typeof over.from === 'string' && over.from !== base.from) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over))
    merged[key] = key in base ? merge(base[key], value) : value;
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseUndecided({ labels }: Inspection, mapping: Mapping): void {
  if (mapping.kind !== 'incidents') return;
  const open = labels.filter(({ label, verdict }) => verdict === 'doubtful' && !mapping.decisions[label]);
  if (open.length === 0) return;
  const named = open.map(({ label }) => `“${label}”`).join(', ');
  throw new AppError(
    422,
    'undecided_categories',
    `${refusalSentence('undecided_categories', { labels: named })} Decide them in the --map file: {"decisions": {"LABEL": "protected" or "open"}}.`,
  );
}

function countsOf({ read, verdicts, bbox, from, to, seconds }: Inspection): ImportCounts {
  const { stored, refused, unlocated, duplicates } = verdicts;
  return { read, stored, refused, unlocated, duplicates, bbox, from, to, seconds };
}

function countsOfRecord(record: ImportRecord): ImportCounts {
  const { read, stored, refused, unlocated, duplicates, bbox, from, to, seconds } = record;
  return { read, stored, refused, unlocated, duplicates, bbox, from, to, seconds };
}

function inWords(counts: ImportCounts, dryRun: boolean): string {
  const { read, stored, unlocated, duplicates, refused, from, to, seconds } = counts;
  const lines = [
    `${dryRun ? 'Nothing was stored. Of' : 'Of'} ${read} rows ${dryRun ? 'would be' : 'were'} stored: ${stored}${
      unlocated > 0 ? ` and ${unlocated} without a position` : ''
    }.`,
  ];
  if (duplicates > 0) lines.push(`Duplicates: ${duplicates}.`);
  for (const [reason, count] of Object.entries(refused))
    lines.push(`Refused for ${plainReason(reason)}: ${count}.`);
  if (from && to) lines.push(`From ${from} to ${to}.`);
  lines.push(`Took ${seconds} seconds.`);
  return lines.join('\n');
}
