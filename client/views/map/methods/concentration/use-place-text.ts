import { useCallback, useMemo } from 'react';
import type { SummaryOf } from '../../../../api/runs.ts';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { useMapContext } from '../../map-context.ts';
import { placeText } from '../figures.ts';

type Summary = SummaryOf<'concentration'>;
type Place = Summary['top'][number];

/** What a place is called. Assets have the name that the reader has them by; one that is gone is where it was. */
export function usePlaceText({
  place,
  assetKinds = [],
}: Pick<Summary, 'place' | 'assetKinds'>): (place: Place) => string {
  const kindText = useAssetKindText();
  const { assets } = useMapContext().records;
  const known = useMemo(
    () => new Map(place === 'asset' ? assets.map((asset) => [asset.id, asset]) : []),
    [place, assets],
  );
  // Of one kind, the kind is said once above the list.
  const severalKinds = assetKinds.length > 1;
  return useCallback(
    ({ id, name, centre }) => {
      const asset = id === null ? undefined : known.get(id);
      const text = placeText(asset?.name || name, centre);
      return asset && severalKinds ? `${text} (${kindText(asset.kind)})` : text;
    },
    [known, severalKinds, kindText],
  );
}
