/**
 * Whether published counts give away fewer than `least` incidents, alone or together with everything published before.
 *
 * A figure stands for a set of incidents; whoever holds several figures can add and subtract them. Incidents that lie in
 * the same figures form an atom: no sum of figures tells them apart. Looked for are
 *   1. figures that are small themselves;
 *   2. figures that others fill up but for a few (a year less its other months, a district less its other quarters);
 *   3. small atoms that follow from any sums and differences of figures: their row lies in the row space of the figures
 *      (the audit of Fellegi 1972, doi:10.1080/01621459.1972.10481199, done modulo a prime).
 * Not looked for: several small atoms of which only the sum follows, where neither 2 nor one reduced row shows it;
 * figures that others published; what somebody knows already.
 */

/** One published count. */
export interface Figure {
  readonly key: string;
  /** The release it belongs to; null: the one that is being checked. */
  readonly release: string | null;
  /** What stands for each incident, ascending, each once. The same incident has the same token in every release. */
  readonly tokens: Float64Array;
}

export interface Disclosure {
  readonly kind: 'small' | 'remainder' | 'combination';
  /** How many incidents it would give away: 1 to `least` - 1. */
  readonly incidents: number;
  /** The figures it follows from; the first is the one it is about. */
  readonly figures: readonly Figure[];
}

/** The disclosures that the figures of the new release have a part in, the smallest first. */
export function disclosures(figures: readonly Figure[], least: number): Disclosure[] {
  if (!(Number.isInteger(least) && least >= 2))
    throw new RangeError(`at least 2 incidents make a group, got ${least}`);
  const small = (count: number) => count > 0 && count < least;
  const found: Disclosure[] = [];
  for (const figure of figures)
    if (small(figure.tokens.length))
      found.push({ kind: 'small', incidents: figure.tokens.length, figures: [figure] });
  for (const part of partsOf(figures)) {
    found.push(...remainders(part, small));
    found.push(...combinations(part, small));
  }
  return once(found)
    .filter(({ figures }) => figures.some(({ release }) => release === null))
    .sort((a, b) => a.incidents - b.incidents);
}

/** The same figures may be found to give the same away in more than one manner. */
function once(found: readonly Disclosure[]): Disclosure[] {
  const first = new Map<string, Disclosure>();
  for (const disclosure of found) {
    const names = disclosure.figures.map(({ key, release }) => JSON.stringify([release, key]));
    const name = names.sort().join();
    if (!first.has(name)) first.set(name, disclosure);
  }
  return [...first.values()];
}

/**
 * Which figures of the new release stay unpublished so that nothing is disclosed: the small ones, then of every
 * disclosure the new figure with the fewest incidents, again and again. Keys, in the order in which they were hidden.
 */
export function toHide(figures: readonly Figure[], least: number): string[] {
  const hidden: string[] = [];
  let shown = [...figures];
  for (;;) {
    const found = disclosures(shown, least);
    if (found.length === 0) return hidden;
    const now = new Set<Figure>();
    for (const { figures } of found) {
      // Hiding one figure ends every disclosure it is needed for.
      if (figures.some((figure) => now.has(figure))) continue;
      const own = figures.filter(({ release }) => release === null);
      now.add(own.reduce((least, figure) => (figure.tokens.length < least.tokens.length ? figure : least)));
    }
    hidden.push(...Array.from(now, ({ key }) => key));
    shown = shown.filter((figure) => !now.has(figure));
  }
}

/** Figures that share incidents with one another, directly or through others. */
interface Part {
  readonly figures: readonly Figure[];
  /** Incidents of each atom. */
  readonly atoms: readonly number[];
  /** For each figure its atoms. */
  readonly atomsOf: readonly (readonly number[])[];
}

function partsOf(figures: readonly Figure[]): Part[] {
  const filled = figures.filter(({ tokens }) => tokens.length > 0);
  const groups = new Map<string, { members: number[]; size: number }>();
  for (const members of membership(filled).values()) {
    const key = members.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { members, size: 1 });
    else group.size++;
  }
  const root = joined(
    filled.length,
    Array.from(groups.values(), ({ members }) => members),
  );
  const parts = new Map<number, { figures: number[]; atoms: { members: number[]; size: number }[] }>();
  for (const [index] of filled.entries()) {
    const part = parts.get(root(index)) ?? { figures: [], atoms: [] };
    part.figures.push(index);
    parts.set(root(index), part);
  }
  for (const atom of groups.values()) parts.get(root(atom.members[0]))?.atoms.push(atom);
  return Array.from(parts.values(), ({ figures, atoms }) => ({
    figures: figures.map((index) => filled[index]),
    atoms: atoms.map(({ size }) => size),
    atomsOf: figures.map((index) =>
      atoms.flatMap(({ members }, atom) => (members.includes(index) ? [atom] : [])),
    ),
  }));
}

/** For each incident the figures it is in, ascending. */
function membership(figures: readonly Figure[]): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [index, { tokens }] of figures.entries())
    for (const token of tokens) {
      const list = members.get(token);
      if (list === undefined) members.set(token, [index]);
      else list.push(index);
    }
  return members;
}

/** Which of so many things hang together when each list ties its things to one another. */
function joined(count: number, lists: readonly (readonly number[])[]): (index: number) => number {
  const parent = Array.from({ length: count }, (_, index) => index);
  const root = (index: number): number => {
    while (parent[index] !== index) {
      parent[index] = parent[parent[index]];
      index = parent[index];
    }
    return index;
  };
  for (const [first, ...others] of lists) for (const other of others) parent[root(other)] = root(first);
  return root;
}

/** What is left of a figure when the figures inside it are taken away: those of each release, and all together. */
function remainders({ figures, atoms, atomsOf }: Part, small: (count: number) => boolean): Disclosure[] {
  const found: Disclosure[] = [];
  const sets = atomsOf.map((list) => new Set(list));
  for (const [whole, set] of sets.entries()) {
    const inside = atomsOf.flatMap((list, index) =>
      list.length < set.size && list.every((atom) => set.has(atom)) ? [index] : [],
    );
    for (const family of families(inside, figures)) {
      const taken = new Set(family.flatMap((index) => atomsOf[index]));
      const left = atomsOf[whole].reduce((sum, atom) => sum + (taken.has(atom) ? 0 : atoms[atom]), 0);
      if (small(left))
        found.push({
          kind: 'remainder',
          incidents: left,
          figures: [whole, ...family].map((index) => figures[index]),
        });
    }
  }
  return found;
}

function families(inside: readonly number[], figures: readonly Figure[]): number[][] {
  const byRelease = new Map<string | null, number[]>();
  for (const index of inside) {
    const { release } = figures[index];
    byRelease.set(release, [...(byRelease.get(release) ?? []), index]);
  }
  const families = [...byRelease.values()];
  return families.length > 1 ? [...families, [...inside]] : families;
}

/** Small groups of atoms that sums and differences of figures single out, with the figures it takes. */
function combinations({ figures, atoms, atomsOf }: Part, small: (count: number) => boolean): Disclosure[] {
  if (figures.length < 3 || !atoms.some(small)) return [];
  if (figures.length > MOST_TOGETHER) throw new TooManyTogether(figures.length);
  const found: Disclosure[] = [];
  for (const row of reduced(atomsOf, atoms.length)) {
    const singled = [...row].filter(([column]) => column < atoms.length);
    const left = singled.reduce((sum, [atom]) => sum + atoms[atom], 0);
    if (!small(left) || singled.some(([, times]) => times !== 1)) continue;
    const used = [...row.keys()].filter((column) => column >= atoms.length);
    if (used.length < 3) continue; // one figure is small itself, two are a remainder
    found.push({
      kind: 'combination',
      incidents: left,
      figures: used.map((column) => figures[column - atoms.length]),
    });
  }
  return found;
}

/** Figures that hang together and can be checked in a few seconds. */
export const MOST_TOGETHER = 1500;

export class TooManyTogether extends RangeError {
  readonly figures: number;
  constructor(figures: number) {
    super(`${figures} figures share incidents; at most ${MOST_TOGETHER} can be checked together`);
    this.figures = figures;
  }
}

/** Below 2^26, so that a product of two numbers below it is exact. */
const PRIME = 67_108_859;
/** Column to number, zeros left out. */
type Row = Map<number, number>;

/**
 * The reduced row echelon form of the figures by atoms, modulo a prime. Columns from `atoms` on say which figures a row
 * was made of. A unit vector lies in the row space just when it is one of these rows.
 */
function reduced(atomsOf: readonly (readonly number[])[], atoms: number): Row[] {
  const pivots = new Map<number, Row>();
  for (const [figure, list] of atomsOf.entries()) {
    const row: Row = new Map([...list.map((atom): [number, number] => [atom, 1]), [atoms + figure, 1]]);
    for (const [column, pivot] of pivots) subtract(row, pivot, row.get(column) ?? 0);
    const lead = [...row.keys()].find((column) => column < atoms);
    if (lead === undefined) continue; // follows from figures that are in already
    scale(row, inverse(row.get(lead) ?? 1));
    for (const other of pivots.values()) subtract(other, row, other.get(lead) ?? 0);
    pivots.set(lead, row);
  }
  return [...pivots.values()];
}

function subtract(row: Row, other: Row, times: number): void {
  if (times === 0) return;
  for (const [column, value] of other) {
    const left = ((row.get(column) ?? 0) + PRIME - ((value * times) % PRIME)) % PRIME;
    if (left === 0) row.delete(column);
    else row.set(column, left);
  }
}

function scale(row: Row, by: number): void {
  for (const [column, value] of row) row.set(column, (value * by) % PRIME);
}

/** Fermat: a^(p-2). */
function inverse(value: number): number {
  let result = 1;
  let power = value;
  for (let left = PRIME - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * power) % PRIME;
    power = (power * power) % PRIME;
  }
  return result;
}
