import { parentPort, workerData } from 'node:worker_threads';
import { type BackupPlace, makeBackup } from './make-backup.ts';

/** Makes one backup and ends. What goes wrong reaches whoever started the thread as its error. */
const { place, recipient, now } = workerData as { place: BackupPlace; recipient: string; now: Date };
parentPort?.postMessage(await makeBackup(place, recipient, now));
