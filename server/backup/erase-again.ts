import type { Erased } from '../erased-list.ts';
import type { OpenStore } from '../store/open-store.ts';
import type { Act } from '../store/ports.ts';

/** Of a restored copy. */
export interface ErasedAgain {
  concerns: number;
  contacts: number;
  people: number;
}

/** A backup may be older than somebody's wish to be forgotten: what was erased since is erased in the restored copy too. */
export async function eraseAgain(
  store: OpenStore,
  erased: readonly Erased[],
  act: Act,
): Promise<ErasedAgain> {
  const again: ErasedAgain = { concerns: 0, contacts: 0, people: 0 };
  for (const { kind, id } of erased) {
    if (kind === 'user') again.people += await eraseAccount(store, id, act);
    else if (kind === 'contact') again.contacts += await forgetContact(store, id, act);
    // One that was passed on as protected is gone; of its words nothing is to be left here either.
    else again.concerns += await eraseConcern(store, id, act);
  }
  return again;
}

async function eraseConcern({ concerns }: OpenStore, id: string, act: Act): Promise<number> {
  const found = await concerns.get(id);
  if (!found || found.erasedAt !== null) return 0;
  await concerns.erase(id, found.version, act);
  return 1;
}

async function forgetContact({ concerns }: OpenStore, id: string, act: Act): Promise<number> {
  const found = await concerns.get(id);
  if (!found?.hasContact) return 0;
  await concerns.forgetContact(id, found.version, act);
  return 1;
}

async function eraseAccount({ personalData }: OpenStore, id: string, act: Act): Promise<number> {
  if (!(await personalData.of(id))) return 0;
  await personalData.erase(id, null, act);
  return 1;
}
