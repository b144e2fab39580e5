import type { AnalysisRun, Viewer } from '../store/ports.ts';
import type { RunProgress, RunRequest } from './contract.ts';

/** Runs analysis methods in worker threads and keeps every execution as an `AnalysisRun`. */
export interface JobRunner {
  /**
   * Starts the run and answers with its row in state 'running', or with the finished run of the same
   * method, parameters, filter and data version.
   */
  start(viewer: Viewer, request: RunRequest): Promise<AnalysisRun>;
  /** Null when this process is not working on the run: its row says how it ended. */
  progress(id: string): RunProgress | null;
  /** False when this process is not working on the run. */
  cancel(id: string): boolean;
  /** Resolves when the run has ended, whichever way; at once when it is not running. */
  settled(id: string): Promise<void>;
  /** Cancels what is running and stops the workers. */
  close(): Promise<void>;
}
