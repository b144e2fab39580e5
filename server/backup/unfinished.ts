import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const UNFINISHED = /^(?:backup|restore)-(\d+)\.tmp(?:-wal|-shm|-journal)?$/;

/** Takes away the open copies of backups and restores whose process was killed: nobody else would. */
export function removeUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const [, id] = UNFINISHED.exec(name) ?? [];
    if (id !== undefined && !isWorking(Number(id))) rmSync(join(dataFolder, name), { force: true });
  }
}

/** In a container every run has the same id: what bears our own was left by a run before. */
function isWorking(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    // It runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
