import { StoreInTrouble, type StoreTrouble } from '../../store-trouble.ts';

/** What an error of the driver or of the disk tells about the store; null when it is about the request. */
export function troubleIn(error: unknown): StoreTrouble | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code) || ['EROFS', 'EACCES', 'EPERM'].includes(code))
    return 'read_only';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged';
  return /^SQLITE_IOERR/.test(code) || code === 'EIO' ? 'disk_failing' : null;
}

/** Remembers what the connections of a store ran into. */
export class TroubleWatch {
  #trouble: StoreTrouble | null = null;

  get trouble(): StoreTrouble | null {
    return this.#trouble;
  }

  /** Does `work`; what goes wrong with the store itself is remembered and put into words. */
  run<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.note(error);
    }
  }

  note(error: unknown): unknown {
    const trouble = troubleIn(error);
    return trouble === null ? error : Object.assign(this.meet(trouble), { cause: error });
  }

  /** Remembers it, and gives the refusal. */
  meet(trouble: StoreTrouble): StoreInTrouble {
    // Damage does not pass, whatever comes after it.
    if (this.#trouble !== 'damaged') this.#trouble = trouble;
    return new StoreInTrouble(trouble);
  }

  /** A write went through to the disk: there is room again, and it may be written. */
  written(): void {
    if (this.#trouble !== 'damaged') this.#trouble = null;
  }
}
