import { useQueries } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useIntl } from 'react-intl';
import { useAttachments } from '../../../api/attachments.ts';
import { useCategories } from '../../../api/categories.ts';
import { useCommitments, verificationsQuery } from '../../../api/commitments.ts';
import { useDatasets } from '../../../api/datasets.ts';
import { useEvaluation, useEvaluationRuns } from '../../../api/evaluations.ts';
import { useOrganisations } from '../../../api/organisations.ts';
import { useAllItems, useParts } from '../../../api/problem-parts.ts';
import { useProblemHistory } from '../../../api/problems.ts';
import type { Problem } from '../../../api/records.ts';
import { useSession } from '../../../api/session.ts';
import { useStreets } from '../../../api/streets.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import type { PaperFile } from '../../../documents/model.ts';
import { useFilterSentences } from '../../../filter-words.tsx';
import { caseFile } from './case-file.ts';
import { useExhibitsRead } from './use-exhibits-read.ts';

/** The file of a case from what this reader may see; null until all of it is here. */
export function useCaseFile(problem: Problem): { file: PaperFile | null; error: unknown } {
  const intl = useIntl();
  // Until it is known what somebody may read, nothing is asked, and nothing is empty.
  const session = useSession();
  const workspace = useWorkspace();
  const parts = useParts(problem.id);
  const items = useAllItems(problem.id);
  const evaluation = useEvaluation(problem.id);
  const runs = useEvaluationRuns(problem.id);
  const commitments = useCommitments(problem.id);
  const promised = commitments.data?.items ?? [];
  const said = useQueries({ queries: promised.map(({ id }) => verificationsQuery(id)) });
  const organisations = useOrganisations();
  const history = useProblemHistory(problem.id);
  const attachments = useAttachments(problem.id);
  const streets = useStreets();
  const categories = useCategories();
  const datasets = useDatasets();
  const exhibits = useExhibitsRead(problem);
  const sentences = useFilterSentences();
  const asked = [
    session,
    workspace,
    parts,
    evaluation,
    runs,
    commitments,
    organisations,
    history,
    streets,
    attachments,
    ...said,
  ];
  const error = asked.find((query) => query.error)?.error ?? null;
  const isReading = asked.some(({ isPending, fetchStatus }) => isPending && fetchStatus !== 'idle');
  if (isReading || !parts.data || !items || !evaluation.data || !runs.data || exhibits === undefined)
    return { file: null, error };
  const file = caseFile(intl, {
    problem,
    zone: workspace.data?.timezone ?? 'UTC',
    workspace: workspace.data?.name ?? '',
    direction: document.body.dir === 'rtl' ? 'rtl' : 'ltr',
    parts: parts.data,
    items,
    evaluation: evaluation.data,
    runs: runs.data,
    commitments: promised,
    verifications: new Map(promised.map(({ id }, i) => [id, said[i].data ?? []])),
    organisations: organisations.data?.items ?? [],
    history: history.data ?? [],
    streets: (streets.data ?? null) as FeatureCollection | null,
    categories: categories.data ?? [],
    datasets: datasets.data ?? [],
    ruleSentences: problem.rule ? sentences(problem.rule) : [],
    attachments: attachments.data ?? [],
    exhibits,
  });
  return { file, error };
}
