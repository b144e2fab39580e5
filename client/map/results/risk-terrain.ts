import type { Table } from 'apache-arrow';
import { numbers, placeOfCell, type ResultCell, type ResultReader, readCells } from './result-table.ts';

export type TerrainClass = 'terrain1' | 'terrain2' | 'terrain3' | 'terrain4';

export interface TerrainCell extends ResultCell {
  /** Times the lowest rate of the map. */
  readonly score: number;
  /** Positions of the factors that are near, of those kept and those left out. */
  readonly near: readonly number[];
  /** Null: the lowest. */
  readonly kind: TerrainClass | null;
}

export interface TerrainResult {
  readonly cells: readonly TerrainCell[];
}

export const riskTerrainReader: ResultReader<'risk-terrain', TerrainResult> = { read, placeOf: placeOfCell };

function read(table: Table): TerrainResult {
  const base = readCells(table);
  if (base.length === 0) return { cells: [] };
  const [score, near] = ['score', 'near'].map((name) => numbers(table, name));
  const cells = base.map(
    (cell, i): TerrainCell => ({
      ...cell,
      score: score[i],
      near: FACTORS.filter((k) => (near[i] >> k) & 1),
      kind: classOf(score[i]),
    }),
  );
  return { cells };
}

const FACTORS = [0, 1, 2, 3, 4, 5, 6, 7];
/** Scores are products: a border is met when it is met to nine digits. */
const SAME = 1e-9;

/** The class of a score, with the borders of the table. */
export function classOf(score: number): TerrainClass | null {
  if (score < 1 + SAME) return null;
  if (score < 1.5 - SAME) return 'terrain1';
  if (score < 2 - SAME) return 'terrain2';
  return score < 4 - SAME ? 'terrain3' : 'terrain4';
}
