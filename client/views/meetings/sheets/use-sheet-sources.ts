import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { useAreas } from '../../../api/areas.ts';
import { useAssets } from '../../../api/assets.ts';
import { type Commitment, useCommitments } from '../../../api/commitments.ts';
import { type AgendaItem, type Meeting, useAgenda, useCommittee } from '../../../api/meetings.ts';
import { type Ballot, useBallots, useDoor } from '../../../api/phones.ts';
import { type Item, useItems } from '../../../api/problem-parts.ts';
import type { Area, Asset } from '../../../api/records.ts';
import { useStreets } from '../../../api/streets.ts';
import { type DotGrid, dotGrid } from './dot-grid.ts';
import type { WayIn } from './invitation-sheet.tsx';
import { promisesToAsk, spokenOf } from './sheet-choices.ts';

/** Everything the sheets of a meeting are made of, as far as whoever prints them may read it. */
export interface SheetSources {
  readonly items: readonly AgendaItem[];
  readonly ballots: readonly Ballot[];
  readonly promises: readonly Commitment[];
  readonly rounds: readonly Item<'survey_round'>[];
  readonly wayIn: WayIn | null;
  readonly ground: Ground | null;
  readonly error: unknown;
}

export interface Ground {
  readonly grid: DotGrid;
  readonly area: Area;
  readonly streets: FeatureCollection | null;
  readonly assets: readonly Asset[];
}

export function useSheetSources(meeting: Meeting, problemId: string): SheetSources {
  const agenda = useAgenda(meeting.id);
  const ballots = useBallots(meeting.id);
  const commitments = useCommitments();
  const rounds = useItems(problemId, 'survey_round');
  const items = useMemo(() => spokenOf(agenda.data ?? []), [agenda.data]);
  const promises = useMemo(
    () => promisesToAsk(commitments.data?.items ?? [], items),
    [commitments.data, items],
  );
  return {
    items,
    ballots: (ballots.data?.items ?? []).filter(({ state }) => state !== 'closed'),
    promises,
    rounds: problemId === '' ? [] : (rounds ?? []),
    wayIn: useWayIn(meeting),
    ground: useGround(meeting),
    error: agenda.error ?? ballots.error ?? commitments.error,
  };
}

/** The ground of the committee, and the grid that is printed over it and read back from it. */
export function useGround({ committeeId }: Pick<Meeting, 'committeeId'>): Ground | null {
  const { data: committee } = useCommittee(committeeId);
  const { data: areas } = useAreas();
  const { data: streets } = useStreets();
  const { data: assets } = useAssets();
  const area = areas?.find(({ id }) => id === committee?.areaId);
  return useMemo(
    () =>
      area
        ? {
            grid: dotGrid(area.bounds),
            area,
            streets: (streets ?? null) as FeatureCollection | null,
            assets: assets ?? [],
          }
        : null,
    [area, streets, assets],
  );
}

/** The code goes on paper only while it opens the door. */
function useWayIn({ id, state }: Meeting): WayIn | null {
  const { data: door } = useDoor(id);
  if (state !== 'running' || !door?.code) return null;
  const { code, addresses } = door;
  return {
    address: addresses[0]?.url ?? `${window.location.origin}/join`,
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
  };
}
