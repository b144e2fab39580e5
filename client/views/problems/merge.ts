/** A field that two people changed differently since both began from the same. */
export interface Merge<Body> {
  /** Their newest, with what only this writer changed. */
  merged: Body;
  /** Changed by both, not to the same: somebody has to choose. */
  contested: (keyof Body & string)[];
  /** Changed by this writer alone, and by the other alone. */
  onlyMine: (keyof Body & string)[];
  onlyTheirs: (keyof Body & string)[];
}

/** Puts two versions of a record together, field by field, from the one both began with. */
export function mergeBodies<Body extends object>(base: Body, mine: Body, theirs: Body): Merge<Body> {
  // The keys of a body are its fields; Object.keys forgets it.
  const fields = Object.keys(mine) as (keyof Body & string)[];
  const changed = (from: Body, to: Body) => fields.filter((field) => !same(from[field], to[field]));
  const byMe = new Set(changed(base, mine));
  const byThem = new Set(changed(base, theirs));
  const apart = new Set(changed(mine, theirs));
  const onlyMine = fields.filter((field) => byMe.has(field) && !byThem.has(field));
  const merged = { ...theirs };
  for (const field of onlyMine) merged[field] = mine[field];
  return {
    merged,
    contested: fields.filter((field) => byMe.has(field) && byThem.has(field) && apart.has(field)),
    onlyMine,
    onlyTheirs: fields.filter((field) => byThem.has(field) && !byMe.has(field)),
  };
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
