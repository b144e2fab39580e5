import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { usePercentText } from '../figures.ts';
import { useAssetKindsText } from './use-asset-kinds-text.ts';

/** Of how many incidents the answer is: those that no asset is near are in none of its figures. */
export function NearAssets({ run: { parameters, summary } }: { run: RunOf<'concentration'> }) {
  const percent = usePercentText();
  const kindsText = useAssetKindsText();
  if (summary?.place !== 'asset' || !summary.assetKinds?.length || summary.places === 0) return null;
  const lost = summary.warnings.find(({ code }) => code === 'without_asset')?.value ?? 0;
  const all = summary.n + lost;
  if (all === 0) return null;
  return (
    <p>
      <FormattedMessage
        id="map.conc.nearAssets"
        defaultMessage="{near, number} of {all, plural, one {# incident lies} other {# incidents lie}} within {limit, number} m of an asset ({kinds}){lost, plural, =0 {.} one {; # ({share}) is near none and not counted.} other {; # ({share}) are near none and not counted.}} {without, plural, =0 {} one {# asset has none.} other {# of {places, number} assets have none.}}"
        values={{
          near: summary.n,
          all,
          limit: parameters.assetLimit,
          kinds: kindsText(summary.assetKinds),
          lost,
          share: percent(lost / all),
          without: summary.places - summary.placesWithIncidents,
          places: summary.places,
        }}
      />
    </p>
  );
}
