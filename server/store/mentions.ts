import { mentionsIn } from '../domain/mention.ts';
import type { Backend } from './backend.ts';
import type { Act, MentionStore } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/** Of one person; what is older was read long ago, or never will be. */
const MOST = 200;

export function mentionStore({ db, write }: Backend): MentionStore {
  return {
    async in(annotationIds) {
      const rows = await db
        .selectFrom('annotation_mention')
        .leftJoin('user', 'user.id', 'annotation_mention.user_id')
        .select(['annotation_id', 'user_id', 'user.name'])
        .where('annotation_id', 'in', [...annotationIds])
        .orderBy('user.name')
        .execute();
      return rows.map((row) => ({
        annotationId: row.annotation_id,
        userId: row.user_id,
        name: row.name ?? '',
      }));
    },
    async of(userId) {
      const rows = await db
        .selectFrom('annotation_mention')
        .innerJoin('annotation', 'annotation.id', 'annotation_mention.annotation_id')
        .leftJoin('user', 'user.id', 'annotation.created_by')
        .select(['annotation.id', 'annotation_mention.at', 'read_at', 'user.name'])
        .where('annotation_mention.user_id', '=', userId)
        .where('annotation.deleted_at', 'is', null)
        .orderBy('annotation_mention.at', 'desc')
        .limit(MOST)
        .execute();
      return rows.map(({ id, at, read_at, name }) => ({
        annotationId: id,
        byName: name,
        at,
        readAt: read_at,
      }));
    },
    markRead: (userId, annotationIds, at) =>
      write(async (transaction) => {
        if (annotationIds.length === 0) return;
        await transaction
          .updateTable('annotation_mention')
          .set({ read_at: at })
          .where('user_id', '=', userId)
          .where('annotation_id', 'in', [...annotationIds])
          .where('read_at', 'is', null)
          .execute();
      }),
  };
}

/** Those the text addresses now; whoever was addressed before has read it, or not, as before. Nobody is told of themselves. */
export async function setMentions(
  transaction: DatabaseTransaction,
  annotationId: string,
  text: string,
  act: Act,
): Promise<void> {
  const meant = mentionsIn(text);
  await transaction
    .deleteFrom('annotation_mention')
    .where('annotation_id', '=', annotationId)
    .$if(meant.length > 0, (query) => query.where('user_id', 'not in', meant))
    .execute();
  for (const user_id of meant)
    await transaction
      .insertInto('annotation_mention')
      .values({
        annotation_id: annotationId,
        user_id,
        at: act.at,
        read_at: user_id === act.actor ? act.at : null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
