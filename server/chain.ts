import { createConcernSight, type SeenConcern } from './concern-sight.ts';
import type { AppDeps } from './deps.ts';
import { grantsOf } from './domain/grants.ts';
import { isNowhere, reachOf } from './domain/held-roles.ts';
import type { Action } from './domain/permissions.ts';
import { AppError, NotFound } from './errors.ts';
import { createInReach } from './in-reach.ts';
import { runReader } from './jobs/run-reach.ts';
import type { Person } from './person.ts';
import type { Exhibit, Problem } from './store/ports.ts';

export const CHAIN_KINDS = ['concern', 'run', 'problem', 'commitment', 'answer', 'publication'] as const;
export type ChainKind = (typeof CHAIN_KINDS)[number];

/** From what a resident raised to what everybody was told, in the order of the work. */
export const CHAIN_STEPS = [
  'concern',
  'pattern',
  'problem',
  'response',
  'commitment',
  'result',
  'answer',
  'publication',
] as const;
export type ChainStepName = (typeof CHAIN_STEPS)[number];

export interface ChainItem {
  kind: ChainKind;
  id: string;
  /** What is written on it; of a kept answer its method. */
  label: string;
  at: string;
  state: string;
  /** The case it belongs to. */
  problemId: string | null;
  /** Of a measured result: how many fewer or more than expected, with the interval. */
  effect: { estimate: number; low: number; high: number } | null;
}

export interface ChainStep {
  step: ChainStepName;
  /** False: the roles of whoever asks read nothing of this kind. */
  mayRead: boolean;
  /** How many there are of those the asker sees; the newest come first. */
  total: number;
  items: ChainItem[];
}

/** As many as a strip unfolds. */
export const MOST_SHOWN = 50;

/** Puts together what belongs to one thing, as far as whoever asks may see it. */
export function createChain(deps: Pick<AppDeps, 'store'>) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const concerns = createConcernSight(deps);

  async function caseOf(person: Person, id: string | null): Promise<Problem[]> {
    const found = id === null ? null : await orNone(inReach.problem(person, id));
    return found ? [found] : [];
  }

  /** What the chain begins with, and the cases it leads to. */
  async function startAt(person: Person, kind: ChainKind, id: string): Promise<Start> {
    if (kind === 'problem') return { cases: [await inReach.problem(person, id)] };
    if (kind === 'commitment') {
      const { commitment } = await inReach.commitments.get(person, id);
      return { cases: await caseOf(person, commitment.problemId), commitment: id };
    }
    if (kind === 'run') return runStart(person, id);
    if (kind === 'answer') return answerStart(person, id);
    if (kind === 'publication') return figuresStart(person, id);
    const { concern } = await concerns.concern(person, id);
    // What was merged goes the way of the one it was merged into.
    const way = concern.mergedInto === null ? concern : await store.concerns.get(concern.mergedInto);
    return { cases: await caseOf(person, way?.problemId ?? null), concern: id };
  }

  async function runStart(person: Person, id: string): Promise<Start> {
    const run = await store.runs.get(id);
    const mayRead = may(person, 'run.read') && run && (await readerOf(person))(run);
    if (!mayRead) throw new NotFound('analysis run');
    const cases = await Promise.all((await store.exhibits.casesOf(id)).map((one) => caseOf(person, one)));
    return { cases: cases.flat(), run: id };
  }

  async function answerStart(person: Person, id: string): Promise<Start> {
    const found = await store.publicAnswers.get(id);
    const cases = await caseOf(person, found?.problemId ?? null);
    if (cases.length === 0) throw new NotFound('public answer');
    return { cases };
  }

  /** Figures belong to the cases whose public answers refer to them. */
  async function figuresStart(person: Person, id: string): Promise<Start> {
    if (!may(person, 'publication.read') || !(await store.publications.get(id)))
      throw new NotFound('publication');
    const answers = await store.publicAnswers.list({ released: true });
    const naming = answers.filter(
      ({ state, words }) => state === 'released' && words.publications.includes(id),
    );
    const ids = new Set(naming.map(({ problemId }) => problemId));
    // Those of meetings are about no case.
    return { cases: (await Promise.all([...ids].map((one) => caseOf(person, one)))).flat(), publication: id };
  }

  const readerOf = ({ userId, roles }: Person) => runReader(store, { userId, grants: grantsOf(roles) });

  async function raised(person: Person, { cases, concern }: Start): Promise<SeenConcern[]> {
    if (!may(person, 'concern.read')) return [];
    const pages = await Promise.all(
      cases.map(({ id }) => concerns.page(person, { problemId: id }, { limit: MOST_CONCERNS })),
    );
    const all = pages.flatMap(({ items }) => items);
    if (concern === undefined || all.some((one) => one.concern.id === concern)) return all;
    return [await concerns.concern(person, concern), ...all];
  }

  async function patterns(person: Person, { cases, run }: Start): Promise<ChainItem[]> {
    const mayRead = await readerOf(person);
    const kept = await Promise.all(
      cases.map(async ({ id }) =>
        (await orNone(inReach.problem(person, id, 'exhibit.read'))) ? store.exhibits.list(id) : [],
      ),
    );
    const all: Pick<Exhibit, 'runId' | 'problemId' | 'createdAt'>[] = kept.flat();
    const ids = new Set([...all.map(({ runId }) => runId), ...(run === undefined ? [] : [run])]);
    const runs = await Promise.all([...ids].map((id) => store.runs.get(id)));
    return runs.flatMap((found) => {
      if (!found || !mayRead(found)) return [];
      const at = all.find(({ runId }) => runId === found.id);
      return [item('run', found.id, found.method, found.createdAt, found.state, at?.problemId)];
    });
  }

  async function chosen({ cases }: Start): Promise<ChainItem[]> {
    const found = await Promise.all(
      cases.map(async ({ id }) => {
        const options = await store.problemItems.list(id, 'option');
        return options.flatMap((one) =>
          one.kind === 'option' && one.body.decision === 'chosen'
            ? [item('problem', one.id, one.body.title, one.createdAt, 'chosen', id)]
            : [],
        );
      }),
    );
    return found.flat();
  }

  async function promised(person: Person, { cases, commitment }: Start): Promise<ChainItem[]> {
    const found = await Promise.all(
      cases.map(({ id }) => inReach.commitments.list(person, { problemId: id })),
    );
    const all = found.flat().map((one) => one.commitment);
    if (commitment !== undefined && !all.some(({ id }) => id === commitment))
      all.push((await inReach.commitments.get(person, commitment)).commitment);
    return all.map((one) =>
      item('commitment', one.id, one.text, one.createdAt, one.state, one.problemId ?? undefined),
    );
  }

  /** The agreed test alone: what was looked at otherwise is no result. */
  async function measured({ cases }: Start): Promise<ChainItem[]> {
    const found = await Promise.all(
      cases.map(async ({ id }) => {
        const runs = (await store.evaluations.runs(id)).filter(({ kind }) => kind === 'primary');
        return runs.map(({ id: runId, createdAt, result: { total } }) => ({
          ...item('problem', runId, '', createdAt, 'primary', id),
          effect: total && { estimate: total.estimate, low: total.lower, high: total.upper },
        }));
      }),
    );
    return found.flat();
  }

  /** What stands released, and the figures it refers to. */
  async function published({ cases, publication }: Start): Promise<ChainItem[]> {
    const found = await Promise.all(cases.map(({ id }) => store.publicAnswers.list({ problemId: id })));
    const standing = found.flat().filter(({ state }) => state === 'released');
    const answers = standing.map(({ id, words, released, state, problemId }) =>
      item('answer', id, words.languages[0]?.title ?? '', released?.at ?? '', state, problemId ?? undefined),
    );
    const named = new Set(standing.flatMap(({ words }) => words.publications));
    if (publication !== undefined) named.add(publication);
    const figures = await Promise.all([...named].map((id) => store.publications.get(id)));
    return [
      ...answers,
      ...figures.flatMap((one) =>
        one?.releasedAt ? [item('publication', one.id, one.title, one.releasedAt, one.state, undefined)] : [],
      ),
    ];
  }

  return async (person: Person, kind: ChainKind, id: string): Promise<ChainStep[]> => {
    const start = await startAt(person, kind, id);
    const seen = (await raised(person, start)).map(({ concern }) => concern);
    const asItem = (one: (typeof seen)[number], at: string) =>
      item('concern', one.id, one.summary, at, one.state, one.problemId ?? undefined);
    const readsCases = may(person, 'problem.read');
    return [
      step(
        'concern',
        may(person, 'concern.read'),
        seen.map((one) => asItem(one, one.receivedOn)),
      ),
      step('pattern', may(person, 'exhibit.read'), await patterns(person, start)),
      step(
        'problem',
        readsCases,
        start.cases.map((one) =>
          item('problem', one.id, `${one.ref} ${one.title}`, one.createdAt, one.stage, one.id),
        ),
      ),
      step('response', readsCases, await chosen(start)),
      step('commitment', may(person, 'commitment.read'), await promised(person, start)),
      step('result', readsCases, await measured(start)),
      step(
        'answer',
        may(person, 'concern.read'),
        seen.flatMap((one) => (one.answeredOn === null ? [] : [asItem(one, one.answeredOn)])),
      ),
      // What is released is there for everybody.
      step('publication', true, await published(start)),
    ];
  };
}

/** More concerns than any case has. */
const MOST_CONCERNS = 5000;

interface Start {
  cases: Problem[];
  concern?: string;
  commitment?: string;
  run?: string;
  publication?: string;
}

function may({ roles }: Person, action: Action): boolean {
  return !isNowhere(reachOf(roles, action));
}

function item(
  kind: ChainKind,
  id: string,
  label: string,
  at: string,
  state: string,
  problemId: string | undefined,
): ChainItem {
  return { kind, id, label, at, state, problemId: problemId ?? null, effect: null };
}

function step(name: ChainStepName, mayRead: boolean, all: readonly ChainItem[]): ChainStep {
  const shown = mayRead ? [...all].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) : [];
  return { step: name, mayRead, total: shown.length, items: shown.slice(0, MOST_SHOWN) };
}

/** What is not there for this person is none; they may also be kept from the rest of it. */
async function orNone<Thing>(asked: Promise<Thing>): Promise<Thing | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFound || (error instanceof AppError && error.status === 403)) return null;
    throw error;
  }
}
