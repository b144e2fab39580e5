/** What is different between two answers to the same question. */
export interface SummaryDifference {
  readonly figures: readonly { path: string; before: Figure; after: Figure }[];
  /** Differences beyond the listed ones. */
  readonly more: number;
}

type Figure = number | string | null;

const LISTED = 50;
/** Shapes and lists of ids say nothing that the figures beside them do not. */
const SHAPES = new Set(['geometry', 'bounds', 'centre', 'coordinates', 'cells', 'ids', 'lorenz', 'curve']);

/** Compares the figures of two summaries by their path; a figure that is missing in one is null there. */
export function summaryDifference(before: unknown, after: unknown): SummaryDifference {
  const then = new Map(figuresOf(before));
  const now = new Map(figuresOf(after));
  const paths = [...new Set([...then.keys(), ...now.keys()])];
  const figures = paths
    .map((path) => ({ path, before: then.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((figure) => figure.before !== figure.after);
  return { figures: figures.slice(0, LISTED), more: Math.max(0, figures.length - LISTED) };
}

/** Versions of everything that was read then or now. */
export function dataDifference(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Record<string, [number | null, number | null]> {
  const changed: Record<string, [number | null, number | null]> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (before[name] !== after[name]) changed[name] = [before[name] ?? null, after[name] ?? null];
  return changed;
}

function figuresOf(value: unknown, path = ''): [string, Figure][] {
  if (typeof value === 'boolean') return [[path, String(value)]];
  if (typeof value === 'number' || typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  // A plain count may share its name with a list: only lists are left out.
  return Object.entries(value).flatMap(([key, part]) =>
    SHAPES.has(key) && typeof part === 'object' ? [] : figuresOf(part, path === '' ? key : `${path}.${key}`),
  );
}
