import type { ComponentType } from 'react';
import type { MethodId, Run, RunOf } from '../../../api/runs.ts';
import type { Emphasis } from '../../../map/emphasis.ts';
import { dataOf, type RunResult } from '../../../map/run-result.ts';
import type { CardProps, MethodView } from './method-view.ts';
import { METHOD_VIEWS } from './method-views.ts';

/** The union of runs does not tell TypeScript that a run and the view under its method belong together; here alone it is said. */
const partsOf = (run: Run) => METHOD_VIEWS[run.method] as unknown as MethodView<MethodId>;

type OfRun = ComponentType<{ run: RunOf<MethodId> }>;

export function MethodFacts({ run }: { run: Run }) {
  const Facts: OfRun = partsOf(run).Facts;
  return <Facts run={run} />;
}

export function MethodAnswer({ run }: { run: Run }) {
  const Answer: OfRun | null = partsOf(run).Answer;
  return Answer ? <Answer run={run} /> : null;
}

export function MethodCard({ run, id }: CardProps<MethodId>) {
  const { Card } = partsOf(run);
  return Card ? <Card run={run} id={id} /> : null;
}

/** Which incidents the selected part is about; null where the part is a place that the map outlines anyway. */
export function emphasisOf(run: Run, result: RunResult, id: string): Emphasis | null {
  if (result.method !== run.method) return null;
  return partsOf(run).emphasis?.({ run, data: dataOf(result, run.method), id }) ?? null;
}

export const hasAnswer = (run: Run): boolean => partsOf(run).Answer !== null;
