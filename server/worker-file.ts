import { fileURLToPath } from 'node:url';

/** The worker threads of the server; each is an entry of its own in the built server. */
export type WorkerName = 'jobs' | 'imports' | 'snapshot';

const SOURCES: Record<WorkerName, string> = {
  jobs: './jobs/worker.ts',
  imports: './imports/worker.ts',
  snapshot: './store/snapshot-worker.ts',
};

/** Where a worker thread starts: the source under tsx, the built file beside main.js otherwise. */
export function workerFile(name: WorkerName): { url: URL; path: string; execArgv: string[] } {
  const fromSource = import.meta.url.endsWith('.ts');
  const url = new URL(fromSource ? SOURCES[name] : `./${name}-worker.js`, import.meta.url);
  return { url, path: fileURLToPath(url), execArgv: fromSource ? ['--import', 'tsx'] : [] };
}
