import type { Context } from 'hono';
import { concernDays } from '../concern-days.ts';
import { createConcernSight, type SeenConcern } from '../concern-sight.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { asCoarse } from '../domain/concern-place.ts';
import { awaitsAnswer, dueOn, stepsFrom } from '../domain/concern-steps.ts';
import { NotFound } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import type { Concern } from '../store/ports.ts';
import { today } from '../today.ts';
import type { ShownConcern } from './concern-records.ts';
import { personOf } from './reply.ts';

/** Concerns with what follows from them on the day they are looked at. */
export function createShown(deps: AppDeps) {
  const { store, clock } = deps;
  const sight = createConcernSight(deps);
  const inReach = createInReach(deps);

  async function all(c: Context<AppEnv>, seen: readonly SeenConcern[]): Promise<ShownConcern[]> {
    const [{ answerDays }, day, problems] = await Promise.all([
      concernDays(store),
      today(store, clock),
      problemsOf(c, seen),
    ]);
    return seen.map(({ concern, isExact }) => {
      const { coarseAreaId: _, ...fields } = concern;
      const due = awaitsAnswer(concern) ? dueOn(concern.receivedOn, answerDays) : null;
      return {
        ...fields,
        dueOn: due,
        isOverdue: due !== null && due < day,
        isExact,
        steps: stepsFrom(concern.state),
        problem: problems.get(concern.problemId ?? '') ?? null,
      };
    });
  }

  async function problemsOf(c: Context<AppEnv>, seen: readonly SeenConcern[]) {
    const ids = [...new Set(seen.flatMap(({ concern }) => concern.problemId ?? []))];
    const found = await Promise.all(
      ids.map((id) =>
        inReach.problem(personOf(c), id).catch((error: unknown) => {
          if (error instanceof NotFound) return null;
          throw error;
        }),
      ),
    );
    return new Map(
      found.flatMap((one) =>
        one ? [[one.id, { id: one.id, ref: one.ref, title: one.title, stage: one.stage }] as const] : [],
      ),
    );
  }

  async function one(c: Context<AppEnv>, seen: SeenConcern): Promise<ShownConcern> {
    const [shown] = await all(c, [seen]);
    return shown;
  }

  return {
    all,
    one,
    /** What somebody has just written: as they will see it, also when they may only add. */
    async made(c: Context<AppEnv>, concern: Concern): Promise<ShownConcern> {
      const seen = (await sight.sightOf(personOf(c)))(concern);
      return one(c, seen ?? { concern: asCoarse(concern), isExact: false });
    },
  };
}
