import type { IncidentMapping, RefusalReason } from './contract.ts';
import { type DuplicateTable, keyOf, keyOfText } from './duplicate-table.ts';
import { plainReason, refuseFile } from './file-refusal.ts';
import type { IncidentJudge, JudgedIncident } from './incident-judge.ts';
import { createPositionEvidence } from './position-evidence.ts';
import {
  countFlags,
  countPosition,
  countRefused,
  countTime,
  flagged,
  newTally,
  type Tally,
} from './verdict.ts';

/** What happens to judged rows: written in an import, only looked at in an inspection. */
export interface IncidentSink {
  /** Whether the row of the data set with this id is the same as the judged one. */
  isSame(id: number, row: JudgedIncident): boolean;
  store(row: JudgedIncident, key: number): void;
  refuse(line: number, reason: RefusalReason, detail: string, cells: readonly string[]): void;
}

export interface IncidentLoad {
  readonly tally: Tally;
  take(cells: string[], line: number): void;
  /** Throws when the positions as a whole are not degrees. */
  checkPositions(): void;
}

export function createIncidentLoad(
  mapping: IncidentMapping,
  columnIndex: (name: string) => number,
  judge: IncidentJudge,
  duplicates: DuplicateTable,
  firstId: number,
  sink: IncidentSink,
): IncidentLoad {
  const tally = newTally();
  const { row } = judge;
  const keepRepeats = mapping.repeats === 'keep';
  const isSame = (id: number) => sink.isSame(id, row);
  const decimal = mapping.file.format === 'csv' ? mapping.file.decimal : '.';
  const evidence = createPositionEvidence(mapping.position, columnIndex, decimal);
  let nextId = firstId;

  const refuse = (reason: RefusalReason, line: number, cells: readonly string[]) => {
    countRefused(tally, reason);
    // Of protected rows only the count is left, and undecided ones may be protected.
    if (reason === 'protected_category' || reason === 'undecided_category') return;
    if (reason === 'bad_position') evidence.note(cells);
    sink.refuse(line, reason, row.detail, cells);
  };

  const keep = (verdict: 'stored' | 'unlocated', cells: readonly string[]) => {
    const hasId = row.sourceId !== null;
    const key = hasId ? keyOfText(row.sourceId!) : keyOf(cells);
    if (duplicates.claim(key, nextId, isSame, keepRepeats && !hasId)) {
      tally.duplicates++;
      return;
    }
    sink.store(row, key);
    nextId++;
    tally[verdict]++;
    if (row.marks !== 0) countFlags(tally, row.marks);
    if (row.lon !== null && row.lat !== null) countPosition(tally, row.lon, row.lat);
    if (row.from !== null) countTime(tally, row.from);
  };

  return {
    tally,
    take(cells, line) {
      tally.read++;
      const verdict = judge.judge(cells);
      if (verdict === 'stored' || verdict === 'unlocated') keep(verdict, cells);
      else refuse(verdict, line, cells);
    },
    checkPositions() {
      evidence.check({
        stored: tally.stored,
        outsideWorld: flagged(tally).outside_world ?? 0,
        bad: tally.refused.bad_position ?? 0,
      });
    },
  };
}

/** Nothing can be stored and nothing was stored before: says why. */
export function checkAnyUsable(tally: Tally): void {
  if (tally.read === 0) throw refuseFile('header_only');
  if (tally.stored + tally.unlocated + tally.duplicates > 0) return;
  const [reason] = Object.entries(tally.refused).sort((a, b) => b[1] - a[1])[0] ?? ['empty_row', 0];
  throw refuseAll(tally.read, reason);
}

function refuseAll(count: number, reason: string): Error {
  return refuseFile('all_rows_refused', { count, reason: plainReason(reason) });
}
