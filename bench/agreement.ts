/** How two answers agree, in words short enough for a table. */
import type { Answer, Peer } from './contest.ts';

type Agree = Peer['agree'];

/** The largest difference of a column, against its largest value; NaN must meet NaN. */
export function close(...names: string[]): Agree {
  return (ours, theirs) => names.map((name) => `${name}: ${distance(ours[name], theirs[name])}`).join('; ');
}

function distance(ours: ArrayLike<number>, theirs: ArrayLike<number>): string {
  if (ours.length !== theirs.length) return `${ours.length} values against ${theirs.length}`;
  let most = 0;
  let apart = 0;
  let lost = 0;
  for (let i = 0; i < ours.length; i++) {
    if (Number.isNaN(ours[i]) !== Number.isNaN(theirs[i])) lost++;
    if (Number.isNaN(ours[i]) || Number.isNaN(theirs[i])) continue;
    most = Math.max(most, Math.abs(ours[i]));
    apart = Math.max(apart, Math.abs(ours[i] - theirs[i]));
  }
  const missing = lost > 0 ? `, ${lost} defined in one alone` : '';
  return `${apart === 0 ? 'equal' : `within ${(apart / most).toExponential(0)}`}${missing}`;
}

/** Entries of a column that are the same. */
export function same(name: string, what: string): Agree {
  return ({ [name]: ours }, { [name]: theirs }) => {
    if (ours.length !== theirs.length) return `${ours.length} ${what} against ${theirs.length}`;
    let equal = 0;
    for (let i = 0; i < ours.length; i++) if (ours[i] === theirs[i]) equal++;
    return equal === ours.length ? `all ${what} equal` : `${equal} of ${ours.length} ${what} equal`;
  };
}

/** Middle and largest distance of chances found by other draws. */
export function alike(name: string): Agree {
  return ({ [name]: ours }, { [name]: theirs }) => {
    const apart = Array.from(ours, (value, i) => Math.abs(value - theirs[i]))
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const at = (share: number) => apart[Math.floor(share * (apart.length - 1))]?.toFixed(3) ?? 'none';
    return `${name}: other draws, median apart ${at(0.5)}, most ${at(1)}`;
  };
}

/** Labels of clusters (below 0: none), whatever their numbers. */
export function partition(name: string): Agree {
  return ({ [name]: ours }, { [name]: theirs }) => {
    const mates = new Map<number, Map<number, number>>();
    for (let i = 0; i < ours.length; i++) {
      const row = mates.get(ours[i]) ?? new Map<number, number>();
      mates.set(ours[i], row.set(theirs[i], (row.get(theirs[i]) ?? 0) + 1));
    }
    let together = 0;
    for (const [label, row] of mates)
      together +=
        label < 0
          ? (row.get(-1) ?? 0)
          : Math.max(0, ...[...row].map(([their, size]) => (their < 0 ? 0 : size)));
    const clusters = (labels: ArrayLike<number>) =>
      new Set(Array.from(labels).filter((label) => label >= 0)).size;
    return `${clusters(ours)} and ${clusters(theirs)} clusters, ${ours.length - together} incidents elsewhere`;
  };
}

export function all(...some: Agree[]): Agree {
  return (ours, theirs) => some.map((one) => one(ours, theirs)).join('; ');
}

/** Columns as they are, for answers of a few numbers. */
export function values(answer: Answer, name: string, digits = 4): string {
  return Array.from(answer[name], (value) => value.toPrecision(digits)).join(' ');
}
