import type { ScanParameters } from './contract.ts';
import type { CountedCells, StudyArea } from './study-area.ts';
import { type Checkpoint, Refused } from './task.ts';

/** What all permutations together may take when the cell is chosen by itself, in nanoseconds. */
const AUTOMATIC_WORK = 2e9;
/** Cells are never so large that fewer hold incidents: a circle would say no more than the whole region. */
const FEWEST_AUTOMATIC = 60;
/** By how much cells grow until the work fits. */
const GROWTH = 1.15;
/** Cells equally far from a centre come in together: a circle has about this share of them. */
const CIRCLES_A_CELL = 0.3;

/** The automatic cell grows until the permutations can be made while a person waits. */
export function cellsThatFit(
  study: StudyArea,
  cell: ScanParameters['cell'],
  workOf: (counted: CountedCells) => number,
  checkpoint: Checkpoint,
): CountedCells {
  let counted = laid(study, cell);
  if (cell !== 'auto') return counted;
  while (workOf(counted) > AUTOMATIC_WORK) {
    checkpoint(0.05);
    const { cell } = counted.grid;
    const digit = 10 ** Math.floor(Math.log10(cell) - 1);
    const wider = laid(study, Math.ceil((cell * GROWTH) / digit) * digit);
    if (occupied(wider) < FEWEST_AUTOMATIC) break;
    counted = wider;
  }
  return counted;
}

function laid(study: StudyArea, cell: ScanParameters['cell']): CountedCells {
  const counted = study.counted(cell, 'square');
  if (counted === null) throw new Refused('The chosen areas and the drawn shape have nothing in common.');
  return counted;
}

/** Cells with incidents. */
export function occupied({ cells, counts }: CountedCells): number {
  return cells.reduce((places, cell) => places + (counts[cell] > 0 ? 1 : 0), 0);
}

/** Cells that the circles of all centres take in, and the circles, as if what is at risk lay evenly. */
export function circlesOf(places: number, maxShare: number): { added: number; circles: number } {
  const added = places * Math.max(1, places * maxShare);
  return { added, circles: CIRCLES_A_CELL * added };
}
