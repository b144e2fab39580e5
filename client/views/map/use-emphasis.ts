import { useMemo } from 'react';
import { useAnswer } from '../../map/columns.ts';
import type { Emphasis, EmphasisedPoints } from '../../map/emphasis.ts';
import { emphasisOf } from './methods/run-parts.tsx';
import type { Selected } from './selection.ts';
import type { Incidents } from './use-incidents.ts';
import type { RunOnMap } from './use-run.ts';

interface Asked {
  readonly emphasis: Emphasis;
  /** The filter it was asked under: another filter, another answer. */
  readonly counts: Incidents['counts'];
}

/** The incidents that the selected part of the answer is about, as the worker finds them under the filter. */
export function useEmphasis(
  { columns, counts }: Incidents,
  { run, result }: RunOnMap,
  selected: Selected | null,
): EmphasisedPoints | null {
  const question = useMemo((): Asked | null => {
    const emphasis = run && result && selected?.kind === 'cell' ? emphasisOf(run, result, selected.id) : null;
    return emphasis && counts ? { emphasis, counts } : null;
  }, [run, result, selected, counts]);
  const ask = useMemo(
    () => columns && (async (asked: Asked) => ({ asked, points: await columns.emphasise(asked.emphasis) })),
    [columns],
  );
  const answer = useAnswer(ask, question);
  return answer && answer.asked === question ? answer.points : null;
}
