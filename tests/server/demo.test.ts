import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { northRoadFigures } from '../../data/demo/north-road-analysis.ts';
import { readCaseFacts } from '../../server/case-facts.ts';
import { loadDemo } from '../../server/demo.ts';
import { openExplanations } from '../../server/domain/case/explanations.ts';
import { openRules } from '../../server/domain/case/gates.ts';
import { keptRate } from '../../server/domain/commitment.ts';
import type { AssetRingsSummary } from '../../server/jobs/contract/asset-rings.ts';
import type { DataClockSummary } from '../../server/jobs/contract/data-clock.ts';
import type { LocalGiStarSummary } from '../../server/jobs/contract/local-gi-star.ts';
import { runRequest } from '../../server/jobs/contract.ts';
import { methodOf } from '../../server/jobs/methods.ts';
import { readRunData } from '../../server/jobs/run-data.ts';
import { runKey } from '../../server/jobs/run-key.ts';
import { createPublicAnswers } from '../../server/public-answers.ts';
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

  it('has a committee that met twice and meets again, each time with what its rules found', async () => {
    const [committee, ...more] = await store.committees.list();
    expect([committee.name, more]).toEqual(['Committee of Northgate', []]);
    const members = await store.committees.members(committee.id);
    expect(members.filter(({ side }) => side === 'community').length).toBeGreaterThan(members.length / 2);
    const meetings = await store.meetings.list();
    expect(meetings.map(({ state, startsAt }) => [state, startsAt.slice(0, 10)])).toEqual([
      ['closed', '2025-12-18'],
      ['closed', '2026-01-15'],
      ['planned', '2026-02-19'],
    ]);
    const rulesOf = async (id: string) => (await store.agendas.list(id)).map(({ rule }) => rule);
    const [first, second, next] = await Promise.all(meetings.map(({ id }) => rulesOf(id)));
    expect(first).not.toContain('last_minutes');
    expect(second).toContain('last_minutes');
    expect(next).toContain('concerns_unanswered');
  });

  it('tells everybody of its December meeting: counted, decided, found done and promised for another day', async () => {
    const [first] = await store.meetings.list();
    const [answer, ...more] = await store.publicAnswers.list({ meetingId: first.id });
    expect([answer.state, more]).toEqual(['released', []]);
    expect(answer.words.languages.map(({ language }) => language)).toEqual(['en', 'fr']);
    expect(answer.rows.map(({ list }) => list).sort()).toEqual(['done', 'done', 'not_yet']);
    expect(answer.told?.decisions.map(({ kind }) => kind)).toEqual(['priority', 'rule']);
    const { total, categories } = answer.told?.heard ?? { total: 0, categories: [] };
    const rest = (total ?? 0) - categories.reduce((sum, { count }) => sum + count, 0);
    // Those that told a place.
    expect(total).toBeGreaterThan(30);
    expect(categories.every(({ count }) => count >= 5) && (rest === 0 || rest >= 5)).toBe(true);
    const french = answer.words.languages.find(({ language }) => language === 'fr');
    expect([french?.promises.length, french?.decisions.length]).toEqual([3, 2]);
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
    const times: Record<string, number> = {};
    for (const { action } of history) times[action] = (times[action] ?? 0) + 1;
    expect(times).toEqual({
      create: 1,
      stage: 3,
      // Scanning 6, analysis 3, assessment 4.
      part: 13,
      // Sources, findings, steps of the script, hypotheses, options, rounds of asking.
      item_add: 3 + 7 + 3 + 2 + 4 + 2,
      keep: 3,
      // Three promises, with their steps.
      commitment: times.commitment,
      plan: 1,
      propose: 1,
      lock: 1,
      amend: 1,
      evaluate: 1,
      // The markets first.
      decision: 1,
      // Begun by rules, then edited.
      answer_draft: 2,
      answer_privacy_checked: 1,
      answer_translated: 1,
      answer_released: 1,
    });
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

  it('keeps three answers on the case of North Road, and asking again finds the same', async () => {
    const [northRoad] = await store.problems.list();
    const kept = await store.exhibits.list(northRoad.id);
    const runs = await Promise.all(kept.map(({ runId }) => store.runs.get(runId)));
    expect(runs.map((run) => [run?.method, run?.state])).toEqual([
      ['local-gi-star', 'done'],
      ['data-clock', 'done'],
      ['asset-rings', 'done'],
    ]);
    for (const run of runs) {
      const { method, parameters, filter } = run!;
      const asked = runRequest.parse({ method, parameters, filter });
      const { dataVersion } = await readRunData(store, viewer, asked);
      const key = runKey(asked, methodOf(asked).version, dataVersion);
      expect((await store.runs.findDone(key))?.id).toBe(run?.id);
    }
  });

  it('says of hours and days on the case what its incidents say', async () => {
    const [northRoad] = await store.problems.list();
    const kept = await store.exhibits.list(northRoad.id);
    const runs = await Promise.all(kept.map(({ runId }) => store.runs.get(runId)));
    const clock = runs.find((run) => run?.method === 'data-clock')?.summary as DataClockSummary;
    expect(clock.n).toBe(207);
    const sum = (figures: readonly number[]) => figures.reduce((total, one) => total + one, 0);
    for (const { from, to, thefts } of northRoadFigures.hours)
      expect(Math.round(sum(clock.byHour.slice(from, to))), `${from} to ${to}`).toBe(thefts);
    expect(sum(clock.byWeekday.slice(0, 5))).toBe(northRoadFigures.workingDays);
    const texts = (await store.problemItems.list(northRoad.id))
      .map(({ body }) => JSON.stringify(body))
      .join();
    for (const { thefts } of northRoadFigures.hours) expect(texts).toContain(String(thefts));
    expect(texts).toContain(`${northRoadFigures.workingDays} on working days`);
  });

  it('has found the stops: thefts crowd within 100 metres of them, most at those of the two roads', async () => {
    const [northRoad] = await store.problems.list();
    const kept = await store.exhibits.list(northRoad.id);
    const runs = await Promise.all(kept.map(({ runId }) => store.runs.get(runId)));
    const rings = runs.find((run) => run?.method === 'asset-rings')?.summary as AssetRingsSummary;
    expect(rings.rings[0]).toMatchObject({ from: 0, to: 100, class: 1 });
    const most = rings.assets.slice(0, 10).map(({ name }) => name);
    for (const stop of [2, 3, 4, 5, 6]) expect(most).toContain(`Bus stop North Road ${stop}`);
    const spots = runs.find((run) => run?.method === 'local-gi-star')?.summary as LocalGiStarSummary;
    expect(spots.hotspots.length).toBeGreaterThan(1);
    expect(spots.hotspots.every(({ placeName }) => placeName !== null)).toBe(true);
  });

  it('would pass every gate of analysis and response', async () => {
    const [northRoad] = await store.problems.list();
    const facts = await readCaseFacts(store, { now: () => new Date('2026-01-05T09:00:00Z') }, northRoad);
    expect(openRules({ ...facts, stage: 'analysis' })).toEqual([]);
    expect(openRules({ ...facts, stage: 'response' })).toEqual([]);
  });

  it('holds three promises: two kept as residents say, one open again', async () => {
    const [northRoad] = await store.problems.list();
    const commitments = await store.commitments.list({ problemId: northRoad.id });
    expect(commitments.map(({ organisation, state, round }) => [organisation.name, state, round])).toEqual([
      ['City lighting', 'verified', 2],
      ['Northgate bus company', 'verified', 1],
      ['Market office', 'in_progress', 1],
    ]);
    expect(keptRate(commitments, '2026-01-05')).toEqual({ verified: 2, due: 3 });
    const said = await Promise.all(commitments.map(({ id }) => store.commitments.verifications(id)));
    expect(
      said.flat().map(({ done, partly, notDone, cannotSay }) => [done, partly, notDone, cannotSay]),
    ).toEqual([
      [5, 16, 3, 2],
      [22, 2, 0, 3],
      [19, 6, 1, 4],
      [4, 17, 5, 4],
    ]);
    const { body } = await store.problemParts.get(northRoad.id, 'assessment');
    const planned = commitments.reduce((sum, { dose }) => sum + (dose?.planned ?? 0), 0);
    const delivered = commitments.reduce((sum, one) => sum + one.delivered, 0);
    expect([planned, delivered]).toEqual([body?.planned, body?.delivered]);
  });

  it('tells everybody what came of North Road, in two languages, let out by two persons', async () => {
    const [northRoad] = await store.problems.list();
    const [answer, ...others] = await store.publicAnswers.list({ problemId: northRoad.id });
    expect(others).toEqual([]);
    expect(answer).toMatchObject({
      state: 'released',
      areaName: expect.stringMatching(/./),
      approved: { by: 'Demo guardian' },
      released: { by: 'Demo publisher', at: '2026-01-22T16:00:00.000Z' },
      sheet: { concerns: 42, consenting: 2, quoted: 2, doubts: [] },
    });
    expect(answer.rows.map(({ list, organisation }) => [list, organisation])).toEqual([
      ['done', 'City lighting'],
      ['done', 'Northgate bus company'],
      ['not_yet', 'Market office'],
    ]);
    const clock = { now: () => new Date('2026-01-22T16:00:00.000Z') };
    expect(await createPublicAnswers({ store, clock }).check(answer)).toMatchObject({
      faults: [],
      recordChanged: false,
    });
    const { body: verdict } = await store.problemParts.get(northRoad.id, 'verdict');
    const [english, arabic] = answer.words.languages;
    expect(english.result).toBe(verdict?.text);
    for (const figure of ['118', '40', '196']) expect(arabic.result).toContain(figure);
    for (const said of ['42', '17', '11', '14'])
      for (const { youSaid } of [english, arabic]) expect(youSaid).toContain(said);
    expect(arabic.promises).toHaveLength(3);
    const facts = await readCaseFacts(store, clock, northRoad);
    // The committee goes on; all that closing asks for is there but the outcome.
    expect(openRules({ ...facts, stage: 'assessment' }).map(({ id }) => id)).not.toContain(
      'publication_settled',
    );
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
