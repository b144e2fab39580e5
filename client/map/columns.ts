import { type Remote, wrap } from 'comlink';
import { useEffect, useState } from 'react';
import type {
  ColumnSource,
  ColumnsService,
  FilterAnswer,
  Totals,
  View,
  ViewAnswer,
} from './columns-worker.ts';
import type { Criteria } from './incident-index.ts';

export type Columns = Remote<ColumnsService>;

interface StartedWorker {
  readonly worker: Worker;
  readonly columns: Columns;
}

let waiting: StartedWorker | null = null;

const start = (): StartedWorker => {
  const worker = new Worker(new URL('./columns-worker.ts', import.meta.url), { type: 'module' });
  return { worker, columns: wrap<ColumnsService>(worker) };
};

/** Starts the worker of the view that is about to open, while the code of the map is still being read. */
export function prepareColumns(): void {
  waiting ??= start();
}

/** One worker for as long as the view stands. */
export function useColumns(): Columns | null {
  const [columns, setColumns] = useState<Columns | null>(null);
  useEffect(() => {
    const started = waiting ?? start();
    waiting = null;
    setColumns(() => started.columns);
    return () => {
      started.worker.terminate();
      setColumns(null);
    };
  }, []);
  return columns;
}

export interface Loading {
  readonly columns: Columns | null;
  readonly sources: readonly ColumnSource[] | undefined;
  /** Null while it is not known yet. */
  readonly timezone: string | null;
}

export interface Loaded {
  /** A new object with every load; null until the first. */
  readonly totals: Totals | null;
  readonly failure: string | null;
}

/** Brings the worker in line with the data sets. */
export function useLoadedColumns({ columns, sources, timezone }: Loading): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ totals: null, failure: null });
  useEffect(() => {
    if (!columns || !sources || timezone === null) return;
    let current = true;
    columns.load(sources, timezone).then(
      (totals) => current && setLoaded({ totals, failure: null }),
      (error: unknown) => current && setLoaded({ totals: null, failure: messageOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [columns, sources, timezone]);
  return loaded;
}

/**
 * Asks the worker whenever the question changes and keeps the newest answer. While the worker is busy only the
 * newest question waits, so that a brush that moves faster than the filter never builds a queue.
 */
export function useAnswer<Question, Answer>(
  ask: ((question: Question) => Promise<Answer>) | null,
  question: Question | null,
): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [queue] = useState(() => new NewestFirst<Question, Answer>());
  useEffect(() => {
    if (!ask || question === null) return;
    let current = true;
    queue.ask(ask, question, (value) => current && setAnswer(() => value));
    return () => {
      current = false;
    };
  }, [ask, question, queue]);
  return answer;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Ask<Question, Answer> = (question: Question) => Promise<Answer>;

class NewestFirst<Question, Answer> {
  #busy = false;
  #waiting: (() => void) | null = null;

  ask(ask: Ask<Question, Answer>, question: Question, use: (answer: Answer) => void): void {
    const run = () => {
      this.#busy = true;
      ask(question)
        .then(use, () => undefined)
        .finally(() => this.#next());
    };
    if (this.#busy) this.#waiting = run;
    else run();
  }

  #next(): void {
    this.#busy = false;
    const run = this.#waiting;
    this.#waiting = null;
    run?.();
  }
}

export type { Criteria, FilterAnswer, Totals, View, ViewAnswer };
