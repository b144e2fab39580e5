import { withoutPersonal } from '../domain/personal-columns.ts';
import { readAssetKinds } from './asset-kinds.ts';
import type { IncidentMapping, Inspection, Mapping } from './contract.ts';
import { createFeatureLoad } from './feature-load.ts';
import { refuseFile } from './file-refusal.ts';
import type { Guess } from './guess-file.ts';
import type { TimeEvidence } from './incident-judge.ts';
import { createIncidentLoad, type IncidentLoad } from './incident-load.ts';
import { type InspectFileOptions, keepRefused } from './inspection-parts.ts';
import type { LabelBook } from './label-book.ts';
import {
  columnFinder,
  duplicatesOf,
  incidentParts,
  knownFeatures,
  protectedAssetsOf,
  refusePersonalColumns,
} from './load-parts.ts';
import type { Tally } from './verdict.ts';

/** What one reading of the file found; two are made when the sample does not tell days from months. */
export interface Trial {
  mapping: Mapping;
  tally: Tally;
  take(cells: string[], line: number): void;
  book: LabelBook | null;
  times: TimeEvidence | null;
  check(): void;
  refused: Inspection['refusedSample'];
  /** Whether a row is kept without its position, so that it is not shown with it. */
  isHidden(cells: readonly string[]): boolean;
}

export function startTrials(guess: Guess, columns: string[], options: InspectFileOptions): Trial[] {
  const { mapping } = guess;
  if (mapping.kind === 'assets') return [assetTrial(mapping, columns, options)];
  if (mapping.kind !== 'incidents') throw refuseFile('wrong_kind', { kind: mapping.kind });
  if (!guess.dayMonthOpen || !mapping.time) return [incidentTrial(mapping, columns, options)];
  const { time } = mapping;
  // The order most people write where the positions are comes first, and wins when all rows fit both.
  const first = /^America\/(?!Argentina|Sao|Mexico|Bogota|Lima|Santiago)/.test(time.timezone)
    ? 'month-first'
    : 'day-first';
  const orders =
    first === 'day-first' ? (['day-first', 'month-first'] as const) : (['month-first', 'day-first'] as const);
  return orders.map((order) => incidentTrial({ ...mapping, time: { ...time, order } }, columns, options));
}

function incidentTrial(mapping: IncidentMapping, columns: string[], options: InspectFileOptions): Trial {
  const { book, judge } = incidentParts(mapping, columns, options.lookup, options.guard, options.lastYear);
  const refused: Inspection['refusedSample'] = [];
  const keep = keepRefused(refused);
  const impersonal = withoutPersonal(columns);
  const load: IncidentLoad = createIncidentLoad(
    mapping,
    columnFinder(columns),
    judge,
    duplicatesOf(options.lookup, options.target),
    Number.MAX_SAFE_INTEGER / 2,
    {
      isSame: () => true,
      store: () => {},
      refuse: (line, reason, detail, cells) => keep(line, reason, detail, impersonal(cells)),
    },
  );
  return {
    mapping,
    tally: load.tally,
    take: load.take,
    book,
    times: judge.times,
    check: () => {
      refusePersonalColumns(mapping);
      load.checkPositions();
    },
    refused,
    isHidden: () => false,
  };
}

function assetTrial(
  mapping: Mapping & { kind: 'assets' },
  columns: string[],
  options: InspectFileOptions,
): Trial {
  const refused: Inspection['refusedSample'] = [];
  const load = createFeatureLoad({
    mapping,
    columns,
    kinds: readAssetKinds(),
    guard: options.guard,
    known: knownFeatures(options.lookup, options.target, 'assets'),
    ...protectedAssetsOf(options.lookup),
    sink: {
      area: () => {},
      asset: () => {},
      protectedAsset: () => {},
      street: () => {},
      refuse: keepRefused(refused),
    },
  });
  return {
    mapping,
    tally: load.tally,
    take: load.takeRow,
    book: null,
    times: null,
    check: load.checkPositions,
    refused,
    isHidden: load.isProtected,
  };
}

export function badTimes({ tally: { refused } }: Trial): number {
  return (refused.bad_time ?? 0) + (refused.time_out_of_range ?? 0) + (refused.ends_before_start ?? 0);
}

/** The first of those that read most times. */
export function bestTrial(trials: readonly Trial[]): Trial | null {
  let best: Trial | null = null;
  for (const trial of trials) if (best === null || badTimes(trial) < badTimes(best)) best = trial;
  return best;
}
