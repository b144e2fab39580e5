/** All contests over one sample: ours first, then every peer that is there. */
import { cellContests } from './contests/cells.ts';
import { densityContests } from './contests/densities.ts';
import { periodContests } from './contests/periods.ts';
import { placeContests } from './contests/places.ts';
import { pointContests } from './contests/points.ts';
import { medianSeconds, OURS, type Row } from './measure.ts';
import { askPeer, type Found } from './peers.ts';
import type { SyntheticIncidents } from './synthetic-incidents.ts';

const CONTESTS = [cellContests, densityContests, pointContests, periodContests, placeContests];

export function contestRows(
  incidents: SyntheticIncidents,
  found: Found,
  folder: string,
  wanted: (task: string) => boolean,
): Row[] {
  return CONTESTS.flatMap((contests) => contests(incidents))
    .filter(({ task }) => wanted(task))
    .flatMap(({ task, size, given, ours, peers }) => {
      const answer = ours();
      const own: Row = { task, size, who: OURS, seconds: medianSeconds(ours) };
      const asked = { task, size, given, answer };
      return [own, ...peers.map((peer) => askPeer(peer, asked, found, folder))];
    });
}
