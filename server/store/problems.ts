import { randomUUID } from 'node:crypto';
import type { PartBodies } from '../domain/case/parts.ts';
import { type CaseState, stateAfterMove, stateFits } from '../domain/case/standing.ts';
import { MOST_BY_HAND } from '../domain/linked-incidents.ts';
import { Conflict, NotFound, Unusable } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, type Change, differences, existing, newest, record } from './change.ts';
import { attachAll } from './concern-writes.ts';
import { parsed, textOrNull } from './json.ts';
import { refuseLinked, toProblem } from './links.ts';
import type { Act, ManualLink, Problem, ProblemStore } from './ports.ts';
import { countByStage, listOfProblems, outlinesOf, pageOfProblems } from './problem-pages.ts';
import { findProblem as find, type ProblemValues, problems, withLinks } from './problem-rows.ts';
import type { DatabaseTransaction } from './tables.ts';

const WHAT = 'problem case';
const KIND = 'problem';

export function problemStore({ db, write }: Backend): ProblemStore {
  return {
    list: (sight) => listOfProblems(db, sight),
    page: (filter, page) => pageOfProblems(db, filter, page),
    countByStage: (filter) => countByStage(db, filter),
    outlines: () => outlinesOf(db),
    get: (id, also) => find(db, id, also),
    create: (input, act) => write((transaction) => create(transaction, input, act)),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        const changed = differences<Problem>(before, change);
        if (Object.keys(changed).length === 0) return before;
        const { title, statement, state, confidentiality } = change;
        if (state !== undefined && !stateFits(state, before.stage))
          throw new Unusable(
            'state_does_not_fit',
            `In the stage ${before.stage} a case cannot be ${state.replaceAll('_', ' ')}. Move it to the stage first.`,
            [{ pointer: '/state', detail: `Does not go with the stage ${before.stage}.` }],
          );
        const values = {
          title,
          statement,
          state,
          confidentiality,
          review_on: change.reviewOn,
          ...('geometry' in changed && { geometry: textOrNull(change.geometry) }),
          ...('rule' in changed && { rule: textOrNull(change.rule) }),
        };
        return save(transaction, before, values, { action: 'update', change: changed }, act);
      }),
    moveTo: (id, version, stage, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        if (before.stage === stage) return before;
        const decided = stage === 'closed' ? await decidedOutcome(transaction, id) : null;
        const state = stateAfterMove(before.state, before.stage, stage, decided);
        const passed = Object.entries(act.despite ?? {}).map(([rule, why]) => [
          `despite:${rule}`,
          [null, why],
        ]);
        const change: Change = {
          stage: [before.stage, stage],
          ...differences<Problem>(before, { state }),
          ...Object.fromEntries(passed),
        };
        return save(transaction, before, { stage, state }, { action: 'stage', change }, act);
      }),
    link: (id, incidentId, verdict, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), WHAT);
        const earlier = before.manual.find((link) => link.incidentId === incidentId);
        if (!earlier) await checkIncident(transaction, incidentId);
        if (!earlier && before.manual.length >= MOST_BY_HAND) throw tooManyByHand();
        const reason = act.reason ?? '';
        if (earlier?.verdict === verdict && earlier.reason === reason) return before;
        await setLink(transaction, id, { incidentId, verdict, reason }, act);
        const change: Change = { [`incident ${incidentId}`]: [earlier?.verdict ?? null, verdict] };
        return save(transaction, before, {}, { action: 'link', change }, act);
      }),
    unlink: (id, incidentId, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), WHAT);
        const earlier = before.manual.find((link) => link.incidentId === incidentId);
        if (!earlier) throw new NotFound('incident put in or taken out by hand');
        await transaction
          .deleteFrom('problem_incident')
          .where('problem_id', '=', id)
          .where('incident_id', '=', incidentId)
          .execute();
        const change: Change = { [`incident ${incidentId}`]: [earlier.verdict, null] };
        return save(transaction, before, {}, { action: 'unlink', change }, act);
      }),
    remove: (id, act, links) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), WHAT);
        await refuseLinked(transaction, toProblem(id), links);
        await put(transaction, before, { deleted_at: act.at }, act);
        await record(transaction, { action: 'delete', objectKind: KIND, objectId: id }, act);
      }),
    restore: (id, act) =>
      write(async (transaction) => {
        const row = existing(await problems(transaction).where('id', '=', id).executeTakeFirst(), WHAT);
        const [before] = await withLinks(transaction, [row]);
        if (before.deletedAt === null) return before;
        return save(transaction, before, { deleted_at: null }, { action: 'restore' }, act);
      }),
  };
}

async function create(
  transaction: DatabaseTransaction,
  input: Parameters<ProblemStore['create']>[0],
  act: Act,
): Promise<Problem> {
  const { areaCode, concerns = [], ...fields } = input;
  const id = randomUUID();
  const reference = await nextReference(transaction, areaCode, act);
  await transaction
    .insertInto('problem')
    .values({
      id,
      ...reference,
      title: input.title,
      statement: input.statement,
      stage: 'scanning',
      confidentiality: input.confidentiality,
      geometry: textOrNull(input.geometry),
      rule: textOrNull(input.rule),
      created_by: act.actor ?? '',
      created_at: act.at,
      updated_at: act.at,
    })
    .execute();
  await attachAll(transaction, id, concerns, act);
  const change = beginnings({
    ref: reference.ref,
    stage: 'scanning',
    ...fields,
    ...(concerns.length > 0 && { concerns }),
  });
  await record(transaction, { action: 'create', objectKind: KIND, objectId: id, change }, act);
  return existing(await find(transaction, id), WHAT);
}

/**
 * AREA-YYYY-NN, counted up per area and year. The transaction holds the write lock, so two cases never get one number and
 * none is left out; a deleted case keeps its own.
 */
async function nextReference(transaction: DatabaseTransaction, areaCode: string, act: Act) {
  const area_code = areaCode.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') || 'CASE';
  const year = new Date(act.at).getUTCFullYear();
  const { last } = await transaction
    .selectFrom('problem')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('area_code', '=', area_code)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  return { ref: `${area_code}-${year}-${String(number).padStart(2, '0')}`, area_code, year, number };
}

const tooManyByHand = () =>
  new Conflict(
    'too_many_by_hand',
    `${MOST_BY_HAND.toLocaleString('en-GB')} incidents of this case were put in or taken out by hand. Let its rule choose them.`,
  );

async function checkIncident(transaction: DatabaseTransaction, incidentId: number): Promise<void> {
  const incident = await transaction
    .selectFrom('incident')
    .innerJoin('dataset', 'dataset.id', 'incident.dataset_id')
    .select('incident.id')
    .where('incident.id', '=', incidentId)
    .where('dataset.deleted_at', 'is', null)
    .executeTakeFirst();
  existing(incident, 'incident');
}

async function setLink(
  transaction: DatabaseTransaction,
  problemId: string,
  { incidentId, verdict, reason }: Pick<ManualLink, 'incidentId' | 'verdict' | 'reason'>,
  act: Act,
): Promise<void> {
  const values = { verdict, reason, created_by: act.actor ?? '', created_at: act.at };
  await transaction
    .insertInto('problem_incident')
    .values({ problem_id: problemId, incident_id: incidentId, ...values })
    .onConflict((conflict) => conflict.columns(['problem_id', 'incident_id']).doUpdateSet(values))
    .execute();
}

/** Writes the values and the line of history; gives the new record. */
async function save(
  transaction: DatabaseTransaction,
  before: Problem,
  values: ProblemValues,
  entry: { action: string; change?: Change },
  act: Act,
): Promise<Problem> {
  await put(transaction, before, values, act);
  await record(transaction, { ...entry, objectKind: KIND, objectId: before.id }, act);
  return existing(await find(transaction, before.id), WHAT);
}

async function put(
  transaction: DatabaseTransaction,
  before: Problem,
  values: ProblemValues,
  act: Act,
): Promise<void> {
  await transaction
    .updateTable('problem')
    .set({ ...values, version: before.version + 1, updated_at: act.at })
    .where('id', '=', before.id)
    .execute();
}

/** How the committee says it came out, when it decided to close. */
async function decidedOutcome(transaction: DatabaseTransaction, id: string): Promise<CaseState | null> {
  const row = await transaction
    .selectFrom('problem_part')
    .select('body')
    .where('problem_id', '=', id)
    .where('name', '=', 'decision')
    .executeTakeFirst();
  return row ? parsed<PartBodies['decision']>(row.body).closureReason : null;
}
