import { Hono } from 'hono';
import { z } from 'zod';
import { proveAgainFirst } from '../auth/proven-lately.ts';
import { ANSWER_DAYS, CONTACT_DAYS, concernDays } from '../concern-days.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { boundsOfAll, widened } from '../domain/bounds.ts';
import type { Bounds } from '../domain/geometry.ts';
import {
  SECOND_FACTOR,
  SECOND_FACTOR_RULES,
  type SecondFactorRule,
  secondFactorRule,
} from '../domain/second-factor-rule.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { StaleWrite } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, valid } from '../openapi.ts';
import type { Act, Store } from '../store/ports.ts';
import { workspaceName } from '../workspace-name.ts';
import { actOf, announce, tagged } from './reply.ts';

export interface Workspace {
  name: string;
  /** Used for dates of files that name no zone. */
  timezone: string;
  /** Name and version of the table of harm weights that was adopted; empty while there is none. */
  harmTable: string;
  /** Of whom a second factor is asked at sign-in. */
  secondFactor: SecondFactorRule;
  /** Within how many days somebody who raises a concern hears something. */
  answerDays: number;
  /** How many days after a concern is settled the contact of whoever raised it is kept. */
  contactDays: number;
  /** All data together; null when there is none. */
  bounds: Bounds | null;
  /** Whether the data of the demo area is loaded. */
  demo: boolean;
  version: number;
}

const workspace = z
  .object({
    name: z.string(),
    timezone: z.string(),
    harmTable: z.string(),
    secondFactor: z.enum(SECOND_FACTOR_RULES),
    answerDays: z.int(),
    contactDays: z.int(),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    demo: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Workspace' }) satisfies z.ZodType<Workspace>;

const change = z
  .object({
    name: z.string().trim().min(1, 'Must not be empty.').max(200),
    timezone: z.string().max(100).refine(isTimeZone, 'Must be the name of a time zone, as in Africa/Kigali.'),
    harmTable: z.string().trim().max(200),
    secondFactor: z.enum(SECOND_FACTOR_RULES),
    answerDays: z.int().min(1).max(365),
    contactDays: z.int().min(1).max(3650),
  })
  .partial()
  .strict();

export function workspaceRoutes(deps: AppDeps) {
  const { store } = deps;
  const oneByOne = createQueue();
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'workspace.read',
        tag: 'Workspace',
        summary: 'Name, time zone and extent of this workspace',
        replies: { 200: workspace },
      }),
      async (c) => c.json(tagged(c, await readWorkspace(store))),
    )
    .patch(
      '/',
      describe({
        may: 'workspace.change',
        tag: 'Workspace',
        summary: 'Rename the workspace, set its time zone, its table of harm weights or its rule of sign-in',
        replies: { 200: workspace },
        errors: [403, 415],
        ifMatch: 'required',
      }),
      valid('json', change),
      async (c) => {
        const version = versionOf(c);
        // Whoever may do without a second factor is a matter of rights; the name of the place is not.
        if (c.req.valid('json').secondFactor !== undefined && !c.get('provenLately')) throw proveAgainFirst();
        const after = await oneByOne(() =>
          changeWorkspace(store, version, c.req.valid('json'), actOf(c, deps)),
        );
        announce(deps, 'workspace', 'workspace');
        return c.json(tagged(c, after));
      },
    );
}

export async function readWorkspace(store: Store): Promise<Workspace> {
  const [name, timezone, harmTable, rule, days, version, datasets] = await Promise.all([
    workspaceName(store),
    store.settings.get('workspace.timezone'),
    store.settings.get('workspace.harmTable'),
    store.settings.get(SECOND_FACTOR),
    concernDays(store),
    store.settings.get('workspace.version'),
    store.datasets.list(),
  ]);
  return {
    name,
    timezone: timezone ?? 'UTC',
    harmTable: harmTable ?? '',
    secondFactor: secondFactorRule(rule),
    ...days,
    // Everybody reads this: no incident may lie on its edge.
    bounds: boundsOfAll(
      datasets.map(({ kind, bounds }) => (bounds && kind === 'incidents' ? widened(bounds) : bounds)),
    ),
    demo: datasets.some((dataset) => dataset.origin === 'demo'),
    version: Number(version ?? 1),
  };
}

async function changeWorkspace(
  store: Store,
  version: number,
  { name, timezone, harmTable, secondFactor, answerDays, contactDays }: z.infer<typeof change>,
  act: Act,
): Promise<Workspace> {
  const before = await readWorkspace(store);
  if (before.version !== version) throw new StaleWrite(before);
  if (name !== undefined) await store.settings.set('workspace.name', name);
  if (timezone !== undefined) await store.settings.set('workspace.timezone', timezone);
  if (harmTable !== undefined) await store.settings.set('workspace.harmTable', harmTable);
  if (secondFactor !== undefined) await store.settings.set(SECOND_FACTOR, secondFactor);
  if (answerDays !== undefined) await store.settings.set(ANSWER_DAYS, String(answerDays));
  if (contactDays !== undefined) await store.settings.set(CONTACT_DAYS, String(contactDays));
  await store.settings.set('workspace.version', String(version + 1));
  const after = await readWorkspace(store);
  await store.audit.add(
    {
      action: 'update',
      objectKind: 'workspace',
      objectId: 'workspace',
      change: {
        name: [before.name, after.name],
        timezone: [before.timezone, after.timezone],
        harmTable: [before.harmTable, after.harmTable],
        secondFactor: [before.secondFactor, after.secondFactor],
        answerDays: [before.answerDays, after.answerDays],
        contactDays: [before.contactDays, after.contactDays],
      },
    },
    act,
  );
  return after;
}

/** Settings have no version of their own in the store, so two changes must not overlap. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
