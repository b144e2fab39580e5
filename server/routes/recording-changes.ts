import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  daysTurned,
  type RecordingChangeFields,
  recordingChangeFields,
} from '../domain/case/recording-change.ts';
import { NotFound, Unusable } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, pageOf, valid } from '../openapi.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { recordingChange } from './records.ts';
import { actOf, announce, tagged } from './reply.ts';

const numberParam = z.object({ id: z.string().regex(/^[1-9]\d{0,14}$/, 'Must be a whole number.') });

/** Days from which incidents were recorded in another way. */
export function recordingChangeRoutes(deps: AppDeps) {
  const { store } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'dataset.read',
        tag: 'Changes of recording',
        summary: 'All changes of recording, the newest day first',
        replies: { 200: pageOf(recordingChange) },
      }),
      valid('query', pageQuery),
      async (c) => c.json(pageOfRecords(await store.recordingChanges.list(), c.req.valid('query'))),
    )
    .post(
      '/',
      describe({
        may: 'dataset.change',
        tag: 'Changes of recording',
        summary: 'Mark the day from which incidents were recorded in another way',
        replies: { 201: recordingChange },
        errors: [404, 415],
        idempotent: true,
      }),
      valid('json', recordingChangeFields),
      async (c) => {
        const input = await about(c.req.valid('json'));
        const made = await store.recordingChanges.create(input, actOf(c, deps));
        announce(deps, 'recording_change', made.id);
        return c.json(tagged(c, made), 201);
      },
    )
    .put(
      '/:id',
      describe({
        may: 'dataset.change',
        tag: 'Changes of recording',
        summary: 'Correct what is said about a change of recording',
        replies: { 200: recordingChange },
        errors: [404, 415],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', recordingChangeFields),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const input = await about(c.req.valid('json'));
        const changed = await store.recordingChanges.update(id, versionOf(c), input, actOf(c, deps));
        announce(deps, 'recording_change', id);
        return c.json(tagged(c, changed));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'dataset.change',
        tag: 'Changes of recording',
        summary: 'Take a change of recording off the list',
        replies: { 204: null },
        errors: [404],
      }),
      valid('param', numberParam),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        await store.recordingChanges.remove(id, actOf(c, deps));
        announce(deps, 'recording_change', id);
        return c.body(null, 204);
      },
    );

  /** The same, when what it is about is there. */
  async function about(input: RecordingChangeFields): Promise<RecordingChangeFields> {
    const detail = daysTurned(input);
    if (detail !== null)
      throw new Unusable('days_turned', 'The two days do not fit together.', [
        { pointer: '/untilDay', detail },
      ]);
    if (input.areaId !== null && !(await store.areas.get(input.areaId))) throw new NotFound('area');
    if (input.categoryId !== null && !(await store.categories.get(input.categoryId)))
      throw new NotFound('category');
    return input;
  }
}
