import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type WorkerName, workerFile } from '../../server/worker-file.ts';

describe('workerFile', () => {
  it.each<WorkerName>(['jobs', 'snapshot', 'imports', 'backup', 'disclosure'])(
    'finds the source of %s when run from source',
    (name) => {
      const { path, execArgv } = workerFile(name);
      expect(path).toMatch(/worker\.ts$/);
      expect(existsSync(path)).toBe(true);
      expect(execArgv[0]).toBe('--import');
      expect(existsSync(new URL(execArgv[1]))).toBe(true);
    },
  );
});
