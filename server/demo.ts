import { randomUUID } from 'node:crypto';
import { FLAG_APPROXIMATE, FLAG_DATE_ONLY, FLAG_UNLOCATED } from '../analysis/incident-columns.ts';
import { type Demo, generateDemo } from '../data/demo/demo.ts';
import type { DemoIncident } from '../data/demo/incidents.ts';
import { evaluationBorders } from '../data/demo/north-road.ts';
import type { DemoProblem } from '../data/demo/problems.ts';
import { workOnDemoCase } from './demo-case-work.ts';
import { countDemoReferral, raiseDemoConcerns } from './demo-concerns.ts';
import { evaluateDemoCase } from './demo-evaluation.ts';
import { answerDemoMeeting } from './demo-meeting-answer.ts';
import { meetInDemo } from './demo-meetings.ts';
import { answerDemoCase } from './demo-public-answer.ts';
import { ITEM_KINDS, ITEMS } from './domain/case/items.ts';
import { PART_NAMES, PARTS } from './domain/case/parts.ts';
import { areaCodeOf } from './domain/problem-ref.ts';
import { readCategoryScheme } from './imports/category-scheme.ts';
import { keyOfText } from './imports/duplicate-table.ts';
import { type ImportOutcome, type ImportWriter, openImportWriter } from './store/import-writer.ts';
import type { Act, Dataset, DatasetKind, Problem, Store, Viewer } from './store/ports.ts';

const SETTING = 'demo';
const NOTE = 'Made up by a generator. Nothing in it is real.';
const FILE_NAME = 'demo area (generated)';

/** Sees all of it: it is made up. */
const viewer: Viewer = { userId: '', grants: [{ tier: 'exact', area: null }] };

interface Loading {
  store: Store;
  writer: ImportWriter;
  demo: Demo;
  act: Act;
}

/**
 * Loads the demo area into a store that has never held any data; says whether it did. A start that was broken off halfway
 * is begun again: what it left is hidden first.
 */
export async function loadDemo(store: Store, file: string, at: string): Promise<boolean> {
  if ((await store.settings.get(SETTING)) !== null) return false;
  const datasets = await store.datasets.list();
  if (datasets.some(({ origin }) => origin === 'user')) return false;
  const act: Act = { actor: null, at };
  for (const { id } of datasets) await store.datasets.remove(id, act);
  for (const { id } of await store.problems.list()) await store.problems.remove(id, act);
  for (const { id } of (await store.annotations.list()).reverse()) await store.annotations.remove(id, act);
  const writer = openImportWriter(file, readCategoryScheme());
  try {
    await load({ store, writer, demo: generateDemo(), act });
  } finally {
    writer.close();
  }
  await store.settings.set(SETTING, 'loaded');
  return true;
}

async function load(loading: Loading): Promise<void> {
  const { store, demo, act } = loading;
  await store.settings.set('workspace.name', demo.name);
  await store.settings.set('workspace.timezone', demo.timezone);
  await loadAreas(loading);
  await loadStreets(loading);
  await loadAssets(loading);
  const incidents = await loadIncidents(loading);
  const categories = await categoryIds(store);
  const worked: Problem[] = [];
  for (const problem of demo.problems) {
    const opened = await openProblem(store, problem, incidents.id, categories, areaCodeOf(demo.name));
    // The worked case; the other is at its beginning.
    if (problem.geometry !== evaluationBorders.treated) continue;
    await workOnDemoCase(store, viewer, opened);
    await evaluateDemoCase(store, viewer, opened);
    worked.push(opened);
  }
  for (const { at, text, geometry } of demo.annotations)
    await store.annotations.create({ problemId: null, text, geometry }, { ...act, at });
  await raiseDemoConcerns(store, demo.concerns, categories);
  await countDemoReferral(store, '2024-09-05');
  await meetInDemo(store, act.at, worked.at(0) ?? null);
  for (const problem of worked) await answerDemoCase(store, problem);
  await answerDemoMeeting(store);
}

async function loadAreas({ store, demo, act }: Loading): Promise<void> {
  const dataset = await newDataset({ store, demo, act }, 'areas', 'Areas');
  const ids = new Map<string, number>();
  for (const { sourceId, within, kind, name, geometry, population, dwellings } of demo.areas) {
    const parentId = within === null ? null : (ids.get(within) ?? null);
    const input = { parentId, datasetId: dataset.id, kind, name, sourceId, geometry, population, dwellings };
    const { id } = await store.areas.create({ ...input, timezone: demo.timezone }, act);
    ids.set(sourceId, id);
  }
}

async function loadStreets(loading: Loading): Promise<void> {
  const dataset = await newDataset(loading, 'streets', 'Streets and river');
  const { streets } = loading.demo;
  write(loading, dataset, null, { stored: streets.length }, (writer) => {
    for (const { name, class: kind, line } of streets)
      writer.street({ name, class: kind, geometry: { type: 'LineString', coordinates: line } });
  });
}

async function loadAssets(loading: Loading): Promise<void> {
  const dataset = await newDataset(loading, 'assets', 'Community assets');
  const { assets } = loading.demo;
  write(loading, dataset, null, { stored: assets.length }, (writer) => {
    for (const { sourceId, kind, name, position } of assets)
      writer.asset({ sourceId, kind, name, lon: position[0], lat: position[1], properties: {} });
  });
}

/** One import for each way of knowing the place: the way is a property of a whole import. */
async function loadIncidents(loading: Loading): Promise<Dataset> {
  const dataset = await newDataset(loading, 'incidents', 'Incidents');
  for (const method of ['address', 'street', null] as const) {
    const incidents = loading.demo.incidents.filter(({ locationMethod }) => locationMethod === method);
    const counts = method === null ? { unlocated: incidents.length } : { stored: incidents.length };
    write(loading, dataset, method, counts, (writer) => {
      const categories = new Map<string, number>();
      for (const incident of incidents) {
        const known = categories.get(incident.category);
        const id = known ?? writer.categoryId(incident.category, incident.category);
        categories.set(incident.category, id);
        writer.incident(rowOf(incident, id));
      }
    });
  }
  return dataset;
}

function rowOf(incident: DemoIncident, categoryId: number) {
  const { sourceId, position, accuracyM, locationMethod, dateOnly } = incident;
  return {
    categoryId,
    sourceId,
    key: keyOfText(sourceId),
    from: incident.occurredFrom,
    to: incident.occurredTo,
    reported: incident.reportedAt,
    lon: position?.[0] ?? null,
    lat: position?.[1] ?? null,
    accuracy: accuracyM,
    place: incident.placeText,
    flags:
      (position === null ? FLAG_UNLOCATED : 0) |
      (locationMethod === 'street' ? FLAG_APPROXIMATE : 0) |
      (dateOnly ? FLAG_DATE_ONLY : 0),
  };
}

async function newDataset(
  { store, demo, act }: Pick<Loading, 'store' | 'demo' | 'act'>,
  kind: DatasetKind,
  title: string,
): Promise<Dataset> {
  const name = `${title} (demo, fictional)`;
  return store.datasets.create({ name, kind, timezone: demo.timezone, origin: 'demo', note: NOTE }, act);
}

/** Rows of one data set, all or none of them. */
function write(
  { writer, demo, act }: Loading,
  dataset: Dataset,
  locationMethod: string | null,
  counts: { stored?: number; unlocated?: number },
  rows: (writer: ImportWriter) => void,
): void {
  writer.begin();
  writer.open({
    importId: randomUUID(),
    fileName: FILE_NAME,
    mapping: null,
    target: { datasetId: dataset.id },
    kind: dataset.kind,
    timezone: demo.timezone,
    timePrecision: 'instant',
    locationMethod,
    act,
  });
  rows(writer);
  writer.finish({ ...NOTHING, ...counts, read: (counts.stored ?? 0) + (counts.unlocated ?? 0) });
}

const NOTHING: ImportOutcome = {
  read: 0,
  stored: 0,
  unlocated: 0,
  duplicates: 0,
  refused: {},
  flagged: {},
  bbox: null,
  from: null,
  to: null,
  seconds: 0,
  remember: null,
};

async function categoryIds(store: Store): Promise<Map<string, number>> {
  const builtIn = (await store.categories.list()).filter(({ scheme }) => scheme === 'common-ground');
  return new Map(builtIn.map(({ code, id }) => [code, id]));
}

async function openProblem(
  store: Store,
  { title, statement, geometry, rule, openedAt, moves, notes, parts, items }: DemoProblem,
  datasetId: number,
  categories: Map<string, number>,
  areaCode: string,
): Promise<Problem> {
  const linked = {
    datasets: [datasetId],
    categories: rule.categories.flatMap((code) => categories.get(code) ?? []),
    geometry,
    from: new Date(rule.from * 1000).toISOString(),
    to: new Date(rule.to * 1000).toISOString(),
  };
  const act = (at: string): Act => ({ actor: null, at });
  let problem = await store.problems.create(
    { title, statement, geometry, rule: linked, confidentiality: 'committee', areaCode },
    act(openedAt),
  );
  for (const { stage, at, reason } of moves)
    problem = await store.problems.moveTo(problem.id, problem.version, stage, { ...act(at), reason });
  for (const { at, text } of notes)
    await store.annotations.create({ problemId: problem.id, text, geometry: null }, act(at));
  const written = act(moves.at(0)?.at ?? openedAt);
  for (const name of PART_NAMES)
    if (parts[name])
      await store.problemParts.put(problem.id, name, 0, PARTS[name].parse(parts[name]), written);
  for (const { kind, body } of items) {
    const known = ITEM_KINDS.find((one) => one === kind);
    if (known)
      await store.problemItems.add(problem.id, { kind: known, body: ITEMS[known].parse(body) }, written);
  }
  return problem;
}
