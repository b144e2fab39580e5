import { tableFromIPC } from 'apache-arrow';
import type { Geometry } from 'geojson';
import type { MethodId } from '../api/runs.ts';
import { kernelDensityReader } from './results/kernel-density.ts';
import { localGiStarReader } from './results/local-gi-star.ts';
import type { ResultReader } from './results/result-table.ts';

/** One reader a method: a method without one does not compile. */
const READERS = {
  'kernel-density': kernelDensityReader,
  'local-gi-star': localGiStarReader,
} satisfies Record<MethodId, unknown>;

type DataOf<Id extends MethodId> = (typeof READERS)[Id] extends ResultReader<infer Data> ? Data : never;

export type RunResult = { [Id in MethodId]: { readonly method: Id; readonly data: DataOf<Id> } }[MethodId];

/** Reads the Arrow stream of a run. Throws a sentence when it is not one of the known methods. */
export function readRunResult(bytes: ArrayBuffer): RunResult {
  const table = tableFromIPC(new Uint8Array(bytes));
  const method = table.schema.metadata.get('method');
  if (!isMethod(method)) throw new Error('This result was made by a method that this version cannot draw.');
  // The reader of a method gives the data of that method; the union cannot say so.
  return { method, data: READERS[method].read(table) } as RunResult;
}

const isMethod = (name: string | undefined): name is MethodId =>
  name !== undefined && Object.hasOwn(READERS, name);

/** Where on the map the part of the answer with this id lies. */
export function placeInResult({ method, data }: RunResult, id: string): Geometry | null {
  const reader = READERS[method] as ResultReader<unknown>;
  return reader.placeOf(data, id);
}

/** The data of a result when it was made by this method. */
export function dataOf<Id extends MethodId>(result: RunResult | null, method: Id): DataOf<Id> | null {
  return result?.method === method ? (result.data as DataOf<Id>) : null;
}
