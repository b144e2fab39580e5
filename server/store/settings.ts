import type { Backend } from './backend.ts';
import type { SettingStore } from './ports.ts';

export function settingStore({ db, write }: Backend): SettingStore {
  return {
    async get(key) {
      const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },
    async set(key, value) {
      await write((transaction) =>
        transaction
          .insertInto('setting')
          .values({ key, value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute(),
      );
    },
  };
}
