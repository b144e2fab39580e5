import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaseFacts } from '../../server/case-facts.ts';
import { loadDemo } from '../../server/demo.ts';
import { openExplanations } from '../../server/domain/case/explanations.ts';
import { openRules } from '../../server/domain/case/gates.ts';
import { type OpenStore, openStore } from '../../server/store/open-store.ts';
import type { Viewer } from '../../server/store/ports.ts';

const AT = '2026-01-05T09:00:00.000Z';
const viewer: Viewer = { userId: 'analyst', grants: [{ tier: 'exact', area: null }] };

describe('loadDemo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-demo-'));
  const file = join(folder, 'demo.sqlite');
  let store: OpenStore;

  beforeAll(async () => {
    store = await openStore({ file });
    expect(await loadDemo(store, file, AT)).toBe(true);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('fills data sets that say they are fictional', async () => {
    const datasets = await store.datasets.list();
    expect(datasets.map(({ kind, count }) => [kind, count])).toEqual([
      ['areas', 13],
      ['streets', 534],
      ['assets', 120],
      ['incidents', 40_000],
    ]);
    for (const { name, origin } of datasets) {
      expect(name).toContain('(demo, fictional)');
      expect(origin).toBe('demo');
    }
  });

  it('puts the areas into the district', async () => {
    const areas = await store.areas.list();
    const district = areas.find(({ kind }) => kind === 'district');
    expect(areas.filter(({ parentId }) => parentId === district?.id)).toHaveLength(12);
  });

  it('keeps how well each place and time is known', async () => {
    const imports = await store.imports.list();
    expect(imports.reduce((sum, { stored }) => sum + stored, 0)).toBe(39_101 + 534 + 120);
    expect(imports.reduce((sum, { unlocated }) => sum + unlocated, 0)).toBe(899);
    const { items } = await store.incidents.list(viewer, {}, { limit: 500 });
    expect(items).toHaveLength(500);
    for (const { position, locationMethod, placeText, occurredFrom } of items) {
      expect(locationMethod === null).toBe(position === null);
      expect(placeText).not.toBe('');
      expect(occurredFrom).not.toBeNull();
    }
  });

  it('links the thefts of the evaluation to the case of North Road', async () => {
    const problems = await store.problems.list();
    expect(problems.map(({ stage }) => stage)).toEqual(['assessment', 'scanning']);
    const [northRoad, eastbrook] = problems;
    expect(await store.incidents.count(viewer, northRoad.rule ?? {})).toBe(207);
    expect(await store.incidents.count(viewer, eastbrook.rule ?? {})).toBeGreaterThan(200);
  });

  it('puts the 42 concerns of three sources into the case of North Road, and keeps no place finer than was chosen', async () => {
    const [northRoad] = await store.problems.list();
    const { items } = await store.concerns.page({ problemId: northRoad.id }, { limit: 100 });
    const from = (channel: string, on: string) =>
      items.filter((concern) => concern.channel === channel && concern.receivedOn === on).length;
    expect(items).toHaveLength(42);
    expect(from('meeting', '2024-09-05')).toBe(17);
    expect(from('meeting', '2024-09-07')).toBe(11);
    expect(items.filter(({ channel }) => channel === 'officer' || channel === 'box')).toHaveLength(14);
    for (const { answeredOn, precision, position, sideM } of items) {
      expect(answeredOn).toBe('2024-09-23');
      expect(sideM === null).toBe(position === null || precision === 'exact');
    }
    const all = await store.concerns.page({}, { limit: 100 });
    expect(all.items.filter(({ problemId }) => problemId === null).map(({ state }) => state)).toEqual([
      'received',
      'received',
      'answered',
    ]);
    expect(await store.concerns.referrals()).toMatchObject([{ count: 1 }]);
  });

  it('gives the case of North Road its history and notes', async () => {
    const [northRoad] = await store.problems.list();
    const history = await store.audit.of('problem', northRoad.id);
    expect(history.map(({ action }) => action).sort()).toEqual([
      'amend',
      'create',
      'evaluate',
      'item_add',
      'item_add',
      'item_add',
      'lock',
      ...Array.from({ length: 10 }, () => 'part'),
      'plan',
      'propose',
      'stage',
      'stage',
      'stage',
    ]);
    expect(history.filter(({ action }) => action === 'stage').every(({ reason }) => reason !== '')).toBe(
      true,
    );
    expect(await store.annotations.list({ problemId: northRoad.id })).toHaveLength(2);
  });

  it('locked the plan by two persons before the year after, with what could be seen then', async () => {
    const [northRoad] = await store.problems.list();
    const evaluation = await store.evaluations.get(northRoad.id);
    expect(evaluation).toMatchObject({
      state: 'locked',
      proposedBy: 'Demo analyst',
      lockedBy: 'Demo secretary',
    });
    expect(Date.parse(evaluation?.lockedAt ?? '')).toBeLessThan(
      Date.parse(evaluation?.plan.after?.from ?? ''),
    );
    expect(evaluation?.facts?.before).toEqual({
      treated: 207,
      control: 308,
      buffer: 178,
      controlBuffer: 150,
    });
    expect(evaluation?.facts?.checks).toEqual([]);
    expect(evaluation?.facts?.drops[0]).toMatchObject({ before: 207, drop: 48 });
  });

  it('comes to the published numbers of the worked case, computed from its incidents', async () => {
    const [northRoad] = await store.problems.list();
    const [run, ...others] = await store.evaluations.runs(northRoad.id);
    expect(others).toEqual([]);
    expect([run.kind, run.reasons]).toEqual(['primary', []]);
    const { counts, total, local, displacement, ratio, quotient, level } = run.result;
    expect(counts).toEqual({
      treated: [207, 110],
      control: [308, 318],
      buffer: [178, 157],
      controlBuffer: [150, 140],
    });
    expect(level).toBe(0.95);
    expect([total.estimate, Math.round(total.lower), Math.round(total.upper)]).toEqual([-118, -196, -40]);
    expect([local.estimate, displacement?.estimate]).toEqual([-107, -11]);
    expect([ratio?.ratio.toFixed(2), quotient?.toFixed(2)]).toEqual(['0.51', '0.26']);
    const { body } = await store.problemParts.get(northRoad.id, 'verdict');
    expect(body?.text).toBe(
      'In the year after the changes there were about 118 fewer thefts than the comparison area leads us to expect; the true figure is probably between 40 and 196 fewer. Thefts did not move to the streets around.',
    );
  });

  it('answers every rival explanation of the case', async () => {
    const [northRoad] = await store.problems.list();
    const { body } = await store.problemParts.get(northRoad.id, 'explanations');
    expect(body && openExplanations(body)).toEqual([]);
  });

  it('fills in what scanning found on North Road, so that its case would pass the gate, and opens it', async () => {
    const [northRoad] = await store.problems.list();
    expect(northRoad.confidentiality).toBe('committee');
    const facts = await readCaseFacts(store, { now: () => new Date('2024-12-31') }, northRoad);
    expect(openRules({ ...facts, stage: 'scanning' })).toEqual([]);
    expect(facts.parts.cheers).toMatchObject({ count: 207, months: 12 });
  });

  it('counts by area what was planned for the area', async () => {
    const areas = await store.areas.list();
    const theft = (await store.categories.list()).find(({ code }) => code === 'theft-from-person');
    const count = (name: string, year: number) => {
      const area = areas.find((one) => one.name === name);
      const from = new Date(Date.UTC(year, 0, 1, 1)).toISOString();
      const to = new Date(Date.UTC(year + 1, 0, 1, 1)).toISOString();
      return store.incidents.count(viewer, { areas: [area!.id], categories: [theft!.id], from, to });
    };
    expect(await count('North Road bus stops', 2025)).toBe(110);
    expect(await count('Station Road bus stops (comparison)', 2024)).toBe(308);
    expect(await count('Streets around the North Road bus stops', 2024)).toBe(178);
    expect(await count('Streets around the Station Road bus stops (comparison)', 2025)).toBe(140);
  });

  it('does nothing the second time, also after its data sets were removed', async () => {
    expect(await loadDemo(store, file, AT)).toBe(false);
    expect(await store.datasets.list()).toHaveLength(4);
  });
});

describe('loadDemo on other stores', () => {
  it('leaves a store alone that holds data of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-ground-own-'));
    const file = join(folder, 'own.sqlite');
    const store = await openStore({ file });
    await store.datasets.create(
      { name: 'Ours', kind: 'incidents', timezone: 'UTC' },
      { actor: null, at: AT },
    );
    expect(await loadDemo(store, file, AT)).toBe(false);
    expect((await store.datasets.list()).map(({ name }) => name)).toEqual(['Ours']);
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('begins again what was broken off', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-ground-again-'));
    const file = join(folder, 'again.sqlite');
    const store = await openStore({ file });
    await store.datasets.create(
      { name: 'Areas (demo, fictional)', kind: 'areas', timezone: 'UTC', origin: 'demo' },
      { actor: null, at: AT },
    );
    expect(await loadDemo(store, file, AT)).toBe(true);
    expect((await store.datasets.list()).map(({ count }) => count)).toEqual([13, 534, 120, 40_000]);
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
