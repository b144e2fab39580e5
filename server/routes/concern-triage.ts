import { Hono } from 'hono';
import { z } from 'zod';
import { createConcernSight } from '../concern-sight.ts';
import { createConcernTriage } from '../concern-triage.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { triageStep } from '../domain/concern.ts';
import { noteErased } from '../erased-list.ts';
import { NotFound } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Concern, ProtectedReferral } from '../store/ports.ts';
import { concern, personExport, protectedReferral } from './concern-records.ts';
import { createShown } from './concern-shown.ts';
import { pageAfter, pageQuery } from './paging.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Concerns';
const receipt = z.object({ receipt: z.string().trim().min(4).max(40) }).strict();

/** What is done with a concern, and what a person can ask to be done with theirs. */
export function concernTriageRoutes(deps: AppDeps) {
  const { store, concernKeys } = deps;
  const sight = createConcernSight(deps);
  const triage = createConcernTriage(deps, sight);
  const shown = createShown(deps);
  return new Hono<AppEnv>()
    .get(
      '/referrals',
      describe({
        may: 'protected-referral.read',
        tag: TAG,
        summary: 'How many concerns of a day went which pathway without anything being kept',
        replies: { 200: pageOf(protectedReferral) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const all = await store.concerns.referrals();
        const nameOf = ({ receivedOn, pathway }: ProtectedReferral) => `${receivedOn} ${pathway}`;
        return c.json(pageAfter(all, c.req.valid('query'), nameOf));
      },
    )
    .post(
      '/receipt',
      describe({
        may: 'concern.reporter',
        placed: true,
        proven: true,
        tag: TAG,
        summary: 'All that is kept of a concern, for whoever shows its receipt',
        description: 'It goes into the history that it was given out.',
        replies: { 200: personExport },
        errors: [404, 413, 415],
      }),
      valid('json', receipt),
      async (c) => {
        const found = await store.concerns.byReceipt(concernKeys.digestOf(c.req.valid('json').receipt));
        if (!found) throw new NotFound('receipt');
        const seen = await sight.concern(personOf(c), found.id, 'concern.reporter');
        const contact = await contactOf(found);
        await store.audit.add(
          { action: 'export', objectKind: 'concern', objectId: found.id },
          actOf(c, deps),
        );
        return c.json({
          concern: await shown.one(c, seen),
          contact,
          steps: await store.concerns.steps(found.id),
        });
      },
    )
    .post(
      '/:id/triage',
      describe({
        may: 'concern.triage',
        placed: true,
        tag: TAG,
        summary: 'Answer, merge, attach to a case, refer, decline, withdraw, reopen, or pass on as protected',
        description:
          'What can be done next is in `steps` of the concern. Passed on as protected, it is gone but for a count, with all that was merged into it.',
        replies: { 200: concern.nullable() },
        errors: [409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', triageStep),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const person = personOf(c);
        const step = c.req.valid('json');
        const after = await sight.writing(person, () => triage(person, id, version, step, actOf(c, deps)));
        announce(deps, 'concern', id);
        if (after === null) noteErased(deps, { kind: 'protected', id });
        if (step.step === 'attach') announce(deps, 'problem', step.problemId);
        return c.json(after && tagged(c, await shown.made(c, after)));
      },
    )
    .get(
      '/:id/contact',
      describe({
        may: 'concern.contact',
        placed: true,
        tag: TAG,
        summary: 'How to reach whoever raised it; every look is in the history',
        replies: { 200: z.object({ contact: z.string() }).meta({ id: 'ConcernContact' }) },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { concern: found } = await sight.concern(
          personOf(c),
          c.req.valid('param').id,
          'concern.contact',
        );
        const contact = await contactOf(found);
        if (contact === null) throw new NotFound('contact');
        // Waited for, as no other look is: nobody reads a contact that nobody will know of.
        await store.audit.add(
          { action: 'read', objectKind: 'concern_contact', objectId: found.id },
          actOf(c, deps),
        );
        return c.json({ contact });
      },
    )
    .delete(
      '/:id/contact',
      describe({
        may: 'concern.contact',
        placed: true,
        tag: TAG,
        summary: 'Forget how to reach whoever raised it',
        replies: { 200: concern },
        errors: [403],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const person = personOf(c);
        await sight.concern(person, id, 'concern.contact');
        const after = await sight.writing(person, () =>
          store.concerns.forgetContact(id, version, actOf(c, deps)),
        );
        noteErased(deps, { kind: 'contact', id });
        announce(deps, 'concern', id);
        return c.json(tagged(c, await shown.made(c, after)));
      },
    )
    .post(
      '/:id/erase',
      describe({
        may: 'concern.reporter',
        placed: true,
        proven: true,
        tag: TAG,
        summary: 'Erase contact and words at the wish of whoever raised it',
        description: 'That it was raised, its kind, day and place stay; so does that it was erased.',
        replies: { 200: concern },
        errors: [403],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const person = personOf(c);
        await sight.concern(person, id, 'concern.reporter');
        const after = await sight.writing(person, () => store.concerns.erase(id, version, actOf(c, deps)));
        noteErased(deps, { kind: 'concern', id });
        announce(deps, 'concern', id);
        return c.json(tagged(c, await shown.made(c, after)));
      },
    );

  /** Null when there is none, or its key is gone. */
  async function contactOf({ id }: Concern): Promise<string | null> {
    const sealed = await store.concerns.contact(id);
    return sealed === null ? null : concernKeys.contact.open(sealed, id);
  }
}
