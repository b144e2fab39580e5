import { tableFromIPC } from 'apache-arrow';
import type { Geometry } from 'geojson';
import type { MethodId, SummaryOf } from '../api/runs.ts';
import { isAboutTimes } from './about-times.ts';
import { assetRingsReader } from './results/asset-rings.ts';
import { burstsReader } from './results/bursts.ts';
import { changeReader } from './results/change.ts';
import { concentrationReader } from './results/concentration.ts';
import { countsReader } from './results/counts.ts';
import { dataClockReader } from './results/data-clock.ts';
import { dbscanReader } from './results/dbscan.ts';
import { dualDensityReader } from './results/dual-density.ts';
import { emergingHotspotsReader } from './results/emerging-hotspots.ts';
import { hitRateReader } from './results/hit-rate.ts';
import { kernelDensityReader } from './results/kernel-density.ts';
import { localGiStarReader } from './results/local-gi-star.ts';
import { localMoranReader } from './results/local-moran.ts';
import { locationQuotientReader } from './results/location-quotient.ts';
import { nearRepeatReader } from './results/near-repeat.ts';
import { nearestNeighbourReader } from './results/nearest-neighbour.ts';
import { pointPatternTestReader } from './results/point-pattern-test.ts';
import type { AreaShapes, ResultReader } from './results/result-table.ts';
import { riskTerrainReader } from './results/risk-terrain.ts';
import { scanReader } from './results/scan.ts';
import { trendReader } from './results/trend.ts';

/** One reader a method: a method without one does not compile. */
const READERS = {
  counts: countsReader,
  'kernel-density': kernelDensityReader,
  'local-gi-star': localGiStarReader,
  'local-moran': localMoranReader,
  change: changeReader,
  'near-repeat': nearRepeatReader,
  'data-clock': dataClockReader,
  trend: trendReader,
  bursts: burstsReader,
  dbscan: dbscanReader,
  concentration: concentrationReader,
  'emerging-hotspots': emergingHotspotsReader,
  scan: scanReader,
  'dual-density': dualDensityReader,
  'asset-rings': assetRingsReader,
  'location-quotient': locationQuotientReader,
  'risk-terrain': riskTerrainReader,
  'nearest-neighbour': nearestNeighbourReader,
  'point-pattern-test': pointPatternTestReader,
  'hit-rate': hitRateReader,
} satisfies Record<MethodId, unknown>;

export type DataOf<Id extends MethodId> = ReturnType<(typeof READERS)[Id]['read']>;

export type RunResult = { [Id in MethodId]: { readonly method: Id; readonly data: DataOf<Id> } }[MethodId];

/** Whether the colours of an answer lie on the map: then all else steps back. */
export const isDrawn = (result: RunResult | null): boolean => result !== null && !isAboutTimes(result.method);

/** Reads the Arrow stream of a run. Throws a sentence when it is not one of the known methods. */
export function readRunResult(bytes: ArrayBuffer, summary: SummaryOf<MethodId>): RunResult {
  const table = tableFromIPC(new Uint8Array(bytes));
  const method = table.schema.metadata.get('method');
  if (!isMethod(method)) throw new Error('This result was made by a method that this version cannot draw.');
  return { method, data: readerOf(method).read(table, summary) } as RunResult;
}

const isMethod = (name: string | undefined): name is MethodId =>
  name !== undefined && Object.hasOwn(READERS, name);

/** A reader gets the summary of its own method and gives the data of it; the union cannot say so. */
const readerOf = (method: MethodId) => READERS[method] as unknown as ResultReader<MethodId, unknown>;

/** Where on the map the part of the answer with this id lies. */
export const placeInResult = ({ method, data }: RunResult, id: string, areas: AreaShapes): Geometry | null =>
  readerOf(method).placeOf(data, id, areas);

/** The data of a result when it was made by this method. */
export function dataOf<Id extends MethodId>(result: RunResult | null, method: Id): DataOf<Id> | null {
  return result?.method === method ? (result.data as DataOf<Id>) : null;
}
