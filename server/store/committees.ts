import { randomUUID } from 'node:crypto';
import type { CommitteeChange, CommitteeFields, MemberFields } from '../domain/meeting/committee.ts';
import type { Backend } from './backend.ts';
import { beginnings, differences, existing, newest, record } from './change.ts';
import { parsed } from './json.ts';
import type { Act, Committee, CommitteeMember, CommitteeStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'committee';
const SEAT = 'seat';

export function committeeStore({ db, write }: Backend): CommitteeStore {
  return {
    list: async () => (await rows(db).orderBy('name').orderBy('id').execute()).map(told),
    get: (id) => find(db, id),
    create: (input, act) =>
      write(async (transaction) => {
        const id = randomUUID();
        await transaction
          .insertInto('committee')
          .values({
            ...columnsOf(input),
            id,
            area_id: input.areaId,
            created_by: act.actor ?? '',
            created_at: act.at,
            updated_at: act.at,
          })
          .execute();
        await note(transaction, id, 'create', beginnings(input), act);
        return existing(await find(transaction, id), WHAT);
      }),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        const changed = differences<Committee>(before, change);
        if (Object.keys(changed).length === 0) return before;
        await transaction
          .updateTable('committee')
          .set({ ...changesOf(change), version: version + 1, updated_at: act.at })
          .where('id', '=', id)
          .execute();
        await note(transaction, id, 'update', changed, act);
        return existing(await find(transaction, id), WHAT);
      }),
    members: (committeeId) => members(db, committeeId),
    addMember: (committeeId, input, act) =>
      write(async (transaction) => {
        existing(await find(transaction, committeeId), WHAT);
        const id = randomUUID();
        await checkThere(transaction, input);
        await transaction
          .insertInto('committee_member')
          .values({
            ...seatOf(input),
            id,
            committee_id: committeeId,
            created_by: act.actor ?? '',
            created_at: act.at,
          })
          .execute();
        await note(transaction, committeeId, 'seat', { seat: [null, { id, ...input }] }, act);
        return memberOf(transaction, committeeId, id);
      }),
    updateMember: (committeeId, id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await memberOf(transaction, committeeId, id), version, SEAT);
        const changed = differences<MemberFields>(before, change);
        if (Object.keys(changed).length === 0) return before;
        await checkThere(transaction, change);
        const after = { ...before, ...change };
        await transaction
          .updateTable('committee_member')
          .set({ ...seatOf(after), version: version + 1 })
          .where('id', '=', id)
          .execute();
        const was = Object.fromEntries(Object.entries(changed).map(([field, [old]]) => [field, old]));
        await note(
          transaction,
          committeeId,
          'seat',
          {
            seat: [
              { id, ...was },
              { id, ...change },
            ],
          },
          act,
        );
        return memberOf(transaction, committeeId, id);
      }),
    removeMember: (committeeId, id, act) =>
      write(async (transaction) => {
        const { seat } = await memberOf(transaction, committeeId, id);
        await transaction.deleteFrom('committee_member').where('id', '=', id).execute();
        await note(transaction, committeeId, 'seat', { seat: [{ id, seat }, null] }, act);
      }),
    setFeed: (id, digest, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), WHAT);
        const madeAt = digest === null ? null : act.at;
        await transaction
          .updateTable('committee')
          .set({ feed_digest: digest, feed_made_at: madeAt, version: before.version + 1, updated_at: act.at })
          .where('id', '=', id)
          .execute();
        // That there is another address, never the address.
        await note(transaction, id, 'update', { feedMadeAt: [before.feedMadeAt, madeAt] }, act);
        return existing(await find(transaction, id), WHAT);
      }),
    byFeed: async (digest) => {
      const row = await rows(db).where('feed_digest', '=', digest).executeTakeFirst();
      return row ? told(row) : null;
    },
  };
}

function rows(db: Reading) {
  return db.selectFrom('committee').selectAll();
}

async function find(db: Reading, id: string): Promise<Committee | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  return row ? told(row) : null;
}

type CommitteeRow = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

function told(row: CommitteeRow): Committee {
  return {
    id: row.id,
    name: row.name,
    areaId: row.area_id,
    mandate: row.mandate,
    rules: row.rules,
    languages: parsed(row.languages),
    quorum: row.quorum,
    codeSignedOn: row.code_signed_on,
    partnerNote: row.partner_note,
    endedOn: row.ended_on,
    feedMadeAt: row.feed_made_at,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function columnsOf(input: Omit<CommitteeFields, 'areaId'>) {
  return {
    name: input.name,
    mandate: input.mandate,
    rules: input.rules,
    languages: JSON.stringify(input.languages),
    quorum: input.quorum,
    code_signed_on: input.codeSignedOn,
    partner_note: input.partnerNote,
    ended_on: input.endedOn,
  };
}

/** What is not given is left out, and stays as it is. */
function changesOf({ languages, codeSignedOn, partnerNote, endedOn, ...rest }: CommitteeChange) {
  return {
    ...rest,
    ...(languages && { languages: JSON.stringify(languages) }),
    code_signed_on: codeSignedOn,
    partner_note: partnerNote,
    ended_on: endedOn,
  };
}

function seatOf(input: MemberFields) {
  return {
    seat: input.seat,
    office: input.office,
    side: input.side,
    sex: input.sex,
    organisation_id: input.organisationId,
    user_id: input.userId,
    term_from: input.termFrom,
    term_to: input.termTo,
  };
}

async function members(db: Reading, committeeId: string): Promise<CommitteeMember[]> {
  const found = await db
    .selectFrom('committee_member')
    .leftJoin('organisation', 'organisation.id', 'committee_member.organisation_id')
    .leftJoin('user', 'user.id', 'committee_member.user_id')
    .selectAll('committee_member')
    .select(['organisation.name as organisation_name', 'user.name as user_name'])
    .where('committee_id', '=', committeeId)
    .orderBy('term_from', 'desc')
    .orderBy('committee_member.created_at')
    .orderBy('committee_member.id')
    .execute();
  return found.map((row) => ({
    id: row.id,
    committeeId: row.committee_id,
    seat: row.seat,
    office: row.office,
    side: row.side,
    sex: row.sex,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    userId: row.user_id,
    userName: row.user_name,
    termFrom: row.term_from,
    termTo: row.term_to,
    version: row.version,
  }));
}

async function memberOf(db: Reading, committeeId: string, id: string): Promise<CommitteeMember> {
  const found = (await members(db, committeeId)).find((one) => one.id === id);
  return existing(found, SEAT);
}

async function checkThere(
  db: Reading,
  { organisationId, userId }: Partial<Pick<MemberFields, 'organisationId' | 'userId'>>,
): Promise<void> {
  if (organisationId)
    existing(
      await db.selectFrom('organisation').select('id').where('id', '=', organisationId).executeTakeFirst(),
      'organisation',
    );
  if (userId)
    existing(await db.selectFrom('user').select('id').where('id', '=', userId).executeTakeFirst(), 'person');
}

async function note(
  transaction: DatabaseTransaction,
  id: string,
  action: string,
  change: Parameters<typeof record>[1]['change'],
  act: Act,
): Promise<void> {
  await record(transaction, { action, objectKind: WHAT, objectId: id, change }, act);
}
