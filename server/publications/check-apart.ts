import { Worker } from 'node:worker_threads';
import { Unusable } from '../errors.ts';
import { workerFile } from '../worker-file.ts';
import type { FigureCheck, FigureVerdict } from './check-figures.ts';

/** As `checkFigures`, in a thread of its own. */
export async function checkApart(check: FigureCheck): Promise<Extract<FigureVerdict, { kind: 'checked' }>> {
  const verdict = await new Promise<FigureVerdict>((resolve, reject) => {
    const worker = new Worker(workerFile('disclosure').url, { workerData: check });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () =>
      reject(new Error('The worker of the disclosure check ended without an answer.')),
    );
  });
  if (verdict.kind === 'checked') return verdict;
  throw new Unusable(
    'too_many_together',
    `${verdict.figures} figures of this and earlier releases share incidents: too many to check. Choose longer periods or larger areas.`,
  );
}
