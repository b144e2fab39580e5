import type { ExpressionBuilder, Selectable } from 'kysely';
import { normaliseLabel } from '../domain/protected-categories.ts';
import { cursorOf, keyOf } from '../keyset.ts';
import type { ConcernTable } from './concern-tables.ts';
import { parsed } from './json.ts';
import type { Concern, ConcernFilter, ConcernInput, Page } from './ports.ts';
import type { Reading, Tables } from './tables.ts';

type ConcernRow = Selectable<ConcernTable>;

export const concerns = (db: Reading) => db.selectFrom('concern').selectAll();

export async function findConcern(db: Reading, id: string): Promise<Concern | null> {
  const row = await concerns(db).where('id', '=', id).executeTakeFirst();
  return row ? concernOf(row) : null;
}

/** The newest received first; those of one day as they were written down, the last one first. */
export async function pageOfConcerns(
  db: Reading,
  filter: ConcernFilter,
  { after, limit }: { after?: string; limit: number },
): Promise<Page<Concern>> {
  let query = concerns(db)
    .where((is) => is.and(conditionsOf(is, filter)))
    .orderBy('received_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    const [day, at, id] = keyOf(after, 3).map(String);
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('received_on', 'created_at', 'id'), '<', tuple(day, at, id)),
    );
  }
  const rows = await query.execute();
  const last = rows.length > limit ? rows[limit - 1] : null;
  return {
    items: rows.slice(0, limit).map(concernOf),
    next: last ? cursorOf(last.received_on, last.created_at, last.id) : null,
  };
}

function conditionsOf(is: ExpressionBuilder<Tables, 'concern'>, filter: ConcernFilter) {
  const {
    states,
    categoryId,
    problemId,
    areaIds,
    coarse,
    receivedAfter,
    receivedUpTo,
    unansweredBefore,
    text,
  } = filter;
  const words = text === undefined ? [] : normaliseLabel(text).split(' ').filter(Boolean);
  return [
    ...(states === undefined ? [] : [is('state', 'in', states)]),
    ...(categoryId === undefined ? [] : [is('category_id', '=', categoryId)]),
    ...(problemId === undefined ? [] : [is('problem_id', '=', problemId)]),
    ...(areaIds === undefined ? [] : [is(coarse ? 'coarse_area_id' : 'area_id', 'in', areaIds)]),
    ...(receivedAfter === undefined ? [] : [is('received_on', '>', receivedAfter)]),
    ...(receivedUpTo === undefined ? [] : [is('received_on', '<=', receivedUpTo)]),
    ...(unansweredBefore === undefined
      ? []
      : [
          is('received_on', '<', unansweredBefore),
          is('answered_on', 'is', null),
          is('state', 'in', ['received', 'attached_to_problem']),
        ]),
    ...words.map((word) => is(is.fn<number>('instr', ['search', is.val(word)]), '>', 0)),
  ];
}

/** What a list is searched for. */
export function searchTextOf(summary: string, detail: string): string {
  return normaliseLabel(`${summary} ${detail}`);
}

/** The columns of the fields that a change names. */
export function valuesOf(change: Partial<ConcernInput>) {
  const { place } = change;
  return {
    received_on: change.receivedOn,
    channel: change.channel,
    language: change.language,
    summary: change.summary,
    detail: change.detail,
    category_id: change.categoryId,
    ...(place !== undefined && placeColumns(place)),
    occurred_from: change.occurredFrom,
    occurred_to: change.occurredTo,
    frequency: change.frequency,
    affected_groups: change.affectedGroups && JSON.stringify(change.affectedGroups),
    harms: change.harms && JSON.stringify(change.harms),
    reporter_type: change.reporterType,
    on_behalf: change.onBehalf === undefined ? undefined : Number(change.onBehalf),
  };
}

export function placeColumns(place: ConcernInput['place']) {
  return {
    place_precision: place?.precision ?? null,
    place_chosen_by: place?.chosenBy ?? null,
    lon: place?.position?.[0] ?? null,
    lat: place?.position?.[1] ?? null,
    side_m: place?.sideM ?? null,
    area_id: place?.areaId ?? null,
    coarse_area_id: place?.coarseAreaId ?? null,
  };
}

export function concernOf(row: ConcernRow): Concern {
  return {
    id: row.id,
    receivedOn: row.received_on,
    channel: row.channel,
    language: row.language,
    summary: row.summary,
    detail: row.detail,
    categoryId: row.category_id,
    precision: row.place_precision,
    chosenBy: row.place_chosen_by,
    position: row.lon === null || row.lat === null ? null : [row.lon, row.lat],
    sideM: row.side_m,
    areaId: row.area_id,
    coarseAreaId: row.coarse_area_id,
    occurredFrom: row.occurred_from,
    occurredTo: row.occurred_to,
    frequency: row.frequency,
    affectedGroups: parsed(row.affected_groups),
    harms: parsed(row.harms),
    reporterType: row.reporter_type,
    onBehalf: row.on_behalf === 1,
    consent: {
      answerMe: row.answer_me === 1,
      contactMe: row.contact_me === 1,
      publishSummary: row.publish_summary === 1,
    },
    consentAt: row.consent_at,
    hasContact: row.contact !== null,
    state: row.state,
    answer: row.answer,
    answeredOn: row.answered_on,
    settledAt: row.settled_at,
    declineReason: row.decline_reason,
    referredTo: row.referred_to,
    mergedInto: row.merged_into,
    problemId: row.problem_id,
    erasedAt: row.erased_at,
    hasPhoto: row.has_photo === 1,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
