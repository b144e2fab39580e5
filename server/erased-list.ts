import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppDeps } from './deps.ts';

const ERASED_KINDS = ['concern', 'contact', 'protected', 'user'] as const;

/** What was taken out at the wish of a person, by its id alone: nothing of what it said. */
export interface Erased {
  /** A concern's words; only its contact; a concern passed on as protected; an account. */
  readonly kind: (typeof ERASED_KINDS)[number];
  readonly id: string;
}

/**
 * Beside the database, so that a backup from before does not know less: after a restore it is held to this list. Somebody
 * else writing the last line at the same time is nothing to fear: a line is written in one go.
 */
const FILE = 'erased';

/** A list that cannot be written takes nothing back: the database knows what is erased as long as it is there. */
export function noteErased({ config, log }: Pick<AppDeps, 'config' | 'log'>, { kind, id }: Erased): void {
  try {
    appendFileSync(join(config.dataFolder, FILE), `${kind} ${id}\n`, { mode: 0o600, flush: true });
  } catch (error) {
    log.error(
      { err: error },
      'the list of what was erased could not be written: a restore may bring it back',
    );
  }
}

/** Lines that are none of ours, as one cut off by a full disk, are left out. */
export function readErased(dataFolder: string): Erased[] {
  const lines = textOf(join(dataFolder, FILE)).split('\n');
  return lines.flatMap((line) => {
    const [word = '', id = ''] = line.split(' ');
    const kind = ERASED_KINDS.find((one) => one === word);
    return kind && id !== '' ? [{ kind, id }] : [];
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (Object(error).code === 'ENOENT') return '';
    throw error;
  }
}
