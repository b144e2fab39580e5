import type { Exhibit } from '../../api/exhibits.ts';
import { isAboutTimes } from '../../map/about-times.ts';

interface Versioned {
  readonly id: number;
  readonly version: number;
}

/** Answers that can lie on a map, and those that cannot: about times, or too few to say. */
export function answersByMap(kept: readonly Exhibit[]): {
  drawn: readonly Exhibit[];
  rest: readonly Exhibit[];
} {
  return { drawn: kept.filter(hasMap), rest: kept.filter((exhibit) => !hasMap(exhibit)) };
}

function hasMap({ run: { method, state, summary } }: Exhibit): boolean {
  return state === 'done' && summary !== null && summary.tooFew === null && !isAboutTimes(method);
}

/** Whether the data sets or areas that an answer was made from are other ones today. */
export function isOutdated(
  { dataVersion, filter }: Pick<Exhibit['run'], 'dataVersion' | 'filter'>,
  datasets: readonly (Versioned & { readonly kind: string })[],
  areas: readonly Versioned[],
): boolean {
  const asked = datasets.filter(
    ({ id, kind }) => kind === 'incidents' && (filter.datasets === undefined || filter.datasets.includes(id)),
  );
  const today = new Map([
    ...datasets.map(({ id, version }) => [String(id), version] as const),
    ...areas.map(({ id, version }) => [`area:${id}`, version] as const),
  ]);
  const isTold = (name: string) => /^(area:)?\d+$/.test(name);
  return (
    asked.some(({ id }) => dataVersion[String(id)] === undefined) ||
    Object.entries(dataVersion).some(([name, version]) => isTold(name) && today.get(name) !== version)
  );
}
