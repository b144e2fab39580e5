import type { Random } from '../../analysis/random.ts';
import { PERIOD_END } from './clock.ts';
import { metresBetween } from './district.ts';
import type { Draft } from './draft.ts';
import { type Spot, StreetSampler } from './street-sampler.ts';
import type { StreetPiece } from './streets.ts';

/** A burglary is followed by another close by and soon after, more often than chance would have it. */
export const NEAR_REPEAT = { metres: 200, days: 14, share: 0.28 };
const DAY = 86_400;

/** The followers of the burglaries among the drafts; a follower may have followers of its own. */
export function nearRepeatsOf(
  drafts: readonly Draft[],
  pieces: readonly StreetPiece[],
  random: Random,
): Draft[] {
  const parents = drafts.filter(({ kind }) => kind.code === 'burglary');
  const followers: Draft[] = [];
  for (const parent of parents) {
    let last = parent;
    while (random.next() < NEAR_REPEAT.share) {
      const next = followerOf(last, pieces, random);
      if (next === null) break;
      followers.push(next);
      last = next;
    }
  }
  return followers;
}

/** The sooner and the nearer the likelier, at much the same hour; null when it would fall after the last day. */
function followerOf(parent: Draft, pieces: readonly StreetPiece[], random: Random): Draft | null {
  const days = 1 + Math.floor((NEAR_REPEAT.days - 1.5) * random.next() ** 1.5);
  const time = parent.time + days * DAY + random.integer(121) * 60 - 3600;
  if (time >= PERIOD_END - DAY) return null;
  return { ...parent, time, spot: spotNear(parent.spot, pieces, random) };
}

function spotNear(origin: Spot, pieces: readonly StreetPiece[], random: Random): Spot {
  const streets = new StreetSampler(pieces, ({ middle }) => {
    const squared = (middle[0] - origin.plan[0]) ** 2 + (middle[1] - origin.plan[1]) ** 2;
    return squared > NEAR_REPEAT.metres ** 2 ? 0 : Math.exp(-Math.sqrt(squared) / 120);
  });
  for (;;) {
    const spot = streets.draw(random);
    if (metresBetween(spot.position, origin.position) < NEAR_REPEAT.metres - 5) return spot;
  }
}
