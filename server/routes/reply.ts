import type { Context } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import type { Person } from '../in-reach.ts';
import type { Change } from '../live-events.ts';
import type { Act } from '../store/ports.ts';

/** Who acts, and when: for the audit entry of the write. */
export function actOf(c: Context<AppEnv>, deps: Pick<AppDeps, 'clock'>, reason?: string): Act {
  return { actor: c.get('session').user.id, at: deps.clock.now().toISOString(), reason };
}

/** Who asks, for what is in their reach. */
export function personOf(c: Context<AppEnv>): Person {
  return { userId: c.get('session').user.id, roles: c.get('roles') };
}

/** How many sessions were ended. */
export const endedSessions = z.object({ ended: z.int() }).meta({ id: 'EndedSessions' });

/** Tells everyone who looks on that a record changed. */
export function announce(deps: Pick<AppDeps, 'live'>, object: Change['object'], id: number | string): void {
  deps.live.publish({ object, id: String(id) });
}

/** The version as an entity tag, so that If-Match takes it as it is. */
export function tagged<T extends { version: number }>(c: Context<AppEnv>, record: T): T {
  c.header('ETag', `"${record.version}"`);
  return record;
}

/** Writes into the history that somebody looked at what not everybody may see. Nobody waits for it. */
export function noteRead(
  c: Context<AppEnv>,
  { auditQueue }: Pick<AppDeps, 'auditQueue'>,
  objectKind: string,
  objectId: number | string,
  what: Record<string, unknown> = {},
): void {
  const change = Object.fromEntries(
    Object.entries(what).map(([field, value]): [string, [unknown, unknown]] => [field, [null, value]]),
  );
  auditQueue.note(
    { action: 'read', objectKind, objectId: String(objectId), change },
    c.get('session').user.id,
  );
}

/** Which incidents were given out, short enough to be kept for ever: neighbouring numbers as one range, "4-9 12". */
export function rangesOf(incidents: readonly { id: number }[]): string {
  const ids = incidents.map(({ id }) => id).sort((a, b) => a - b);
  const starts = ids.filter((id, i) => i === 0 || id > (ids[i - 1] ?? 0) + 1);
  const ends = ids.filter((id, i) => i === ids.length - 1 || (ids[i + 1] ?? 0) > id + 1);
  return starts.map((start, i) => (start === ends[i] ? `${start}` : `${start}-${ends[i]}`)).join(' ');
}
