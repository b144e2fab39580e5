import { useSyncExternalStore } from 'react';
import type { LinkGroup } from '../server/app.ts';

/** What keeps a thing from being deleted, as the server says it. */
export interface LinksFound {
  links: readonly LinkGroup[];
  /** Nothing of it would point to nothing: one can go on. */
  mayGoOn: boolean;
}

interface Waiting extends LinksFound {
  answer: (goOn: boolean) => void;
}

let waiting: readonly Waiting[] = [];
const listeners = new Set<() => void>();

/** Shows the person what links to what they want to delete; resolves to whether they go on. */
export function askAboutLinks(found: LinksFound): Promise<boolean> {
  return new Promise((resolve) => {
    set([...waiting, { ...found, answer: resolve }]);
  });
}

export function answerLinks(goOn: boolean): void {
  const [first, ...rest] = waiting;
  set(rest);
  first?.answer(goOn);
}

/** The first that waits. */
export function useLinksFound(): LinksFound | undefined {
  return useSyncExternalStore(subscribe, () => waiting[0]);
}

function set(next: readonly Waiting[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
