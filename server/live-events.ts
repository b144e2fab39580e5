import type { Action } from './domain/permissions.ts';

export const LIVE_OBJECTS = [
  'problem',
  'annotation',
  'concern',
  'commitment',
  'organisation',
  'committee',
  'meeting',
  'ballot',
  'response_card',
  'recording_change',
  'dataset',
  'area',
  'asset',
  'category',
  'run',
  'publication',
  'import',
  'workspace',
] as const;

/** Who hears of what: a number alone tells that a case is being worked on. */
export const HEARD_BY: Record<(typeof LIVE_OBJECTS)[number], Action> = {
  problem: 'problem.read',
  annotation: 'annotation.read',
  concern: 'concern.read',
  commitment: 'commitment.read',
  organisation: 'organisation.read',
  committee: 'committee.read',
  // With its agenda.
  meeting: 'meeting.read',
  // By the id of its meeting, with the count of telephones and votes: never what was voted.
  ballot: 'meeting.read',
  response_card: 'response-card.read',
  recording_change: 'dataset.read',
  // With a data set come the areas, assets and categories of everybody's map.
  dataset: 'area.read',
  area: 'area.read',
  asset: 'asset.read',
  category: 'category.read',
  run: 'run.read',
  publication: 'publication.read',
  import: 'import.read',
  workspace: 'workspace.read',
};

/** What changed for everyone who looks at it. */
export interface Change {
  object: (typeof LIVE_OBJECTS)[number];
  id: string;
}

export interface LiveEvent extends Change {
  kind: 'changed';
  /** Grows by one with every event of this server. */
  seq: number;
}

export interface LiveEvents {
  publish(change: Change): void;
  /** Tells this server's run apart from an earlier one whose numbers mean nothing here. */
  readonly epoch: string;
  /** Newest sequence number. */
  readonly last: number;
  /** Events after `seq`, or null when some of them are no longer kept. */
  since(seq: number): LiveEvent[] | null;
  /** Calls `listener` with every further event until the returned function is called. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}

/** Keeps the newest `capacity` events so that a client that was away can catch up. */
export function createLiveEvents(epoch: string, capacity = 1000): LiveEvents {
  const ring: LiveEvent[] = [];
  const listeners = new Set<(event: LiveEvent) => void>();
  let last = 0;
  return {
    epoch,
    get last() {
      return last;
    },
    publish(change) {
      last += 1;
      const event: LiveEvent = { kind: 'changed', object: change.object, id: change.id, seq: last };
      ring.push(event);
      if (ring.length > capacity) ring.shift();
      for (const listener of listeners) listener(event);
    },
    since(seq) {
      const oldest = ring[0]?.seq ?? last + 1;
      if (seq > last || seq < oldest - 1) return null;
      return ring.filter((event) => event.seq > seq);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
