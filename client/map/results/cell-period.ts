/** A cell, or one period of its history, as the address writes it: `812` or `812@3`. */
export interface CellPeriod {
  readonly cell: string;
  readonly period: number | null;
}

export function readCellPeriod(id: string): CellPeriod {
  const [cell, period] = id.split('@');
  return { cell, period: period !== undefined && /^\d{1,4}$/.test(period) ? Number(period) : null };
}

export const writeCellPeriod = ({ cell, period }: CellPeriod): string =>
  period === null ? cell : `${cell}@${period}`;
