import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type Run, useRun, useRunProgress, useRunResult } from '../../api/runs.ts';
import { type RunResult, readRunResult } from '../../map/run-result.ts';

/** The analysis run of the address: its record, how far it is, and its cells once it is done. */
export function useRunOnMap(id: string | undefined) {
  const queries = useQueryClient();
  const { data: run, error } = useRun(id);
  const running = run?.state === 'running';
  const { data: progress } = useRunProgress(id, running);
  const over = progress !== undefined && progress.state !== 'running' && progress.state !== 'waiting';
  useEffect(() => {
    if (running && over) void queries.invalidateQueries({ queryKey: ['runs', 'one', id] });
  }, [running, over, id, queries]);
  const summary = run?.summary ?? null;
  const { data: bytes } = useRunResult(id, run?.state === 'done');
  const result = useMemo(() => (bytes && summary ? read(bytes, summary) : null), [bytes, summary]);
  return useMemo(
    () => ({ run: id ? (run ?? null) : null, running, progress, result: id ? result : null, error }),
    [id, run, running, progress, result, error],
  );
}

export type RunOnMap = ReturnType<typeof useRunOnMap>;

function read(bytes: ArrayBuffer, summary: NonNullable<Run['summary']>): RunResult | null {
  try {
    return readRunResult(bytes, summary);
  } catch {
    // A method this version cannot draw: the panel says so, the map stays as it is.
    return null;
  }
}
