import type { Store } from './store/ports.ts';

/** The clocks of the place that incidents are about; those of the workspace when it is more than one place. */
export async function dataZone(
  store: Pick<Store, 'datasets' | 'settings'>,
  chosen: readonly number[] | undefined,
): Promise<string> {
  const read = (await store.datasets.list()).filter(
    ({ id, kind, count }) => kind === 'incidents' && count > 0 && (!chosen?.length || chosen.includes(id)),
  );
  const zones = new Set(read.map(({ timezone }) => timezone));
  const [only] = zones;
  return zones.size === 1 ? only : ((await store.settings.get('workspace.timezone')) ?? 'UTC');
}
