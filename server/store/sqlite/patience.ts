import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../errors.ts';

export interface Patience {
  /** How long a write waits for another process or thread to finish writing. */
  milliseconds: number;
  /** Pause between two tries. */
  step: number;
}

export const PATIENCE: Patience = { milliseconds: 60_000, step: 10 };

/** Does `work` again while another connection is writing. Timers keep running: the event loop never waits in SQLite. */
export async function whenFree<T>(work: () => T, patience: Patience, since = performance.now()): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() - since >= patience.milliseconds) throw storeBusy();
    }
    await pause(patience.step);
  }
}

export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

export function storeBusy(): AppError {
  return new AppError(
    503,
    'store_busy',
    'The store is busy with a long import, so this was not saved. Try again when the import has finished.',
  );
}
