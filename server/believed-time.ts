import type { AppDeps } from './deps.ts';
import { type ClockDoubt, clockDoubt } from './domain/believed-time.ts';
import { LAST_LOOK } from './retention-looks.ts';

/** Settings: the time that was believed last, and what is doubted since; no doubt is the empty text. */
const BELIEVED = 'clock.believed';
const DOUBTED = 'clock.doubted';

type Parts = Pick<AppDeps, 'store' | 'clock'>;

/** Says what is wrong with the clock; null: it may be believed. */
export type TimeGuard = () => Promise<ClockDoubt | null>;

/**
 * Asked before anything is deleted because its time is over. Once in doubt the clock stays in doubt, however often it is
 * asked, until it is put right or somebody says that it is right. `uptime`: milliseconds the machine has run, asleep or not.
 */
export function createTimeGuard({ store, clock }: Parts, uptime: (() => number) | null = null): TimeGuard {
  let before: { at: string; uptime: number } | null = null;
  return async () => {
    const now = clock.now();
    const believed = await believedTime(store);
    // Somebody else may have said what time it is: then nothing is known of how long ago that was.
    const ran = uptime && before?.at === believed ? uptime() - before.uptime : null;
    const doubt = clockDoubt(believed, now, ran);
    await store.settings.set(DOUBTED, doubt ?? '');
    if (doubt !== null) return doubt;
    const at = now.toISOString();
    await store.settings.set(BELIEVED, at);
    before = uptime && { at, uptime: uptime() };
    return null;
  };
}

/** Before it was ever asked: the last look of the retention clock, or the newest line of the history. */
export async function believedTime(store: Parts['store']): Promise<string | null> {
  const known = (await store.settings.get(BELIEVED)) ?? (await store.settings.get(LAST_LOOK));
  return known ?? (await store.audit.page({}, { limit: 1 })).items[0]?.at ?? null;
}

export async function doubtOf(store: Parts['store']): Promise<ClockDoubt | null> {
  const doubt = await store.settings.get(DOUBTED);
  return doubt === 'ahead' || doubt === 'behind' ? doubt : null;
}

/** Somebody says that the clock is right. */
export async function believe({ store, clock }: Parts, actor: string): Promise<void> {
  const at = clock.now().toISOString();
  const change: Record<string, [unknown, unknown]> = { clock: [await believedTime(store), at] };
  await store.audit.add(
    { action: 'update', objectKind: 'retention', objectId: 'clock', change },
    { actor, at },
  );
  await store.settings.set(BELIEVED, at);
  await store.settings.set(DOUBTED, '');
}
