import { Hono } from 'hono';
import { z } from 'zod';
import { createConcernIntake } from '../concern-intake.ts';
import { createConcernSight } from '../concern-sight.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  concernFields,
  type NewConcern,
  newConcern,
  PATHWAYS,
  PRECISIONS,
  positionInput,
} from '../domain/concern.ts';
import { TEXT_WARNINGS } from '../domain/concern-text.ts';
import { areaGeometry } from '../domain/geometry.ts';
import { groundOf, liesIn } from '../domain/lies-in.ts';
import { Unusable } from '../errors.ts';
import { concernIdOf } from '../guest-concern-id.ts';
import { createGuestMap, MOST_CORNERS, MOST_LINES } from '../guest-map.ts';
import { createGuestView } from '../guest-view.ts';
import type { Guest } from '../guests.ts';
import type { KeptOtherwise } from '../kept-otherwise.ts';
import { describe, valid } from '../openapi.ts';
import type { Person } from '../person.ts';
import { today } from '../today.ts';
import { guestOf } from './guest.ts';
import { announce } from './reply.ts';

const TAG = 'Telephones';
const MOST_CATEGORIES = 500;

const guestConcern = z
  .object({
    summary: concernFields.shape.summary.default(''),
    categoryId: concernFields.shape.categoryId.default(null),
    place: z
      .object({ precision: z.enum(PRECISIONS), position: positionInput })
      .strict()
      .nullable()
      .default(null),
    language: concernFields.shape.language,
    wordsChecked: z.boolean().default(false),
    isProtected: z.boolean().default(false),
    pathway: z.enum(PATHWAYS).nullable().default(null),
  })
  .strict();
const raised = z
  .object({ kind: z.enum(['concern', 'protected_referral']), receipt: z.string().nullable() })
  .meta({ id: 'GuestConcernTaken' });
const text = z.object({ summary: concernFields.shape.summary }).strict();
const warnings = z.object({
  items: z.array(z.object({ kind: z.enum(TEXT_WARNINGS), from: z.int(), to: z.int() })).max(1000),
});
const guestMap = z
  .object({
    name: z.string(),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    geometry: areaGeometry,
    streets: z.array(z.array(z.tuple([z.number(), z.number()])).max(MOST_CORNERS)).max(MOST_LINES),
    categories: z.array(z.object({ id: z.int(), name: z.string() })).max(MOST_CATEGORIES),
  })
  .meta({ id: 'GuestMap' });

export type GuestMap = z.infer<typeof guestMap>;

/** What a telephone at a meeting raises. It goes the one way in of all concerns. */
export function guestConcernRoutes(deps: AppDeps) {
  const { store, clock, concernKeys } = deps;
  const intake = createConcernIntake(deps, createConcernSight(deps));
  const view = createGuestView(deps);
  const mapOf = createGuestMap(deps);
  /** No receipt lies in the database as it was given, and nothing of what was sent can be tried out. */
  const kept: KeptOtherwise<AppEnv> = {
    mark: concernKeys.markOf,
    keep(body) {
      const { kind, receipt } = raised.parse(JSON.parse(body));
      return JSON.stringify({
        kind,
        receipt: receipt === null ? null : concernKeys.receipt.seal(receipt, SEALED_FOR),
      });
    },
    async again(_c, body) {
      const { kind, receipt } = raised.parse(JSON.parse(body));
      return { kind, receipt: receipt === null ? null : concernKeys.receipt.open(receipt, SEALED_FOR) };
    },
  };
  return new Hono<AppEnv>()
    .get(
      '/map',
      describe({
        may: 'guest',
        tag: TAG,
        summary:
          'Where the meeting is about: the outline of its area, its streets, and the categories of concerns',
        replies: { 200: guestMap },
        errors: [404],
      }),
      async (c) => c.json(await mapOf(await view.areaOf(guestOf(c.get('guest'))))),
    )
    .post(
      '/concerns/check',
      describe({
        may: 'guest',
        tag: TAG,
        summary: 'Look for numbers, addresses, names and protected words in a text; nothing is kept',
        replies: { 200: warnings },
        errors: [413, 415],
      }),
      valid('json', text),
      (c) => c.json({ items: intake.warnings(c.req.valid('json').summary) }),
    )
    .post(
      '/concerns',
      describe({
        may: 'guest',
        tag: TAG,
        summary: 'Raise a concern from a telephone',
        description:
          'The place is kept no finer than its precision says, and has to lie in the area of the meeting. Words that seem to name somebody or to hold a contact are kept only when they were read again (wordsChecked). Of one that is protected nothing stays but the day, the pathway and a count. The same Idempotency-Key raises it once. The receipt is shown this once.',
        replies: { 201: raised },
        errors: [404, 409, 413, 415, 422],
        idempotent: kept,
      }),
      valid('json', guestConcern),
      async (c) => {
        const guest = guestOf(c.get('guest'));
        const { place, language, ...said } = c.req.valid('json');
        if (place !== null) await requireInside(guest, place.position);
        const key = c.req.header('idempotency-key');
        const id = key === undefined ? undefined : concernIdOf(guest, key);
        if (id !== undefined && (await store.concerns.get(id)) !== null)
          return c.json({ kind: 'concern' as const, receipt: null }, 201);
        const input = newConcern.parse({
          ...said,
          language: language.split('-')[0],
          receivedOn: await today(store, clock),
          channel: 'meeting',
          reporterType: 'resident',
          place: place && { ...place, chosenBy: 'reporter', areaId: null },
        });
        await requireReadAgain(input);
        const act = { actor: null, at: clock.now().toISOString() };
        const taken = await intake.takeIn(RESIDENT, input, act, id);
        if (taken.kind === 'protected_referral') return c.json({ kind: taken.kind, receipt: null }, 201);
        announce(deps, 'concern', taken.concern.id);
        return c.json({ kind: taken.kind, receipt: taken.receipt }, 201);
      },
    );

  /** Sent without a connection nobody was warned: whoever wrote it is asked before anything is kept. */
  async function requireReadAgain(input: NewConcern): Promise<void> {
    const { summary, categoryId, isProtected, wordsChecked } = input;
    if (wordsChecked || isProtected || (await intake.isOfProtected(categoryId))) return;
    intake.checkWords(input);
    if (intake.warnings(summary).length === 0) return;
    const said = 'It seems to name a person, or to hold a number or an address.';
    throw new Unusable(
      'words_to_check',
      `${said} Change the words, or say that you have read them and they are all right.`,
      [{ pointer: '/summary', detail: said }],
    );
  }

  async function requireInside(guest: Guest, position: [number, number]): Promise<void> {
    const area = await view.areaOf(guest);
    if (liesIn({ type: 'Point', coordinates: position }, groundOf(area.geometry))) return;
    const detail = `This pin lies outside ${area.name}, which this meeting is about. Move it inside, or leave the place out.`;
    throw new Unusable('outside_meeting_area', detail, [{ pointer: '/place', detail }]);
  }
}

const SEALED_FOR = 'telephone';

/** A telephone raises what any resident may, wherever the meeting is about. */
const RESIDENT: Person = {
  userId: '',
  roles: [{ role: 'resident_contributor', area: null }],
};
