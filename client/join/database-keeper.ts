import { type DBSchema, openDB } from 'idb';
import { type Entry, type Keeper, memoryKeeper } from './outbox.ts';

interface Schema extends DBSchema {
  outbox: { key: number; value: Entry };
}

/** Keeps the outbox in the database of the browser; in memory where the browser has none to give. */
export async function openKeeper(): Promise<Keeper> {
  try {
    const db = await openDB<Schema>('common-ground-phone', 1, {
      upgrade(database) {
        database.createObjectStore('outbox', { keyPath: 'number', autoIncrement: true });
      },
    });
    return {
      all: () => db.getAll('outbox'),
      async add(entry) {
        // The database gives the number; the order of the numbers is the order of sending.
        await db.add('outbox', entry as Entry);
      },
      put: async (entry) => void (await db.put('outbox', entry)),
      remove: (number) => db.delete('outbox', number),
    };
  } catch {
    return memoryKeeper();
  }
}
