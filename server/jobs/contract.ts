/**
 * What the analysis jobs take and give: one file a method in contract/, put together here into one request and one reply.
 * Lengths are metres, areas square kilometres, positions degrees (WGS 84), times UTC.
 */
import { z } from 'zod';
import { incidentFilter } from '../domain/incident-filter.ts';
import { assetRingsParameters, assetRingsSummary } from './contract/asset-rings.ts';
import { burstsParameters, burstsSummary } from './contract/bursts.ts';
import { changeParameters, changeSummary } from './contract/change.ts';
import { concentrationParameters, concentrationSummary } from './contract/concentration.ts';
import { countsParameters, countsSummary } from './contract/counts.ts';
import { dataClockParameters, dataClockSummary } from './contract/data-clock.ts';
import { dbscanParameters, dbscanSummary } from './contract/dbscan.ts';
import { dualDensityParameters, dualDensitySummary } from './contract/dual-density.ts';
import { emergingHotspotsParameters, emergingHotspotsSummary } from './contract/emerging-hotspots.ts';
import { hitRateParameters, hitRateSummary } from './contract/hit-rate.ts';
import { kernelDensityParameters, kernelDensitySummary } from './contract/kernel-density.ts';
import { localGiStarParameters, localGiStarSummary } from './contract/local-gi-star.ts';
import { localMoranParameters, localMoranSummary } from './contract/local-moran.ts';
import { locationQuotientParameters, locationQuotientSummary } from './contract/location-quotient.ts';
import { nearRepeatParameters, nearRepeatSummary } from './contract/near-repeat.ts';
import { nearestNeighbourParameters, nearestNeighbourSummary } from './contract/nearest-neighbour.ts';
import { pointPatternTestParameters, pointPatternTestSummary } from './contract/point-pattern-test.ts';
import { riskTerrainParameters, riskTerrainSummary } from './contract/risk-terrain.ts';
import { scanParameters, scanSummary } from './contract/scan.ts';
import { trendParameters, trendSummary } from './contract/trend.ts';

export type * from './contract/asset-rings.ts';
export type * from './contract/bursts.ts';
export type * from './contract/change.ts';
export type * from './contract/concentration.ts';
export type * from './contract/counts.ts';
export type * from './contract/data-clock.ts';
export type * from './contract/dbscan.ts';
export type * from './contract/dual-density.ts';
export type * from './contract/emerging-hotspots.ts';
export type * from './contract/hit-rate.ts';
export type * from './contract/kernel-density.ts';
export type * from './contract/local-gi-star.ts';
export type * from './contract/local-moran.ts';
export type * from './contract/location-quotient.ts';
export type * from './contract/near-repeat.ts';
export type * from './contract/nearest-neighbour.ts';
export type { Against, CellPatch, CellRow, HarmFigures, RunWarning, TooFew } from './contract/parts.ts';
export type * from './contract/point-pattern-test.ts';
export type * from './contract/risk-terrain.ts';
export type * from './contract/risk-terrain.ts';
export type * from './contract/scan.ts';
export type * from './contract/trend.ts';

function requestOf<Id extends string, Parameters extends z.ZodType>(method: Id, parameters: Parameters) {
  return z.object({ method: z.literal(method), parameters, filter: incidentFilter.default({}) });
}

/** Body of POST /api/runs. */
export const runRequest = z
  .discriminatedUnion('method', [
    requestOf('counts', countsParameters.prefault({})),
    requestOf('kernel-density', kernelDensityParameters.prefault({})),
    requestOf('local-gi-star', localGiStarParameters.prefault({})),
    requestOf('local-moran', localMoranParameters.prefault({})),
    requestOf('change', changeParameters.prefault({})),
    requestOf('near-repeat', nearRepeatParameters.prefault({})),
    requestOf('data-clock', dataClockParameters.prefault({})),
    requestOf('trend', trendParameters.prefault({})),
    requestOf('bursts', burstsParameters.prefault({})),
    requestOf('dbscan', dbscanParameters.prefault({})),
    requestOf('concentration', concentrationParameters.prefault({})),
    requestOf('emerging-hotspots', emergingHotspotsParameters.prefault({})),
    requestOf('scan', scanParameters.prefault({})),
    requestOf('dual-density', dualDensityParameters.prefault({})),
    requestOf('location-quotient', locationQuotientParameters.prefault({})),
    requestOf('risk-terrain', riskTerrainParameters.prefault({})),
    requestOf('nearest-neighbour', nearestNeighbourParameters.prefault({})),
    requestOf('asset-rings', assetRingsParameters.prefault({})),
    requestOf('point-pattern-test', pointPatternTestParameters.prefault({})),
    requestOf('hit-rate', hitRateParameters.prefault({})),
  ])
  .meta({ id: 'RunRequest' });

/** GET /api/runs/:id/progress. */
export const runProgress = z
  .object({
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    /** 0 to 1. */
    done: z.number(),
  })
  .meta({ id: 'RunProgress' });

const stored = {
  id: z.string(),
  methodVersion: z.number(),
  filter: incidentFilter,
  /** Data set id, `area:` and the area id, or another thing that was read -> its version. */
  dataVersion: z.record(z.string(), z.number()),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  digest: z.string().nullable(),
  failure: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
};

function replyOf<Id extends string, Parameters extends z.ZodObject, Summary extends z.ZodObject>(
  method: Id,
  parameters: Parameters,
  summary: Summary,
) {
  return z.object({ ...stored, method: z.literal(method), parameters, summary: summary.nullable() });
}

/** A run as the API answers it. */
export const runReply = z
  .discriminatedUnion('method', [
    replyOf('counts', countsParameters, countsSummary),
    replyOf('kernel-density', kernelDensityParameters, kernelDensitySummary),
    replyOf('local-gi-star', localGiStarParameters, localGiStarSummary),
    replyOf('local-moran', localMoranParameters, localMoranSummary),
    replyOf('change', changeParameters, changeSummary),
    replyOf('near-repeat', nearRepeatParameters, nearRepeatSummary),
    replyOf('data-clock', dataClockParameters, dataClockSummary),
    replyOf('trend', trendParameters, trendSummary),
    replyOf('bursts', burstsParameters, burstsSummary),
    replyOf('dbscan', dbscanParameters, dbscanSummary),
    replyOf('concentration', concentrationParameters, concentrationSummary),
    replyOf('emerging-hotspots', emergingHotspotsParameters, emergingHotspotsSummary),
    replyOf('scan', scanParameters, scanSummary),
    replyOf('dual-density', dualDensityParameters, dualDensitySummary),
    replyOf('location-quotient', locationQuotientParameters, locationQuotientSummary),
    replyOf('risk-terrain', riskTerrainParameters, riskTerrainSummary),
    replyOf('nearest-neighbour', nearestNeighbourParameters, nearestNeighbourSummary),
    replyOf('asset-rings', assetRingsParameters, assetRingsSummary),
    replyOf('point-pattern-test', pointPatternTestParameters, pointPatternTestSummary),
    replyOf('hit-rate', hitRateParameters, hitRateSummary),
  ])
  .meta({ id: 'Run' });

/** What is different between a run and the same question asked again. */
export const runDifference = z
  .object({
    /** Names of the figures of the summary that differ; the same path in both, as in 'table.3.observed'. */
    figures: z.array(
      z.object({
        path: z.string(),
        before: z.union([z.number(), z.string(), z.null()]),
        after: z.union([z.number(), z.string(), z.null()]),
      }),
    ),
    /** Differences beyond the listed 50. */
    more: z.number(),
    /** Things that were read -> versions of then and now; null where there was or is none. */
    data: z.record(z.string(), z.tuple([z.number().nullable(), z.number().nullable()])),
    /** The method itself was mended in between. */
    methodVersion: z.tuple([z.number(), z.number()]).nullable(),
  })
  .meta({ id: 'RunDifference' });

/**
 * POST /api/runs/:id/again: the run of the same question on the data of today. `same`: its result has the same bytes, as
 * the very run has when nothing has changed. Else `run` may still be running; ask again when it has ended for the difference.
 */
export const runAgain = z
  .object({ same: z.boolean(), run: runReply, difference: runDifference.nullable() })
  .meta({ id: 'RunAgain' });

/** A run that is kept on a problem case. */
export const exhibit = z
  .object({
    id: z.string(),
    problemId: z.string(),
    runId: z.string(),
    /** Why it was kept, in the words of the person who did. */
    note: z.string(),
    createdBy: z.string(),
    createdAt: z.string(),
    run: runReply,
  })
  .meta({ id: 'Exhibit' });

export type RunRequest = z.infer<typeof runRequest>;
/** What a client may leave out. */
export type RunRequestInput = z.input<typeof runRequest>;
export type MethodId = RunRequest['method'];
export type RunProgress = z.infer<typeof runProgress>;
export type RunReply = z.infer<typeof runReply>;
export type RunDifference = z.infer<typeof runDifference>;
export type RunAgain = z.infer<typeof runAgain>;
export type ExhibitReply = z.infer<typeof exhibit>;
