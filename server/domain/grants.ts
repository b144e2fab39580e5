/** How exactly a person may see incidents, and where. */
import type { Role } from './permissions.ts';

/** `exact`: the incident as it is; `cell`: a square and a month, at least three alike. */
export type Tier = 'exact' | 'cell';

export interface Grant {
  readonly tier: Tier;
  /** Where it holds: the id of an area; null: everywhere. */
  readonly area: number | null;
}

/** A role that is not here sees no incidents. */
const TIERS: Partial<Record<Role, Tier>> = {
  analyst: 'exact',
  police_member: 'exact',
  data_guardian: 'exact',
  secretary: 'cell',
  committee_member: 'cell',
};

/** What these roles show together, each in its area: every grant once, in a fixed order, without those a wider one covers. */
export function grantsOf(held: readonly { role: Role; area: number | null }[]): Grant[] {
  const given = held.flatMap(({ role, area }) => {
    const tier = TIERS[role];
    return tier === undefined ? [] : [{ tier, area }];
  });
  const needed = given.filter((grant, i) => {
    const others = given.filter((other, k) => (isSame(grant, other) ? k < i : true));
    return !others.some((other) => covers(other, grant));
  });
  return needed.sort((a, b) => rankOf(a.tier) - rankOf(b.tier) || (a.area ?? -1) - (b.area ?? -1));
}

/** Whether one grant shows all that the other shows. What areas hold one another is not known here. */
function covers(one: Grant, other: Grant): boolean {
  if (one.area !== null && one.area !== other.area) return false;
  return one.tier === 'exact' || other.tier === 'cell';
}

function isSame(a: Grant, b: Grant): boolean {
  return a.tier === b.tier && a.area === b.area;
}

function rankOf(tier: Tier): number {
  return tier === 'exact' ? 0 : 1;
}

/** Whether somebody with the first grants may see all that was shown under the second. */
export function cover(grants: readonly Grant[], others: readonly Grant[]): boolean {
  return others.every((other) => grants.some((grant) => covers(grant, other)));
}

export function isExactEverywhere(grants: readonly Grant[]): boolean {
  return grants.some(({ tier, area }) => tier === 'exact' && area === null);
}

/** In which areas a tier holds; `everywhere`, or their ids. */
export function reachOf(grants: readonly Grant[], tier: Tier): 'everywhere' | readonly number[] {
  const held = grants.filter((grant) => grant.tier === tier).map(({ area }) => area);
  return held.includes(null) ? 'everywhere' : held.filter((area) => area !== null);
}

/** For the history: "exact", "cell", "exact in area 3 and 9, else cell". */
export function grantsText(grants: readonly Grant[]): string {
  const texts = (['exact', 'cell'] as const).flatMap((tier) => {
    const reach = reachOf(grants, tier);
    if (reach === 'everywhere') return [tier];
    return reach.length === 0 ? [] : [`${tier} in area ${reach.join(' and ')}`];
  });
  return texts.join(', else ') || 'none';
}
