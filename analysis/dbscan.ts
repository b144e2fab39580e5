/**
 * Question: which incidents lie so close together that they form a cluster, of whatever shape?
 * Method: DBSCAN (Ester, Kriegel, Sander & Xu 1996, KDD-96, 226-231; Schubert et al. 2017, doi:10.1145/3068335). An
 * incident with at least `minimum` incidents within the radius, itself among them, is core; cores within the radius
 * of each other are one cluster; others within the radius of a core are its edge; the rest is noise. Exact, on cells
 * in which all points are near one another (Gunawan 2013; de Berg, Gunawan & Roeloffzen 2019).
 * An edge incident goes to the cluster of its nearest core, so labels do not depend on the order of the incidents.
 *
 * Assumptions: straight-line distance; one density makes a cluster everywhere: where incidents are denser throughout,
 * everything becomes one cluster. Raise `minimum` with the number of incidents.
 * Not to conclude: that a cluster is more than chance (a scan statistic asks that), or that noise is unimportant.
 */
import { type DenseCells, denseCells, RUNS } from './dense-cells.ts';
import type { PointSet } from './point-set.ts';
import type { Warning } from './warning.ts';

export interface DbscanOptions {
  /** Metres; incidents exactly this far apart are near. */
  readonly radius: number;
  /** Incidents within the radius that make a core, itself counted. */
  readonly minimum: number;
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

export const NOISE = 0;
export const EDGE = 1;
export const CORE = 2;

export interface Dbscan {
  readonly n: number;
  /** Cluster of each incident, -1 for noise. Clusters are numbered by size, the largest first. */
  readonly labels: Int32Array;
  /** NOISE, EDGE or CORE. */
  readonly roles: Uint8Array;
  /** Incidents of cluster c are members[starts[c] .. starts[c + 1]), ascending. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  /** Core incidents of each cluster. */
  readonly cores: Uint32Array;
  readonly noise: number;
  readonly parameters: Required<Omit<DbscanOptions, 'progress'>>;
  readonly warnings: Warning[];
}

/** Cells between two reports of progress. */
const CELLS_A_TURN = 128;
/** From this share of all incidents in one cluster on, the radius or the minimum say nothing. */
const ONE_CLUSTER_SHARE = 0.8;

export function dbscan(points: PointSet, options: DbscanOptions): Dbscan {
  const { radius, minimum, progress = () => {} } = options;
  if (!(radius > 0 && Number.isFinite(radius)))
    throw new RangeError(`radius must be positive metres, got ${radius}`);
  if (!(Number.isInteger(minimum) && minimum >= 1))
    throw new RangeError(`minimum must be a whole number from 1, got ${minimum}`);
  const cells = denseCells(points, radius, () => progress(0));
  const near = radius * radius;
  const core = coresOf(cells, near, minimum, (done) => progress(0.5 * done));
  const parents = connect(cells, near, core, (done) => progress(0.5 + 0.3 * done));
  const roots = rootsOf(cells, near, core, parents, (done) => progress(0.8 + 0.2 * done));
  progress(1);
  return report(cells, core, roots, { radius, minimum }, () => progress(1));
}

/** 1 for each sorted point that is core. */
function coresOf(
  { count, starts, runs, x, y }: DenseCells,
  near: number,
  minimum: number,
  progress: (done: number) => void,
): Uint8Array {
  const core = new Uint8Array(x.length);
  for (let c = 0; c < count; c++) {
    if (c % CELLS_A_TURN === 0) progress(c / count);
    const own = starts[c + 1] - starts[c];
    if (own >= minimum) {
      core.fill(1, starts[c], starts[c + 1]);
      continue;
    }
    let around = 0;
    for (let r = 10 * c; r < 10 * c + 10; r += 2) around += starts[runs[r + 1]] - starts[runs[r]];
    if (around < minimum) continue;
    for (let i = starts[c]; i < starts[c + 1]; i++) {
      let found = 0;
      for (let r = 10 * c; r < 10 * c + 10 && found < minimum; r += 2) {
        const end = starts[runs[r + 1]];
        for (let j = starts[runs[r]]; j < end; j++) {
          const dx = x[i] - x[j];
          const dy = y[i] - y[j];
          if (dx * dx + dy * dy <= near) found++;
        }
      }
      if (found >= minimum) core[i] = 1;
    }
  }
  return core;
}

/** Forest over the cells; cells whose cores are connected share a root. */
function connect(
  cells: DenseCells,
  near: number,
  core: Uint8Array,
  progress: (done: number) => void,
): Uint32Array {
  const { count, starts, runs } = cells;
  const hasCore = new Uint8Array(count);
  const parents = new Uint32Array(count);
  for (let c = 0; c < count; c++) {
    parents[c] = c;
    for (let i = starts[c]; i < starts[c + 1]; i++) if (core[i] === 1) hasCore[c] = 1;
  }
  for (let c = 0; c < count; c++) {
    if (c % CELLS_A_TURN === 0) progress(c / count);
    if (hasCore[c] === 0) continue;
    for (let r = 0; r < RUNS; r++)
      for (let other = Math.max(c + 1, runs[10 * c + 2 * r]); other < runs[10 * c + 2 * r + 1]; other++) {
        if (hasCore[other] === 0) continue;
        const a = rootOf(parents, c);
        const b = rootOf(parents, other);
        if (a !== b && touch(cells, near, core, c, other)) parents[Math.max(a, b)] = Math.min(a, b);
      }
  }
  return parents;
}

function touch({ starts, x, y }: DenseCells, near: number, core: Uint8Array, a: number, b: number): boolean {
  for (let i = starts[a]; i < starts[a + 1]; i++) {
    if (core[i] === 0) continue;
    for (let j = starts[b]; j < starts[b + 1]; j++) {
      if (core[j] === 0) continue;
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      if (dx * dx + dy * dy <= near) return true;
    }
  }
  return false;
}

function rootOf(parents: Uint32Array, cell: number): number {
  let at = cell;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]];
    at = parents[at];
  }
  return at;
}

/** Root cell of the cluster of each sorted point, -1 for noise. */
function rootsOf(
  cells: DenseCells,
  near: number,
  core: Uint8Array,
  parents: Uint32Array,
  progress: (done: number) => void,
): Int32Array {
  const { count, starts } = cells;
  const cellOf = new Uint32Array(core.length);
  for (let c = 0; c < count; c++) cellOf.fill(c, starts[c], starts[c + 1]);
  const roots = new Int32Array(core.length).fill(-1);
  for (let c = 0; c < count; c++) {
    if (c % CELLS_A_TURN === 0) progress(c / count);
    for (let i = starts[c]; i < starts[c + 1]; i++) {
      const nearest = core[i] === 1 ? i : nearestCore(cells, near, core, c, i);
      if (nearest >= 0) roots[i] = rootOf(parents, cellOf[nearest]);
    }
  }
  return roots;
}

/** The nearest core within reach, of equally near ones the southernmost, then westernmost; -1 for none. */
function nearestCore(
  { starts, runs, x, y }: DenseCells,
  near: number,
  core: Uint8Array,
  c: number,
  i: number,
): number {
  let nearest = -1;
  let least = near;
  for (let r = 10 * c; r < 10 * c + 10; r += 2) {
    const end = starts[runs[r + 1]];
    for (let j = starts[runs[r]]; j < end; j++) {
      if (core[j] === 0) continue;
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const apart = dx * dx + dy * dy;
      if (apart > least) continue;
      if (
        nearest >= 0 &&
        apart === least &&
        (y[j] > y[nearest] || (y[j] === y[nearest] && x[j] >= x[nearest]))
      )
        continue;
      nearest = j;
      least = apart;
    }
  }
  return nearest;
}

function report(
  { order, count }: DenseCells,
  core: Uint8Array,
  roots: Int32Array,
  parameters: Dbscan['parameters'],
  pause: () => void,
): Dbscan {
  const n = order.length;
  const labels = new Int32Array(n).fill(-1);
  const roles = new Uint8Array(n);
  for (let k = 0; k < n; k++) {
    labels[order[k]] = roots[k];
    roles[order[k]] = core[k] === 1 ? CORE : roots[k] >= 0 ? EDGE : NOISE;
  }
  pause();
  const sizes = numberBySize(labels, count);
  pause();
  const starts = new Uint32Array(sizes.length + 1);
  for (let c = 0; c < sizes.length; c++) starts[c + 1] = starts[c] + sizes[c];
  const members = new Uint32Array(starts[sizes.length]);
  const cores = new Uint32Array(sizes.length);
  const next = starts.slice();
  for (let i = 0; i < n; i++) {
    if (labels[i] < 0) continue;
    members[next[labels[i]]++] = i;
    if (roles[i] === CORE) cores[labels[i]]++;
  }
  const warnings: Warning[] = [];
  if (sizes.length > 0 && sizes[0] >= ONE_CLUSTER_SHARE * n)
    warnings.push({ code: 'one_cluster_holds_most', value: sizes[0] / n });
  return { n, labels, roles, starts, members, cores, noise: n - members.length, parameters, warnings };
}

/** Replaces roots by numbers, the largest cluster first, of equal ones the southernmost; says the sizes. */
function numberBySize(labels: Int32Array, count: number): Uint32Array {
  const sizes = new Uint32Array(count);
  for (let i = 0; i < labels.length; i++) if (labels[i] >= 0) sizes[labels[i]]++;
  const roots = [...sizes.keys()]
    .filter((root) => sizes[root] > 0)
    .sort((a, b) => sizes[b] - sizes[a] || a - b);
  const numbers = new Int32Array(count);
  roots.forEach((root, c) => {
    numbers[root] = c;
  });
  for (let i = 0; i < labels.length; i++) if (labels[i] >= 0) labels[i] = numbers[labels[i]];
  return Uint32Array.from(roots, (root) => sizes[root]);
}
