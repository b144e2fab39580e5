import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { incidentSampleQuery } from '../../api/incidents.ts';
import type { Dataset } from '../../api/records.ts';
import { type Box, coreBounds } from '../../core-bounds.ts';
import { viewOfBounds } from '../../view-of-bounds.ts';

type Shown = Pick<Dataset, 'id' | 'kind' | 'bounds'>;

/** Opens the map where the data lie; incidents are also filtered to their data set. */
export function useShowOnMap() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const boxOf = async ({ id, kind, bounds }: Shown): Promise<Box | null> => {
    if (!bounds || kind !== 'incidents') return bounds;
    const sample = await queries.fetchQuery(incidentSampleQuery(id)).catch(() => []);
    return coreBounds(bounds, sample);
  };
  return async (shown: Shown) => {
    const box = await boxOf(shown);
    const size = {
      width: Math.max(280, window.innerWidth - 120),
      height: Math.max(280, window.innerHeight - 220),
    };
    await navigate({
      to: '/',
      search: {
        ...(box ? { at: viewOfBounds(box, size) } : {}),
        ...(shown.kind === 'incidents' ? { datasets: [shown.id] } : {}),
      },
    });
  };
}
