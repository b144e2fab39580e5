import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useIntl } from 'react-intl';
import { useAreas } from '../../../api/areas.ts';
import { type Exhibit, useExhibits } from '../../../api/exhibits.ts';
import type { Problem } from '../../../api/records.ts';
import { runResultQuery } from '../../../api/runs.ts';
import { useMay } from '../../../api/session.ts';
import { useStreets } from '../../../api/streets.ts';
import { useAssetKindText } from '../../../asset-kinds.ts';
import { useFilterSentences } from '../../../filter-words.tsx';
import { useWarningText } from '../../../warning-text.ts';
import type { ReadExhibit } from './exhibits-part.ts';

/** The answers kept on a case, each drawn for paper; undefined while they are read. The map comes with the first. */
export function useExhibitsRead(problem: Problem): readonly ReadExhibit[] | null | undefined {
  const intl = useIntl();
  const may = useMay('exhibit.read');
  const queries = useQueryClient();
  const kept = useExhibits(problem.id);
  const areas = useAreas();
  const streets = useStreets();
  const kindText = useAssetKindText();
  const sentences = useFilterSentences();
  const warningText = useWarningText();
  const isGroundKnown = !areas.isPending && !streets.isPending;
  const drawings = useQueries({
    queries: (kept.data ?? []).map(({ run }) => ({
      queryKey: ['problems', 'exhibit-picture', run.id, intl.locale, problem.updatedAt],
      enabled: isGroundKnown && run.state === 'done',
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async () => {
        const [{ drawExhibit }, bytes] = await Promise.all([
          import('./exhibit-picture.ts'),
          queries.fetchQuery(runResultQuery(run.id)),
        ]);
        const ground = {
          streets: (streets.data ?? null) as FeatureCollection | null,
          areas: areas.data ?? [],
          place: problem.geometry,
        };
        return drawExhibit(intl, run, bytes, ground, kindText);
      },
    })),
  });
  if (!may || kept.isError) return null;
  if (!kept.data || drawings.some(({ isPending, fetchStatus }) => isPending && fetchStatus !== 'idle'))
    return undefined;
  return kept.data.map((exhibit: Exhibit, i) => ({
    exhibit,
    drawn: drawings[i].data ?? [],
    failed: drawings[i].isError,
    which: sentences(exhibit.run.filter),
    warnings: (exhibit.run.summary?.warnings ?? [])
      .filter(({ code }) => code !== 'unlocated')
      .map(warningText),
  }));
}
