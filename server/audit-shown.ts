import { type HeldRole, reachOf } from './domain/held-roles.ts';
import type { Action } from './domain/permissions.ts';
import type { AuditEntry } from './store/ports.ts';

/**
 * What somebody needs besides, to read in the history what was written in a record of this kind. Who looked at what and who
 * holds which role is what the history is for; the words of a case are not.
 */
const NEEDS: Readonly<Record<string, Action>> = {
  problem: 'problem.read',
  annotation: 'annotation.read',
  concern: 'concern.read',
  concern_photo: 'concern.read',
  commitment: 'problem.read',
  committee: 'committee.read',
  meeting: 'meeting.read',
  // Promises kept internal stand in them too.
  minutes: 'meeting.change',
  ballot: 'meeting.read',
  decision: 'meeting.read',
  run: 'run.read',
  dataset: 'dataset.read',
  import: 'import.read',
  protected_asset: 'protected-asset.read',
  sharing_agreement: 'aggregate.read',
  aggregate_count: 'aggregate.read',
};

export type ShownEntry<T extends AuditEntry = AuditEntry> = T & {
  /** Before, after and reason are not for whoever asks. */
  hidden: boolean;
};

/** Who did what when stays; what it said goes, unless these roles may read such records everywhere. */
export function shownTo<T extends AuditEntry>(roles: readonly HeldRole[], entry: T): ShownEntry<T> {
  const needs = NEEDS[entry.objectKind];
  const hidden = needs !== undefined && entry.action !== 'read' && reachOf(roles, needs) !== 'everywhere';
  return hidden ? { ...entry, reason: '', change: {}, hidden } : { ...entry, hidden };
}
