import { createIntl } from 'react-intl';
import type { EvaluationRun } from '../../../../../client/api/evaluations.ts';
import type { FileSources } from '../../../../../client/views/problems/case-file/case-file.ts';
import { evaluationTest } from '../../../../../server/domain/case/evaluation-test.ts';
import { readingOf } from '../../../../../server/domain/case/verdict.ts';
import { northRoad, northRoadCounts } from '../../../../server/domain/case/north-road-plan.ts';

export const intl = createIntl({ locale: 'en', onError: () => {} });

/** A case in which nothing was written down. */
export const EMPTY: FileSources = {
  problem: {
    id: 'p1',
    ref: 'DEM-2026-01',
    title: 'An almost empty case',
    statement: '',
    stage: 'scanning',
    state: 'proposed',
    confidentiality: 'internal',
    reviewOn: null,
    geometry: null,
    rule: null,
    version: 1,
    createdAt: '2026-01-05T10:00:00.000Z',
    createdBy: 'u1',
    updatedAt: '2026-01-06T10:00:00.000Z',
    deletedAt: null,
  } as FileSources['problem'],
  zone: 'UTC',
  workspace: 'Demo District',
  direction: 'ltr',
  parts: [],
  items: [],
  evaluation: {
    problemId: 'p1',
    plan: null,
    facts: null,
    state: 'none',
    version: 0,
    changedBy: null,
    changedAt: null,
    proposedBy: null,
    proposedAt: null,
    lockedBy: null,
    lockedAt: null,
    proposedByName: null,
    lockedByName: null,
    amendments: [],
  },
  runs: [],
  commitments: [],
  verifications: new Map(),
  organisations: [{ id: 7, name: 'City lighting' }],
  history: [],
  streets: null,
  categories: [],
  datasets: [{ id: 4, name: 'Thefts of the police' }],
  ruleSentences: [],
  attachments: [],
  exhibits: [],
};

const result = evaluationTest(northRoad, northRoadCounts);

const primary: EvaluationRun = {
  id: 'r1',
  problemId: 'p1',
  kind: 'primary',
  reasons: [],
  plan: northRoad,
  result: {
    ...result,
    course: [
      { until: '2025-07-01T00:00:00.000Z', estimate: -50, lower: -110, upper: 10 },
      { until: '2026-01-01T00:00:00.000Z', estimate: -118, lower: -196, upper: -40 },
    ],
    harm: null,
  },
  reading: readingOf(result, null),
  sentence: '',
  dataVersion: { '4': 2 },
  testVersion: 1,
  digest: '45e9804ab936ffff',
  createdBy: 'u1',
  createdAt: '2026-01-05T10:20:00.000Z',
};

/** The worked case with its locked plan and the published counts. */
export const NORTH_ROAD: FileSources = {
  ...EMPTY,
  runs: [primary],
  evaluation: {
    ...EMPTY.evaluation,
    plan: northRoad,
    state: 'locked',
    proposedAt: '2024-12-30T10:00:00.000Z',
    proposedByName: 'Amina Analyst',
    lockedAt: '2024-12-31T09:30:00.000Z',
    lockedByName: 'Mariam Secretary',
  } as FileSources['evaluation'],
};
