import { useCallback, useEffect, useRef, useState } from 'react';
import {
  createImport,
  type ImportKind,
  type ImportTarget,
  type Inspection,
  inspectFile,
  type Mapping,
} from '../../api/imports.ts';

export interface InspectionState {
  inspection: Inspection | null;
  error: unknown;
  isReading: boolean;
  /** Guess again, as another kind. */
  guessAs: (kind: ImportKind) => void;
  /** Try a mapping the user changed. */
  tryMapping: (mapping: Mapping, target: ImportTarget) => void;
}

/** Looks into a file, and again whenever the reader changes how it is to be read. The newest question wins. */
export function useInspection(file: File): InspectionState {
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isReading, setReading] = useState(true);
  const running = useRef<AbortController | null>(null);

  const ask = useCallback((question: (signal: AbortSignal) => Promise<Inspection>) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setReading(true);
    question(mine.signal)
      .then((found) => {
        if (mine.signal.aborted) return;
        setInspection(found);
        setError(null);
      })
      .catch((failure: unknown) => {
        if (!mine.signal.aborted) setError(failure);
      })
      .finally(() => {
        if (!mine.signal.aborted) setReading(false);
      });
  }, []);

  useEffect(() => {
    ask((signal) => inspectFile(file, {}, signal));
    return () => running.current?.abort();
  }, [ask, file]);

  const guessAs = useCallback(
    (kind: ImportKind) => ask((signal) => inspectFile(file, { kind }, signal)),
    [ask, file],
  );
  const tryMapping = useCallback(
    (mapping: Mapping, target: ImportTarget) =>
      ask(async (signal) => {
        const { id } = await createImport({ fileName: file.name, target, mapping });
        return inspectFile(file, { draft: id }, signal);
      }),
    [ask, file],
  );
  return { inspection, error, isReading, guessAs, tryMapping };
}
