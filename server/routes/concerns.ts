import { Hono } from 'hono';
import { z } from 'zod';
import { areaAndBelow } from '../concern-areas.ts';
import { concernDays } from '../concern-days.ts';
import { createConcernIntake, faulty } from '../concern-intake.ts';
import { paperVerdicts } from '../concern-paper.ts';
import { createConcernSight } from '../concern-sight.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { concernFields, faultOf, newConcern, type PlaceInput, paperRows } from '../domain/concern.ts';
import { isFinerThanChosen, type KeptPlace } from '../domain/concern-place.ts';
import { dueOn } from '../domain/concern-steps.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import { Unusable } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Concern } from '../store/ports.ts';
import { today } from '../today.ts';
import { createConcernsKept } from './concern-kept.ts';
import { concern, concernStep, keptState, rowVerdicts, takenIn, textWarnings } from './concern-records.ts';
import { createShown } from './concern-shown.ts';
import { pageOfLog, pageQuery, paging } from './paging.ts';
import { actOf, announce, noteRead, personOf, tagged } from './reply.ts';

const TAG = 'Concerns';
const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'Must be a whole number.')
  .optional();
const listQuery = z
  .object({
    ...paging,
    state: keptState.optional(),
    area: number,
    category: number,
    problem: idParam.shape.id.optional(),
    overdue: z.literal('true').optional(),
    text: z.string().max(200).optional(),
  })
  .strict();
const texts = z
  .object({ summary: z.string().max(500), detail: z.string().max(20_000) })
  .partial()
  .strict();
const change = concernFields.extend({ wordsChecked: z.boolean() }).partial().strict();

/** What residents raise: lists, intake and correction. What is done with it is in concern-triage.ts. */
export function concernRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const sight = createConcernSight(deps);
  const intake = createConcernIntake(deps, sight);
  const shown = createShown(deps);
  const kept = createConcernsKept(deps);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'concern.read',
        placed: true,
        tag: TAG,
        summary: 'Concerns, the newest received first',
        description: 'Areas are searched with all that lies below them; words without accents and case.',
        replies: { 200: pageOf(concern) },
      }),
      valid('query', listQuery),
      async (c) => {
        const { after, limit = '100', ...wanted } = c.req.valid('query');
        const filter = await filterOf(wanted, isExactEverywhere(c.get('viewer').grants));
        const page = await sight.page(personOf(c), filter, { after, limit: Number(limit) });
        if (page.items.some(({ isExact }) => isExact))
          noteRead(c, deps, 'concern', 'list', { count: page.items.length });
        return c.json({ items: await shown.all(c, page.items), next: page.next });
      },
    )
    .post(
      '/',
      describe({
        may: 'concern.add',
        placed: true,
        tag: TAG,
        summary: 'Take in a concern',
        description:
          'The place is kept no finer than its precision says. Of one that is protected, or of a protected category, nothing stays but the day, the pathway and a count. The receipt is shown this once.',
        replies: { 201: takenIn },
        errors: [404, 413, 415, 422],
        idempotent: kept.one,
      }),
      valid('json', newConcern),
      async (c) => {
        const taken = await intake.takeIn(personOf(c), c.req.valid('json'), actOf(c, deps));
        if (taken.kind === 'protected_referral')
          return c.json({ kind: taken.kind, concern: null, receipt: null }, 201);
        announce(deps, 'concern', taken.concern.id);
        const { receipt } = taken;
        return c.json({ kind: taken.kind, concern: await shown.made(c, taken.concern), receipt }, 201);
      },
    )
    .post(
      '/check',
      describe({
        may: 'concern.add',
        placed: true,
        tag: TAG,
        summary: 'Look for numbers, addresses, names and protected words in a text; nothing is kept',
        replies: { 200: textWarnings },
        errors: [413, 415],
      }),
      valid('json', texts),
      async (c) => {
        const { summary = '', detail = '' } = c.req.valid('json');
        const found = (field: 'summary' | 'detail', text: string) =>
          intake.warnings(text).map((warning) => ({ field, ...warning }));
        return c.json({ items: [...found('summary', summary), ...found('detail', detail)] });
      },
    )
    .post(
      '/batch',
      describe({
        may: 'concern.add',
        placed: true,
        tag: TAG,
        summary: 'Take in a pile of paper; each row has its own verdict',
        description: 'A row that is refused keeps none of the others out.',
        replies: { 200: rowVerdicts },
        errors: [413, 415, 422],
        idempotent: kept.pile,
      }),
      valid('json', paperRows),
      async (c) => {
        const { rows } = c.req.valid('json');
        const items = await paperVerdicts(intake, personOf(c), rows, () => actOf(c, deps));
        for (const { id } of items) if (id !== null) announce(deps, 'concern', id);
        return c.json({ items });
      },
    )
    .get(
      '/:id',
      describe({
        may: 'concern.read',
        placed: true,
        tag: TAG,
        summary: 'One concern',
        replies: { 200: concern },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const seen = await sight.concern(personOf(c), c.req.valid('param').id);
        if (seen.isExact) noteRead(c, deps, 'concern', seen.concern.id);
        return c.json(tagged(c, await shown.one(c, seen)));
      },
    )
    .get(
      '/:id/steps',
      describe({
        may: 'concern.read',
        placed: true,
        tag: TAG,
        summary: 'What was done with a concern: who, when, what, in whose words',
        replies: { 200: pageOf(concernStep) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { concern: found } = await sight.concern(personOf(c), c.req.valid('param').id);
        return c.json(pageOfLog(await store.concerns.steps(found.id), c.req.valid('query')));
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'concern.triage',
        placed: true,
        tag: TAG,
        summary: 'Correct what was written down',
        description: 'A protected category is refused: pass the concern on as protected instead.',
        replies: { 200: concern },
        errors: [403, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', change),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const person = personOf(c);
        const { concern: before } = await sight.concern(person, id, 'concern.triage');
        const changed = await sight.writing(person, async () => {
          const after = await changeOf(before, c.req.valid('json'));
          if (after.place) await sight.requirePlace(person, 'concern.triage', after.place);
          return store.concerns.update(id, version, after, actOf(c, deps));
        });
        announce(deps, 'concern', id);
        return c.json(tagged(c, await shown.made(c, changed)));
      },
    );

  async function filterOf(wanted: Omit<z.infer<typeof listQuery>, 'after' | 'limit'>, isExact: boolean) {
    const { state, area, category, problem, overdue, text } = wanted;
    const areas = area === undefined ? undefined : areaAndBelow(Number(area), await store.areas.list());
    const { answerDays } = await concernDays(store);
    return {
      states: state && [state],
      categoryId: category === undefined ? undefined : Number(category),
      problemId: problem,
      areaIds: areas,
      coarse: !isExact,
      // Late is what was received longer ago than an answer may take.
      unansweredBefore: overdue && dueOn(await today(store, clock), -answerDays),
      text,
    };
  }

  async function changeOf(before: Concern, input: z.infer<typeof change>) {
    const { place, wordsChecked = false, ...fields } = input;
    if (fields.categoryId && (await intake.isOfProtected(fields.categoryId)))
      throw new Unusable(
        'protected_category',
        'This category is protected: nothing of it is kept. Pass the concern on as protected instead.',
        [{ pointer: '/categoryId', detail: 'Is protected.' }],
      );
    if (place && isFinerThanChosen(before, place))
      throw new Unusable(
        'finer_than_chosen',
        'Whoever raised it chose how exactly the place is kept. Keep it as coarse, or coarser; only they can choose finer.',
        [{ pointer: '/place/precision', detail: 'Is finer than was chosen.' }],
      );
    const whole = { ...before, ...fields, contact: before.hasContact ? 'kept' : '' };
    const fault = faultOf(whole, await today(store, clock));
    if (fault !== null) throw faulty(fault);
    if (fields.summary !== undefined || fields.detail !== undefined)
      intake.checkWords({ ...whole, wordsChecked });
    return { ...fields, ...(place !== undefined && { place: await correctedPlace(before, place) }) };
  }

  /** Corrected by others the precision stays the choice of whoever raised it, or the next correction could be finer. */
  async function correctedPlace({ chosenBy }: Concern, place: PlaceInput | null): Promise<KeptPlace | null> {
    const kept = await intake.placeOf(place);
    return kept && (chosenBy === 'reporter' ? { ...kept, chosenBy } : kept);
  }
}
