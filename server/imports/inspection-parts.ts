import tzlookup from '@photostructure/tz-lookup';
import type { CategoryGuard } from '../domain/protected-categories.ts';
import { AppError } from '../errors.ts';
import type { ImportLookup } from '../store/import-lookup.ts';
import type {
  FileRefusal,
  ImportKind,
  ImportTarget,
  Inspection,
  Mapping,
  RefusalReason,
} from './contract.ts';

export interface InspectFileOptions {
  fileName: string;
  kind: ImportKind | null;
  /** Tried instead of guessing. */
  mapping: Mapping | null;
  target: ImportTarget | null;
  lookup: ImportLookup | null;
  guard: CategoryGuard;
  lastYear: number;
  onRows: (rows: number) => void;
  isCancelled: () => boolean;
}

export const SAMPLE_CHARACTERS = 256 * 1024;
export const SHOWN_ROWS = 20;
export const SHOWN_REFUSED = 20;

/** What an import would be refused for as a whole. */
export function blockerOf(check: () => void): Inspection['blocker'] {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code as FileRefusal, message: error.message };
  }
}

export function suggestedName(fileName: string): string {
  const base = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.(gz|csv|tsv|txt|psv|geojson|json)/gi, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return base.slice(0, 200) || 'New data set';
}

export function keepRefused(refused: Inspection['refusedSample']) {
  return (line: number, reason: RefusalReason, detail: string, cells: readonly string[]): void => {
    if (refused.length < SHOWN_REFUSED)
      refused.push({ line, reason, detail, cells: cells.slice(0, 50).map((cell) => cell.slice(0, 200)) });
  };
}

/** Zone at the middle of the positions. */
export function zoneOf(positions: readonly (readonly [number, number])[]): string | null {
  const valid = positions.filter(
    ([lon, lat]) => lon !== 0 && lat !== 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90,
  );
  if (valid.length === 0) return null;
  const middle = (axis: 0 | 1) =>
    valid.map((p) => p[axis]).sort((a, b) => a - b)[Math.floor(valid.length / 2)];
  return tzlookup(middle(1), middle(0));
}
