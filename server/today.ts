import type { Clock } from './clock.ts';
import type { Store } from './store/ports.ts';

/** The date on the calendar of the workspace, as in 2026-03-31. */
export async function today(store: Pick<Store, 'settings'>, clock: Clock): Promise<string> {
  const timeZone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
  return calendar(timeZone).format(clock.now());
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a whole request. Swedish writes dates as ISO 8601 does. */
function calendar(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  calendars.set(timeZone, known);
  return known;
}
