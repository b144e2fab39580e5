import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { type EntryFault, entryFault, keptCount } from '../domain/aggregate-entry.ts';
import { reachOf } from '../domain/held-roles.ts';
import { groundOf, liesIn } from '../domain/lies-in.ts';
import type { Action } from '../domain/permissions.ts';
import { NotFound, Unusable } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, numberParam, pageOf, valid } from '../openapi.ts';
import { today } from '../today.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { aggregateCount, sharingAgreement } from './records.ts';
import { actOf, tagged } from './reply.ts';

const TAG = 'Totals';
const day = z.iso.date('Must be a date, as in 2026-03-31.');
const words = (most: number) => z.string().trim().min(1, 'Must not be empty.').max(most);
const agreement = z
  .object({
    organisation: words(200),
    covers: words(500),
    categoryIds: z.array(z.int().positive()).min(1, 'Choose at least one category.').max(50),
    agreedBy: words(200),
    text: words(20_000),
    from: day,
    to: day,
  })
  .strict();
const count = z.int().min(0).max(1_000_000);
const entry = z
  .object({
    agreementId: z.int().positive(),
    categoryId: z.int().positive(),
    areaId: z.int().positive(),
    month: z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'Must be a month, as in 2026-03.'),
    /** Below 10 it is kept as “fewer than 10”; the number itself is written nowhere. */
    count,
  })
  .strict();

const FAULTS: Record<EntryFault, string> = {
  not_aggregate_only:
    'This category is not one that is kept in totals only. A data guardian can make it one.',
  not_in_force:
    'The sharing agreement is not in force today. A data guardian records a new one before totals are entered.',
  other_category: 'The sharing agreement does not cover this category. Choose a category it covers.',
  month_to_come: 'This month has not begun yet.',
};

/** Monthly totals of categories of which nothing else may be kept, given by a service provider under an agreement. */
export function aggregateRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'aggregate.read',
        placed: true,
        tag: TAG,
        summary: 'All totals, the newest month first; null stands for fewer than 10',
        replies: { 200: pageOf(aggregateCount) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const isIn = await judge(c, 'aggregate.read');
        const items = (await store.aggregates.counts()).filter(({ areaId }) => isIn(areaId));
        return c.json(pageOfRecords(items, c.req.valid('query')));
      },
    )
    .post(
      '/',
      describe({
        may: 'aggregate.enter',
        placed: true,
        tag: TAG,
        summary: 'Enter the total of a month under a sharing agreement in force',
        description: 'A total below 10 is kept as “fewer than 10”.',
        replies: { 201: aggregateCount },
        errors: [404, 409, 413, 415, 422],
      }),
      valid('json', entry),
      async (c) => {
        const wanted = c.req.valid('json');
        const enteredOn = await today(store, clock);
        await checkEntry(wanted, enteredOn);
        if (!(await store.areas.get(wanted.areaId))) throw new NotFound('area');
        if (!(await judge(c, 'aggregate.enter'))(wanted.areaId)) throw outside();
        const kept = { ...wanted, count: keptCount(wanted.count), enteredOn };
        return c.json(tagged(c, await store.aggregates.enter(kept, actOf(c, deps))), 201);
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'aggregate.enter',
        placed: true,
        tag: TAG,
        summary: 'Correct a total; what stood there before stays in the history',
        replies: { 200: aggregateCount },
        errors: [413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', z.object({ count }).strict()),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const version = versionOf(c);
        const before = await store.aggregates.count(id);
        if (!before || !(await judge(c, 'aggregate.read'))(before.areaId)) throw new NotFound('total');
        if (!(await judge(c, 'aggregate.enter'))(before.areaId)) throw outside();
        const enteredOn = await today(store, clock);
        await checkEntry(before, enteredOn);
        const change = { count: keptCount(c.req.valid('json').count), enteredOn };
        return c.json(tagged(c, await store.aggregates.correct(id, version, change, actOf(c, deps))));
      },
    )
    .get(
      '/agreements',
      describe({
        may: 'aggregate.read',
        placed: true,
        tag: TAG,
        summary: 'Sharing agreements',
        replies: { 200: pageOf(sharingAgreement) },
      }),
      valid('query', pageQuery),
      async (c) => c.json(pageOfRecords(await store.aggregates.agreements(), c.req.valid('query'))),
    )
    .post(
      '/agreements',
      describe({
        may: 'protection.change',
        tag: TAG,
        summary: 'Record a sharing agreement',
        replies: { 201: sharingAgreement },
        errors: [413, 415, 422],
        idempotent: true,
      }),
      valid('json', agreement),
      async (c) => {
        const input = c.req.valid('json');
        if (input.to < input.from) throw endsBeforeItBegins();
        await checkCategories(input.categoryIds);
        return c.json(tagged(c, await store.aggregates.agree(input, actOf(c, deps))), 201);
      },
    )
    .post(
      '/agreements/:id/end',
      describe({
        may: 'protection.change',
        tag: TAG,
        summary: 'End a sharing agreement sooner: the last day is the one given',
        replies: { 200: sharingAgreement },
        errors: [409, 413, 415],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', z.object({ to: day }).strict()),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const version = versionOf(c);
        if (!(await store.aggregates.agreement(id))) throw new NotFound('sharing agreement');
        const { to } = c.req.valid('json');
        return c.json(tagged(c, await store.aggregates.endAgreement(id, version, to, actOf(c, deps))));
      },
    );

  async function checkEntry(wanted: { agreementId: number; categoryId: number; month: string }, day: string) {
    const found = await store.aggregates.agreement(wanted.agreementId);
    if (!found) throw new NotFound('sharing agreement');
    const category = await store.categories.get(wanted.categoryId);
    if (!category) throw new NotFound('category');
    const fault = entryFault(found, category, wanted.month, day);
    if (fault !== null) throw new Unusable(fault, FAULTS[fault]);
  }

  /** Says of any area whether it lies wholly where the roles of this person hold. */
  async function judge(c: Context<AppEnv>, action: Action): Promise<(areaId: number) => boolean> {
    const reach = reachOf(c.get('roles'), action);
    if (reach === 'everywhere') return () => true;
    const areas = await store.areas.list();
    const grounds = areas.filter(({ id }) => reach.includes(id)).map(({ geometry }) => groundOf(geometry));
    const inside = new Set(
      areas
        .filter(
          ({ id, geometry }) => reach.includes(id) || grounds.some((ground) => liesIn(geometry, ground)),
        )
        .map(({ id }) => id),
    );
    return (areaId) => inside.has(areaId);
  }

  async function checkCategories(ids: readonly number[]) {
    for (const id of ids) {
      const category = await store.categories.get(id);
      if (category?.protected !== 'aggregate_only')
        throw new Unusable('not_aggregate_only', FAULTS.not_aggregate_only, [
          { pointer: '/categoryIds', detail: 'Each must be kept in totals only.' },
        ]);
    }
  }
}

function outside(): Unusable {
  const detail = 'This area lies outside the area of your role. Choose one inside it.';
  return new Unusable('outside_your_area', detail, [{ pointer: '/areaId', detail }]);
}

function endsBeforeItBegins(): Unusable {
  const detail = 'Must not lie before the first day.';
  return new Unusable('term_is_over', 'The agreement would be over before it begins.', [
    { pointer: '/to', detail },
  ]);
}
