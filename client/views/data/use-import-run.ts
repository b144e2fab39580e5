import { useEffect, useRef, useState } from 'react';
import { useRefreshData } from '../../api/datasets.ts';
import {
  cancelImport,
  createImport,
  type ImportProgress,
  type ImportRequest,
  importProgress,
  sendFile,
} from '../../api/imports.ts';
import type { ImportRecord } from '../../api/records.ts';

const ASK_EVERY_MS = 400;

export type RunState =
  | { step: 'idle' }
  | { step: 'running'; progress: ImportProgress | null; isCancelling: boolean }
  | { step: 'done'; record: ImportRecord }
  | { step: 'cancelled' }
  | { step: 'failed'; error: unknown };

/** Sends the file to be stored, follows how far it is, and can call it off. */
export function useImportRun(file: File) {
  const [state, setState] = useState<RunState>({ step: 'idle' });
  const current = useRef<{ id: string | null; abort: AbortController; wanted: boolean } | null>(null);
  const refresh = useRefreshData();
  useEffect(() => () => current.current?.abort.abort(), []);

  const start = async (request: ImportRequest) => {
    const run = { id: null as string | null, abort: new AbortController(), wanted: true };
    current.current = run;
    setState({ step: 'running', progress: null, isCancelling: false });
    let timer: ReturnType<typeof setInterval> | undefined;
    try {
      const { id } = await createImport(request);
      run.id = id;
      timer = setInterval(() => follow(id), ASK_EVERY_MS);
      const record = await sendFile(id, file, run.abort.signal);
      setState({ step: 'done', record });
      await refresh();
    } catch (error) {
      setState(run.wanted ? { step: 'failed', error } : { step: 'cancelled' });
    } finally {
      clearInterval(timer);
    }
  };

  const follow = async (id: string) => {
    const progress = await importProgress(id).catch(() => null);
    if (!progress) return;
    setState((before) => (before.step === 'running' ? { ...before, progress } : before));
  };

  const cancel = async () => {
    const run = current.current;
    if (!run) return;
    run.wanted = false;
    setState((before) => (before.step === 'running' ? { ...before, isCancelling: true } : before));
    if (run.id) await cancelImport(run.id).catch(() => {});
    run.abort.abort();
  };

  return { state, start, cancel, reset: () => setState({ step: 'idle' }) };
}
