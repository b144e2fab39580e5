import { fileURLToPath } from 'node:url';

/** The worker threads of the server; each is an entry of its own in the built server. */
export type WorkerName = 'jobs' | 'half' | 'imports' | 'snapshot' | 'backup' | 'disclosure';

const SOURCES: Record<WorkerName, string> = {
  jobs: './jobs/worker.ts',
  half: './jobs/half-worker.ts',
  imports: './imports/worker.ts',
  snapshot: './store/snapshot-worker.ts',
  backup: './backup/worker.ts',
  disclosure: './publications/worker.ts',
};

const TYPESCRIPT = new URL('./register-tsx.mjs', import.meta.url).href;

/**
 * Where a worker thread starts: the source under tsx, the built file beside main.js otherwise.
 * `url` is for `new Worker(url)`, `path` with `execArgv` for a pool that imports the file itself.
 */
export function workerFile(name: WorkerName): { url: URL; path: string; execArgv: string[] } {
  const fromSource = import.meta.url.endsWith('.ts');
  const file = new URL(fromSource ? SOURCES[name] : `./${name}-worker.js`, import.meta.url);
  return {
    url: fromSource ? throughTsx(file) : file,
    path: fileURLToPath(file),
    execArgv: fromSource ? ['--import', TYPESCRIPT] : [],
  };
}

/** Node 20 loads the first file of a thread before `--import tsx` has taught it TypeScript, so two lines of JavaScript come first. */
function throughTsx(file: URL): URL {
  const start = `import ${JSON.stringify(TYPESCRIPT)}; await import(${JSON.stringify(file.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(start)}`);
}
