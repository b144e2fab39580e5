import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCategory,
  addDataset,
  load,
  type NewIncident,
  square,
  tablesOf,
} from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
let secretary: string;
let member: string;

/** Counts before and after where the published example has its areas, in smaller numbers. */
const AREAS = {
  treated: { shape: square(10, 50, 0.01), counts: [60, 30] },
  control: { shape: square(10.1, 50, 0.01), counts: [70, 72] },
} as const;
const BEFORE = Date.UTC(2023, 5, 1) / 1000;
const AFTER = Date.UTC(2024, 5, 1) / 1000;
const DAY = 86_400;

function incidentsIn({ shape, counts }: (typeof AREAS)[keyof typeof AREAS], category = 1): NewIncident[] {
  const [west, south] = shape.coordinates[0][0];
  return counts.flatMap((count, period) =>
    Array.from(
      { length: count },
      (_, i): NewIncident => ({
        category,
        position: [west + 0.001 + i * 1e-5, south + 0.005],
        from: (period === 0 ? BEFORE : AFTER) + i * DAY,
      }),
    ),
  );
}

const plan = {
  treated: AREAS.treated.shape,
  control: AREAS.control.shape,
  before: { from: '2023-03-01T00:00:00Z', to: '2024-03-01T00:00:00Z' },
  after: { from: '2024-03-01T00:00:00Z', to: '2025-03-01T00:00:00Z' },
  outcome: { categories: [1] },
  outcomeName: 'thefts',
  successRule: 'The interval lies below zero.',
  watchedFor: ['place'],
};

beforeAll(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst']);
  secretary = await test.signInAs(['secretary']);
  member = await test.signInAs(['committee_member']);
  await addCategory(test.store, 1);
  await addCategory(test.store, 2);
  const { id } = await addDataset(test.store, 'Calls');
  const last: NewIncident = { category: 2, position: [11, 51], from: Date.UTC(2025, 1, 27) / 1000 };
  await load(test.store, id, [
    ...incidentsIn(AREAS.treated),
    ...incidentsIn(AREAS.control),
    ...incidentsIn(AREAS.treated, 2),
    last,
  ]);
  test.clock.set('2025-03-02T12:00:00.000Z');
});
afterAll(() => test.close());

const call = async (
  method: string,
  path: string,
  json?: unknown,
  { cookie = analyst, version }: { cookie?: string; version?: number } = {},
) => {
  const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
  const reply = await test.call(method, `/api${path}`, { cookie, json, headers });
  const text = await reply.text();
  return { status: reply.status, body: text.startsWith('{') ? JSON.parse(text) : null };
};

async function openCase(): Promise<string> {
  return (
    await call('POST', '/problems', {
      title: 'Stops',
      geometry: AREAS.treated.shape,
      confidentiality: 'committee',
    })
  ).body.id;
}

/** A case with a plan, as far as it is wanted. */
async function planned(state: 'draft' | 'proposed' | 'locked', change: object = {}): Promise<string> {
  const id = await openCase();
  const path = `/problems/${id}/evaluation`;
  expect((await call('PUT', path, { ...plan, ...change }, { version: 0 })).status).toBe(200);
  if (state !== 'draft')
    expect((await call('POST', `${path}/proposal`, undefined, { version: 1 })).status).toBe(200);
  if (state === 'locked')
    expect((await call('POST', `${path}/lock`, undefined, { version: 2, cookie: secretary })).status).toBe(
      200,
    );
  return id;
}

describe('an evaluation plan', () => {
  it('is written by an analyst, and read by whoever reads cases', async () => {
    const id = await openCase();
    const none = await call('GET', `/problems/${id}/evaluation`);
    expect(none.body).toMatchObject({ state: 'none', plan: null, version: 0 });
    expect(
      (await call('PUT', `/problems/${id}/evaluation`, plan, { version: 0, cookie: secretary })).status,
    ).toBe(403);
    const written = await call('PUT', `/problems/${id}/evaluation`, plan, { version: 0 });
    expect(written.body).toMatchObject({ state: 'draft', version: 1, plan: { design: 'wdd', alpha: 0.05 } });
    const read = await call('GET', `/problems/${id}/evaluation`, undefined, { cookie: member });
    expect(read.body.plan.outcomeName).toBe('thefts');
    // Whoever sees squares sees where the ground lies, not its corners.
    expect(read.body.plan.treated).not.toEqual(plan.treated);
    const late = await call('PUT', `/problems/${id}/evaluation`, plan, { version: 7 });
    expect(late.status).toBe(412);
    expect(late.body.current.version).toBe(1);
  });

  it('says before anything starts what it could show and what stands against it', async () => {
    const id = await openCase();
    const { body } = await call('POST', `/problems/${id}/evaluation/preview`, plan);
    expect(body.before).toEqual({ treated: 60, control: 70 });
    expect(body.drops.map(({ against, drop }: { against: string; drop: number }) => [against, drop])).toEqual(
      [
        ['alike', 26],
        ['control', 27],
      ],
    );
    expect(body.checks.map(({ code }: { code: string }) => code)).toEqual(['after_has_begun']);
    const near = { ...plan, control: square(10.01, 50, 0.01) };
    const touching = await call('POST', `/problems/${id}/evaluation/preview`, near);
    expect(touching.body.checks.map(({ code }: { code: string }) => code)).toEqual([
      'after_has_begun',
      'control_touches',
      'no_incidents',
    ]);
  });

  it('is locked by two different persons, as it was proposed', async () => {
    const id = await planned('proposed');
    const alone = await call('POST', `/problems/${id}/evaluation/lock`, undefined, { version: 2 });
    expect([alone.status, alone.body.code]).toEqual([409, 'two_persons']);
    const locked = await call('POST', `/problems/${id}/evaluation/lock`, undefined, {
      version: 2,
      cookie: secretary,
    });
    expect(locked.body).toMatchObject({ state: 'locked', version: 3, facts: { before: { treated: 60 } } });
    expect(locked.body.lockedBy).not.toBe(locked.body.proposedBy);
    const change = await call('PUT', `/problems/${id}/evaluation`, { ...plan, alpha: 0.1 }, { version: 3 });
    expect([change.status, change.body.code]).toEqual([409, 'plan_locked']);
    const again = await call('POST', `/problems/${id}/evaluation/proposal`, undefined, { version: 3 });
    expect(again.body.code).toBe('plan_locked');
    const tables = tablesOf(test.store);
    await expect(tables.updateTable('evaluation_plan').set({ plan: '{}' }).execute()).rejects.toThrow(
      /as it was (agreed|proposed)/,
    );
    await expect(tables.updateTable('evaluation_plan').set({ state: 'draft' }).execute()).rejects.toThrow(
      /as it was (agreed|proposed)/,
    );
    await expect(tables.deleteFrom('evaluation_plan').execute()).rejects.toThrow(
      /as it was (agreed|proposed)/,
    );
  });

  it('is never locked by the database without a second person', async () => {
    const id = await planned('draft');
    const tables = tablesOf(test.store);
    const set = (values: object) =>
      tables.updateTable('evaluation_plan').set(values).where('problem_id', '=', id).execute();
    const at = '2025-03-01T00:00:00Z';
    const by = { proposed_by: 'a', proposed_at: at, facts: '{}' };
    await expect(set({ state: 'locked', ...by, locked_by: 'b', locked_at: at })).rejects.toThrow(
      'as it was proposed',
    );
    await set({ state: 'proposed', ...by });
    await expect(set({ state: 'locked', locked_by: 'a', locked_at: at })).rejects.toThrow('CHECK');
    await expect(set({ state: 'locked', locked_by: 'b', locked_at: at, plan: '{"x":1}' })).rejects.toThrow(
      'as it was proposed',
    );
    await set({ state: 'locked', locked_by: 'b', locked_at: at });
  });

  it('goes back to a draft when it is changed after it was proposed', async () => {
    const id = await planned('proposed');
    const changed = await call('PUT', `/problems/${id}/evaluation`, { ...plan, alpha: 0.1 }, { version: 2 });
    expect(changed.body).toMatchObject({ state: 'draft', facts: null, proposedBy: null });
    const lock = await call('POST', `/problems/${id}/evaluation/lock`, undefined, {
      version: 3,
      cookie: secretary,
    });
    expect([lock.status, lock.body.code]).toEqual([409, 'not_proposed']);
  });

  it('cannot be proposed while something stands against it, and says what', async () => {
    const id = await planned('draft', { control: square(12, 50, 0.01), successRule: '' });
    const { status, body } = await call('POST', `/problems/${id}/evaluation/proposal`, undefined, {
      version: 1,
    });
    expect([status, body.code]).toEqual([409, 'plan_not_ready']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/', '/control']);
    expect(body.errors[1].detail).toContain('No incident of the period before lies in the comparison area');
  });

  it('meets changes of recording that lie inside it', async () => {
    const marker = { fromDay: '2024-01-15', kind: 'new_form', effect: 'up', categoryId: 1 };
    const made = await call('POST', '/recording-changes', marker);
    expect(made.status).toBe(201);
    const id = await openCase();
    const codes = async (change: object) => {
      const { body } = await call('POST', `/problems/${id}/evaluation/preview`, { ...plan, ...change });
      return body.checks.map(({ code, level }: { code: string; level: string }) => `${code} ${level}`);
    };
    expect(await codes({})).toContain('recording_change blocks');
    expect(await codes({ recordingNote: 'The form changed one box that is not counted.' })).toContain(
      'recording_change warning',
    );
    expect(await codes({ outcome: { categories: [2] } })).not.toContain('recording_change blocks');
    const { body } = await call('POST', `/problems/${id}/evaluation/preview`, plan);
    expect(body.recordingChanges).toMatchObject([{ id: made.body.id, ...marker }]);
    // Corrected to a day after the plan it does not stand against it; a correction of an old version is refused.
    const correct = (version: number) =>
      call('PUT', `/recording-changes/${made.body.id}`, { ...marker, fromDay: '2025-06-01' }, { version });
    expect((await correct(1)).body).toMatchObject({ fromDay: '2025-06-01', untilDay: null, version: 2 });
    expect((await correct(1)).status).toBe(412);
    // One that ended stands against a plan while its days are of a period.
    const over = { ...marker, untilDay: '2024-01-14' };
    const turned = await call('POST', '/recording-changes', over);
    expect([turned.status, turned.body.code]).toEqual([422, 'days_turned']);
    const week = await call('POST', '/recording-changes', { ...over, fromDay: '2024-01-08' });
    expect(week.body).toMatchObject({ untilDay: '2024-01-14' });
    expect(await codes({})).toContain('recording_change blocks');
    expect((await call('DELETE', `/recording-changes/${week.body.id}`)).status).toBe(204);
    expect(await codes({})).not.toContain('recording_change blocks');
    expect((await call('DELETE', `/recording-changes/${made.body.id}`)).status).toBe(204);
    expect(await codes({})).not.toContain('recording_change blocks');
    expect((await call('POST', '/recording-changes', { ...marker, categoryId: 99 })).status).toBe(404);
  });

  it('is amended beside itself after the lock, and never in place', async () => {
    const id = await planned('locked');
    const words = { text: 'The road works of May are named.', reason: 'They began after the lock.' };
    const amended = await call('POST', `/problems/${id}/evaluation/amendments`, words, { cookie: secretary });
    expect(amended.status).toBe(201);
    expect(amended.body.amendments).toMatchObject([words]);
    const tables = tablesOf(test.store);
    await expect(tables.updateTable('evaluation_amendment').set({ text: 'x' }).execute()).rejects.toThrow(
      'as it was written',
    );
    await expect(tables.deleteFrom('evaluation_amendment').execute()).rejects.toThrow('as it was written');
    const draft = await planned('draft');
    const early = await call('POST', `/problems/${draft}/evaluation/amendments`, words);
    expect([early.status, early.body.code]).toEqual([409, 'not_locked']);
  });
});

describe('the agreed test', () => {
  it('is computed from the incidents, says so in a sentence, and is kept once', async () => {
    const id = await planned('locked');
    const first = await call('POST', `/problems/${id}/evaluation/runs`, {});
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      kind: 'primary',
      reasons: [],
      result: {
        counts: { treated: [60, 30], control: [70, 72], buffer: null },
        n: 232,
        total: { estimate: -32 },
      },
    });
    expect(first.body.sentence).toBe(
      'In the year after the changes there were about 32 fewer thefts than the comparison area leads us to expect; the true figure is probably between 2 and 62 fewer.',
    );
    test.clock.advance(60_000);
    const second = await call('POST', `/problems/${id}/evaluation/runs`, {});
    expect(second.body.id).toBe(first.body.id);
    const { body } = await call('GET', `/problems/${id}/evaluation/runs`, undefined, { cookie: member });
    expect(body.items).toHaveLength(1);
    await expect(
      tablesOf(test.store).updateTable('evaluation_run').set({ kind: 'exploratory' }).execute(),
    ).rejects.toThrow('as it was computed');
  });

  it('is exploratory with another plan, and with none locked', async () => {
    const id = await planned('locked');
    const other = await call('POST', `/problems/${id}/evaluation/runs`, { plan: { ...plan, alpha: 0.1 } });
    expect(other.body).toMatchObject({ kind: 'exploratory', reasons: ['not_the_plan'] });
    const draft = await planned('draft');
    const early = await call('POST', `/problems/${draft}/evaluation/runs`, {});
    expect(early.body).toMatchObject({ kind: 'exploratory', reasons: ['not_locked'] });
    const none = await call('POST', `/problems/${await openCase()}/evaluation/runs`, {});
    expect([none.status, none.body.code]).toEqual([409, 'no_plan']);
  });

  it('is not told in small counts to those who see no incidents', async () => {
    const few = {
      ...plan,
      outcome: { categories: [2] },
      control: square(10.99, 50.99, 0.02),
      exactTest: true,
    };
    const id = await openCase();
    await call('PUT', `/problems/${id}/evaluation`, few, { version: 0 });
    const made = await call('POST', `/problems/${id}/evaluation/runs`, {});
    expect(made.body.result.counts.control).toEqual([0, 1]);
    const seen = await call('GET', `/problems/${id}/evaluation/runs`, undefined, { cookie: member });
    expect(seen.body.items[0].result.counts).toBeNull();
  });

  it('is refused for a design without one, and to somebody who would not see all of its ground', async () => {
    const stepped = await planned('draft', { design: 'stepped' });
    const none = await call('POST', `/problems/${stepped}/evaluation/runs`, {});
    expect([none.status, none.body.code]).toEqual([422, 'no_test_for_design']);
    const half = await test.store.areas.create(
      {
        parentId: null,
        datasetId: null,
        sourceId: null,
        timezone: null,
        population: null,
        dwellings: null,
        name: 'West',
        kind: 'district',
        geometry: square(9.99, 49.99, 0.05),
      },
      { actor: null, at: '2025-01-01T00:00:00Z' },
    );
    const there = await test.signInFor(half.id, ['analyst']);
    const id = await planned('locked');
    const refused = await call('POST', `/problems/${id}/evaluation/runs`, {}, { cookie: there });
    expect([refused.status, refused.body.code]).toEqual([422, 'outside_your_sight']);
    expect(refused.body.errors[0].pointer).toBe('/plan/control');
  });
});

describe('the verdict', () => {
  const write = (id: string, text: string, version: number) =>
    call('PUT', `/problems/${id}/parts/verdict`, { text }, { version });

  it('comes after the agreed test, and stands beside its sentence', async () => {
    const id = await planned('locked');
    const early = await write(id, 'It worked.', 0);
    expect([early.status, early.body.code]).toEqual([409, 'no_primary_test']);
    await call('POST', `/problems/${id}/evaluation/runs`, {});
    expect((await write(id, 'It worked.', 0)).status).toBe(200);
  });

  it('may not claim a success while the interval includes zero', async () => {
    const id = await planned('locked', { alpha: 0.01 });
    const { body: run } = await call('POST', `/problems/${id}/evaluation/runs`, {});
    expect(run.reading).toMatchObject({ outcome: 'not_certain', lower: -71, upper: 7 });
    const claim = await write(id, 'Between 71 fewer and 7 more. The lights worked.', 0);
    expect([claim.status, claim.body.code]).toEqual([422, 'claims_too_much']);
    expect(claim.body.errors).toEqual([
      {
        pointer: '/text',
        detail:
          'The interval includes zero, so no success can be claimed. Reword sentence 2, which says that it worked.',
      },
    ]);
    expect((await write(id, run.sentence, 0)).status).toBe(200);
  });

  it('of a response that was hardly delivered says so', async () => {
    const id = await planned('locked');
    await call('POST', `/problems/${id}/evaluation/runs`, {});
    const dose = { unit: 'visits', planned: 100, delivered: 45 };
    expect((await call('PUT', `/problems/${id}/parts/assessment`, dose, { version: 0 })).status).toBe(200);
    const { body } = await call('GET', `/problems/${id}/evaluation/runs`);
    expect(body.items[0].sentence).toContain('Only 45 % of what was planned was delivered');
    expect((await write(id, 'It worked.', 0)).status).toBe(422);
  });
});

describe('the streets around', () => {
  it('are drawn by metres', async () => {
    const id = await openCase();
    const { body } = await call('POST', `/problems/${id}/evaluation/zone`, {
      area: plan.treated,
      metres: 150,
    });
    expect(body.geometry.type).toBe('Polygon');
    expect(body.geometry.coordinates[1]).toEqual(plan.treated.coordinates[0]);
    expect(
      (await call('POST', `/problems/${id}/evaluation/zone`, { area: plan.treated, metres: 0 })).status,
    ).toBe(400);
  });
});
