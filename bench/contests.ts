/** All contests over one sample: ours first, then every peer that is there. */
import type { Contest, Contests } from './contest.ts';
import { areaContests } from './contests/areas.ts';
import { cellContests } from './contests/cells.ts';
import { densityContests } from './contests/densities.ts';
import { periodContests } from './contests/periods.ts';
import { placeContests } from './contests/places.ts';
import { pointContests } from './contests/points.ts';
import { scanContests } from './contests/scans.ts';
import { seriesContests } from './contests/series.ts';
import { terrainContests } from './contests/terrain.ts';
import { failed, medianSeconds, OURS, type Row } from './measure.ts';
import { askPeer, type Found } from './peers.ts';
import type { SyntheticIncidents } from './synthetic-incidents.ts';

const CONTESTS: readonly Contests[] = [
  cellContests,
  areaContests,
  densityContests,
  pointContests,
  periodContests,
  seriesContests,
  placeContests,
  scanContests,
  terrainContests,
];

/** In the order of the table. */
export function contestsOver(incidents: SyntheticIncidents): Contest[] {
  return CONTESTS.flatMap((contests) => contests(incidents));
}

export function contestRows(
  incidents: SyntheticIncidents,
  found: Found,
  folder: string,
  wanted: (task: string) => boolean,
): Row[] {
  return contestsOver(incidents)
    .filter(({ task }) => wanted(task))
    .flatMap((contest) => rowsOf(contest, found, folder));
}

function rowsOf({ task, size, given, ours, peers }: Contest, found: Found, folder: string): Row[] {
  const row = { task, size };
  if (typeof ours === 'string') return [{ ...row, who: OURS, seconds: ours }];
  process.stderr.write(`${size} ${task}\n`);
  try {
    const answer = ours();
    const own: Row = { ...row, who: OURS, seconds: medianSeconds(ours) };
    const asked = { ...row, given, answer };
    const others = peers.map((peer) => askPeer(peer, asked, found, folder));
    return [own, ...(peers.length > 0 ? others : [{ ...row, who: 'no peer here', seconds: '–' }])];
  } catch (error) {
    return [{ ...row, who: OURS, ...failed(error) }];
  }
}
