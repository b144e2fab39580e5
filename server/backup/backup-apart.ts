import { Worker } from 'node:worker_threads';
import { workerFile } from '../worker-file.ts';
import type { Backup, BackupPlace } from './make-backup.ts';

/** As `makeBackup`, in a thread of its own: reading every page of a large copy would hold up every request for seconds. */
export function makeBackupApart(place: BackupPlace, recipient: string, now: Date): Promise<Backup> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('backup').url, { workerData: { place, recipient, now } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The worker of the backup ended without an answer.')));
  });
}
