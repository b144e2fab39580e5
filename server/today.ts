import type { Clock } from './clock.ts';
import { dayIn } from './domain/time-zone.ts';
import type { Store } from './store/ports.ts';

/** The date on the calendar of the workspace, as in 2026-03-31. */
export async function today(store: Pick<Store, 'settings'>, clock: Clock): Promise<string> {
  return dayIn((await store.settings.get('workspace.timezone')) ?? 'UTC', clock.now());
}
