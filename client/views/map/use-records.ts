import { useMemo } from 'react';
import { useAnnotations } from '../../api/annotations.ts';
import { useAreas } from '../../api/areas.ts';
import { useAssets } from '../../api/assets.ts';
import { basemapAddress, useBasemaps } from '../../api/basemap.ts';
import { useCategories } from '../../api/categories.ts';
import { commitmentsOnMap, useCommitments } from '../../api/commitments.ts';
import { useAllConcerns } from '../../api/concerns.ts';
import { useDatasets } from '../../api/datasets.ts';
import { useProblems } from '../../api/problems.ts';
import { useMay } from '../../api/session.ts';
import { useStreets } from '../../api/streets.ts';
import { useWorkspace } from '../../api/workspace.ts';

const NONE: never[] = [];

/** Everything the server owns that the map shows, kept fresh by the query cache. */
export function useRecords() {
  const workspace = useWorkspace().data;
  const known = useDatasets().data;
  // An overseer knows which data sets there are; what is in them is for others.
  const datasets = useMay('incident.overview') ? known : NONE;
  const areas = useAreas().data;
  const categories = useCategories().data ?? NONE;
  const assets = useAssets().data ?? NONE;
  const problems = useProblems().data ?? NONE;
  const annotations = useAnnotations().data ?? NONE;
  const concerns = useAllConcerns().data ?? NONE;
  const promised = useCommitments().data;
  const interventions = useMemo(() => commitmentsOnMap(promised?.items ?? NONE), [promised]);
  const streets = useStreets().data ?? null;
  const basemaps = useBasemaps().data;
  const basemapAddresses = useMemo(() => basemaps?.map(({ name }) => basemapAddress(name)), [basemaps]);
  return useMemo(
    () => ({
      workspace,
      datasets,
      areas,
      categories,
      assets,
      problems,
      annotations,
      concerns,
      interventions,
      streets,
      basemapAddresses,
    }),
    [
      workspace,
      datasets,
      areas,
      categories,
      assets,
      problems,
      annotations,
      concerns,
      interventions,
      streets,
      basemapAddresses,
    ],
  );
}

export type Records = ReturnType<typeof useRecords>;
