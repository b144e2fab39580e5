import type { Backend } from './backend.ts';
import { existing, newest, record } from './change.ts';
import { findConcern } from './concern-rows.ts';
import { addStep, entryOf, put, silent } from './concern-writes.ts';
import type { ConcernPhoto, ConcernPhotoStore } from './ports.ts';

const WHAT = 'concern';

/** The photos of concerns, one for each. The history says that there was one, never what it showed. */
export function concernPhotoStore({ db, write, wipeLog }: Backend): ConcernPhotoStore {
  return {
    async get(concernId, what) {
      const row = await db
        .selectFrom('concern_photo')
        .select(['media_type', what])
        .where('concern_id', '=', concernId)
        .executeTakeFirst();
      if (!row) return null;
      const bytes = what === 'content' ? row.content : row.preview;
      return { mediaType: what === 'content' ? row.media_type : 'image/webp', bytes };
    },
    add: (concernId, photo, act) =>
      write(async (transaction) => {
        const before = existing(await findConcern(transaction, concernId), WHAT);
        if (before.hasPhoto || before.erasedAt !== null) return before;
        await transaction.insertInto('concern_photo').values(rowOf(concernId, photo)).execute();
        await put(transaction, before, { has_photo: 1 }, act);
        await record(transaction, entryOf(concernId, 'photo'), silent(act));
        return existing(await findConcern(transaction, concernId), WHAT);
      }),
    remove: async (concernId, version, act) => {
      const after = await write(async (transaction) => {
        const before = newest(await findConcern(transaction, concernId), version, WHAT);
        if (!before.hasPhoto) return before;
        await transaction.deleteFrom('concern_photo').where('concern_id', '=', concernId).execute();
        await put(transaction, before, { has_photo: 0 }, act);
        const { state } = before;
        await addStep(
          transaction,
          { id: concernId, step: 'photo_out', from: state, to: state, note: '' },
          act,
        );
        await record(transaction, entryOf(concernId, 'photo_out'), silent(act));
        return existing(await findConcern(transaction, concernId), WHAT);
      });
      await wipeLog();
      return after;
    },
  };
}

const rowOf = (concern_id: string, { mediaType, width, height, content, preview }: ConcernPhoto) => ({
  concern_id,
  media_type: mediaType,
  width,
  height,
  content,
  preview,
});
