import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useEvaluation } from '../../../api/evaluations.ts';
import { boundsOf } from '../../../map/measure.ts';
import { AREAS, SHORT_AREA_WORDS } from './evaluation-words.ts';

/** The ground of the plan besides the treated area, named for a map. */
export function usePlanZones(problemId: string) {
  const intl = useIntl();
  const plan = useEvaluation(problemId).data?.plan;
  return useMemo(
    () =>
      AREAS.flatMap((area, i) => {
        const geometry = plan?.[area];
        if (!geometry || area === 'treated') return [];
        const name = intl.formatMessage(SHORT_AREA_WORDS[area]);
        // Below all that the server gives: an answer that lies on areas is not drawn on these.
        const id = -1 - i;
        return [{ id, parentId: null, kind: 'custom', name, geometry, bounds: boundsOf(geometry) }];
      }),
    [plan, intl],
  );
}
