import { useSyncExternalStore } from 'react';

type Answer = (proven: boolean) => void;

let waiting: Answer[] = [];
const listeners = new Set<() => void>();

/** Asks the person to prove again who it is; resolves to whether they did. Several who ask at once get one answer. */
export function askForProof(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    tell();
  });
}

/** What the dialog has come to. */
export function answerProof(proven: boolean): void {
  const answered = waiting;
  waiting = [];
  tell();
  for (const answer of answered) answer(proven);
}

/** Whether somebody waits for a proof. */
export function useProofWanted(): boolean {
  return useSyncExternalStore(subscribe, () => waiting.length > 0);
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
