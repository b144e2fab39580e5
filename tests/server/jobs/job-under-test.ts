import { tableFromIPC } from 'apache-arrow';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { IncidentColumns } from '../../../analysis/incident-columns.ts';
import { type RunRequestInput, runRequest } from '../../../server/jobs/contract.ts';
import { createJobRunner } from '../../../server/jobs/create-job-runner.ts';
import { clock, smallStore, viewer } from './small-store.ts';

/** A runner with its real threads over a store in memory. */
export function jobsOver(
  columns: IncidentColumns,
  ...places: Parameters<typeof smallStore> extends [unknown, ...infer Rest] ? Rest : never
) {
  const small = smallStore(columns, ...places);
  const errors: unknown[] = [];
  const jobs = createJobRunner({
    store: small.store,
    clock,
    live: { publish() {} },
    log: { info() {}, warn() {}, error: (fields) => errors.push(fields) },
  });
  const end = async (request: RunRequestInput) => {
    const { id } = await jobs.start(viewer, runRequest.parse(request));
    await jobs.settled(id);
    const run = small.runs.get(id);
    if (run === undefined || errors.length > 0)
      throw new Error(`run ${id}: ${JSON.stringify(errors)} ${String(errors)}`);
    return run;
  };
  return {
    jobs,
    /** The run, however it ended; an error is thrown. */
    ended: end,
    runs: small.runs,
    nextVersion: small.nextVersion,
    close: () => jobs.close(),
    /** Cancels a run that is so far; gives the milliseconds it took to end. */
    async cancelledAfter(request: RunRequestInput, done: number): Promise<number> {
      const { id } = await jobs.start(viewer, runRequest.parse(request));
      while ((jobs.progress(id)?.done ?? 1) < done) await new Promise((resolve) => setTimeout(resolve, 2));
      const asked = performance.now();
      expect(jobs.cancel(id)).toBe(true);
      await jobs.settled(id);
      expect(small.runs.get(id)?.state).toBe('cancelled');
      return performance.now() - asked;
    },
    /** The sentence a run was refused with. */
    async refusal(request: RunRequestInput): Promise<string> {
      const { state, failure } = await end(request);
      expect(state).toBe('failed');
      return failure ?? '';
    },
    /** The finished run; its summary has every field of the schema and no other. */
    async finish<Summary extends z.ZodType>(request: RunRequestInput, schema: Summary) {
      const run = await end(request);
      if (run.state !== 'done') throw new Error(`${run.state}: ${run.failure}`);
      const summary = schema.parse(run.summary);
      expect(summary).toEqual(run.summary);
      const table = tableFromIPC(run.result ?? new Uint8Array());
      const column = (name: string): (number | null)[] => {
        const vector = table.getChild(name);
        if (vector === null) throw new Error(`no column ${name}`);
        return Array.from(vector);
      };
      return { run, summary, table, column, metadata: table.schema.metadata };
    },
  };
}
