import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { optionItem } from '../domain/case/option.ts';
import { keptRate } from '../domain/commitment.ts';
import { cardFields, libraryCard } from '../domain/response-card.ts';
import { NotFound } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { checkVersion, versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { createRefuseLinked, despiteLinks } from '../refuse-linked.ts';
import { readResponseCards } from '../response-cards.ts';
import type { OwnCard } from '../store/ports.ts';
import { today } from '../today.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { stageName } from './records.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Response cards';
const card = cardFields
  .extend({
    number: libraryCard.shape.number,
    id: z.string(),
    /** Of a card of the workspace; null: one of the library, which cannot be changed. */
    version: z.int().nullable(),
  })
  .meta({ id: 'ResponseCard' });

const tried = z
  .object({
    problemId: z.string(),
    ref: z.string(),
    title: z.string(),
    stage: stageName,
    option: z.string(),
    /** Commitments of the case: verified of all agreed and due. */
    verified: z.int(),
    due: z.int(),
  })
  .meta({ id: 'TriedBefore' });

/** Ways of responding to a problem, from which options are begun: those of the library, and those of the workspace. */
export function responseCardRoutes(deps: AppDeps) {
  const { store } = deps;
  const refuseLinked = createRefuseLinked(deps);
  const inReach = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'response-card.read',
        tag: TAG,
        summary:
          'All response cards: the 25 techniques of situational prevention, the other families, your own',
        replies: { 200: pageOf(card) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const library = readResponseCards().map((each) => ({ ...each, version: null }));
        const all = [...library, ...(await store.responseCards.list()).map(asCard)];
        return c.json(pageOfRecords(all, c.req.valid('query')));
      },
    )
    .get(
      '/:id/tried',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'Where an option begun from this card was chosen, and what became of the case',
        replies: { 200: pageOf(tried) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { id } = c.req.valid('param');
        const isOfLibrary = readResponseCards().some((one) => one.id === id);
        if (!isOfLibrary && !(await store.responseCards.get(id))) throw new NotFound('response card');
        const person = personOf(c);
        const day = await today(store, deps.clock);
        const cases = await inReach.problems(person);
        const chosen = await Promise.all(
          cases.map(async (found) => {
            const options = await store.problemItems.list(found.id, 'option');
            return options.flatMap(({ id: optionId, body }) => {
              const option = optionItem.parse(body);
              return option.cardId === id && option.decision === 'chosen'
                ? [{ id: optionId, found, option }]
                : [];
            });
          }),
        );
        const page = pageOfRecords(chosen.flat(), c.req.valid('query'));
        const items = await Promise.all(
          page.items.map(async ({ found, option }) => {
            const promises = await inReach.commitments.list(person, { problemId: found.id });
            return {
              problemId: found.id,
              ref: found.ref,
              title: found.title,
              stage: found.stage,
              option: option.title,
              ...keptRate(
                promises.map(({ commitment }) => commitment),
                day,
              ),
            };
          }),
        );
        return c.json({ items, next: page.next });
      },
    )
    .post(
      '/',
      describe({
        may: 'response-card.change',
        tag: TAG,
        summary: 'Add a card of your own',
        replies: { 201: card },
        errors: [403, 413, 415],
        idempotent: true,
      }),
      valid('json', cardFields),
      async (c) => {
        const made = await store.responseCards.create(c.req.valid('json'), actOf(c, deps));
        announce(deps, 'response_card', made.id);
        return c.json(asCard(tagged(c, made)), 201);
      },
    )
    .put(
      '/:id',
      describe({
        may: 'response-card.change',
        tag: TAG,
        summary: 'Change a card of your own',
        replies: { 200: card },
        errors: [403, 413, 415],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', cardFields),
      async (c) => {
        const { id } = c.req.valid('param');
        const changed = await store.responseCards.update(
          id,
          versionOf(c),
          c.req.valid('json'),
          actOf(c, deps),
        );
        announce(deps, 'response_card', id);
        return c.json(asCard(tagged(c, changed)));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'response-card.change',
        tag: TAG,
        summary: 'Take a card of your own out; options begun from it keep what they say',
        replies: { 204: null },
        errors: [403, 409],
        ifMatch: 'optional',
      }),
      valid('param', idParam),
      valid('query', despiteLinks),
      async (c) => {
        const { id } = c.req.valid('param');
        const found = await store.responseCards.get(id);
        if (!found) throw new NotFound('response card');
        checkVersion(c, found);
        await refuseLinked(personOf(c), () =>
          store.responseCards.remove(id, actOf(c, deps), c.req.valid('query')),
        );
        announce(deps, 'response_card', id);
        return c.body(null, 204);
      },
    );
}

function asCard({ createdBy: _, ...rest }: OwnCard) {
  return { ...rest, number: null };
}
