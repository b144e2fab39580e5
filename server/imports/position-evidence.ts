import type { PositionSource } from './contract.ts';
import { refuseFile } from './file-refusal.ts';

/** What unusable positions have in common: the file as a whole may be at fault, not its rows. */
export interface PositionEvidence {
  /** Notes a row whose position is not a number. */
  note(cells: readonly string[]): void;
  /** Throws when most positions fail for one reason. */
  check(counts: { stored: number; outsideWorld: number; bad: number }): void;
}

const DAMAGED = /^[+-]?\d{1,3}([.,]\d{3}){2,}$/;

export function createPositionEvidence(
  position: PositionSource,
  columnIndex: (name: string) => number,
  decimal: '.' | ',',
): PositionEvidence {
  let damaged = 0;
  let otherMark = 0;
  const columns = position.from === 'columns' ? position : null;
  const at = columns ? columnIndex(columns.lon) : -1;
  const names = { x: columns?.lon ?? '', y: columns?.lat ?? '' };
  return {
    note(cells) {
      const text = columns ? cells[at].trim() : '';
      if (DAMAGED.test(text)) damaged++;
      else if (/^[+-]?\d+[.,]\d+$/.test(text)) otherMark++;
    },
    check({ stored, outsideWorld, bad }) {
      if (!columns) return;
      if (bad > 0 && bad >= stored && damaged > bad / 2) throw refuseFile('damaged_numbers', names);
      if (bad > 0 && bad >= stored && otherMark > bad / 2)
        throw refuseFile('wrong_decimal_mark', { ...names, mark: decimal });
      if (outsideWorld > 0 && outsideWorld >= stored) throw refuseFile('positions_in_metres', names);
    },
  };
}
