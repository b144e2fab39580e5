import { useNavigate } from '@tanstack/react-router';
import type { Dataset } from '../../api/records.ts';
import { viewOfBounds } from '../../view-of-bounds.ts';

/** Opens the map where the data lie; incidents are also filtered to their data set. */
export function useShowOnMap() {
  const navigate = useNavigate();
  return ({ id, kind, bounds }: Pick<Dataset, 'id' | 'kind' | 'bounds'>) => {
    const size = {
      width: Math.max(280, window.innerWidth - 120),
      height: Math.max(280, window.innerHeight - 220),
    };
    void navigate({
      to: '/',
      search: {
        ...(bounds ? { at: viewOfBounds(bounds, size) } : {}),
        ...(kind === 'incidents' ? { datasets: [id] } : {}),
      },
    });
  };
}
