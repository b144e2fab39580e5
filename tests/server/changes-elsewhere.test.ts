import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { followChangesElsewhere } from '../../server/changes-elsewhere.ts';
import { importCommand } from '../../server/cli/import.ts';
import { createLiveEvents } from '../../server/live-events.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/ports.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function following(): Promise<{
  store: Store;
  databaseFile: string;
  live: ReturnType<typeof createLiveEvents>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-elsewhere-'));
  const databaseFile = join(folder, 'common-ground.sqlite');
  const store = await openStore({ file: databaseFile });
  const live = createLiveEvents('e');
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const stop = followChangesElsewhere({ store, live, log }, 20);
  cleanups.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => store.close(),
    stop,
  );
  return { store, databaseFile, live };
}

const act = { actor: null, at: '2026-01-01T00:00:00.000Z' };
const spoken = (live: ReturnType<typeof createLiveEvents>) =>
  (live.since(0) ?? []).map(({ object, id }) => `${object} ${id}`);

it('an import by the command line is announced', async () => {
  const { databaseFile, live } = await following();
  const file = join(databaseFile, '..', 'incidents.csv');
  writeFileSync(file, 'id,date,category,lon,lat\n1,2024-03-01 10:00,Theft,36.8,-1.3\n');
  const now = () => new Date('2026-01-01T00:00:00Z');
  const { code } = await importCommand([file, '--dataset', 'Town'], { databaseFile, now });
  expect(code).toBe(0);
  await vi.waitFor(() => expect(spoken(live).some((change) => change.startsWith('import '))).toBe(true));
  expect(spoken(live)).toContain('dataset 1');
});

it('what this process announces itself is not said twice, and what concerns nobody not at all', async () => {
  const { store, live } = await following();
  const made = await store.datasets.create({ name: 'Own', kind: 'incidents', timezone: 'UTC' }, act);
  live.publish({ object: 'dataset', id: String(made.id) });
  await store.audit.add({ action: 'sign_in', objectKind: 'user', objectId: 'u' }, act);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(spoken(live)).toEqual([`dataset ${made.id}`]);
});
