import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../../ui/button.tsx';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';
import { usePlaceText } from './use-place-text.ts';

/** Why is this place marked? */
export function PlaceCard({ run: { parameters, summary }, id }: CardProps<'concentration'>) {
  const intl = useIntl();
  const percent = usePercentText();
  const placeName = usePlaceText(summary ?? { place: 'position' });
  const place = summary?.top.find(({ rank }) => String(rank) === id);
  if (!summary || !place) return <Gone />;
  return (
    <>
      <Verdict tone="hot">
        <FormattedMessage
          id="map.conc.verdict"
          defaultMessage="{place}: number {rank, number} of {places, number} places, with {incidents, number} incidents."
          values={{
            place: placeName(place),
            rank: place.rank,
            places: summary.places,
            incidents: place.incidents,
          }}
        />
      </Verdict>
      <Facts
        facts={[
          [
            summary.place === 'asset'
              ? intl.formatMessage({
                  id: 'map.conc.shareOfNear',
                  defaultMessage: 'Of the incidents near an asset',
                })
              : intl.formatMessage({ id: 'map.conc.shareOfAll', defaultMessage: 'Of all incidents' }),
            percent(place.share),
          ],
          [
            intl.formatMessage({ id: 'map.conc.upTo', defaultMessage: 'With the places before it' }),
            intl.formatMessage(
              {
                id: 'map.conc.upToOf',
                defaultMessage: '{incidents} of the incidents on {places} of the places',
              },
              { incidents: percent(place.cumulativeShare), places: percent(place.cumulativePlaces) },
            ),
          ],
          [
            summary.place === 'street'
              ? intl.formatMessage({ id: 'map.conc.perKm', defaultMessage: 'Incidents per km' })
              : intl.formatMessage({ id: 'map.conc.perKm2', defaultMessage: 'Incidents per km²' }),
            place.density === null ? null : intl.formatNumber(place.density, { maximumSignificantDigits: 3 }),
          ],
        ]}
      />
      {summary.place === 'asset' ? <AtAsset asset={place.id} limit={parameters.assetLimit} /> : null}
    </>
  );
}

/** What its incidents are, what they do not say, and the way to the asset itself. */
function AtAsset({ asset, limit }: { asset: number | null; limit: number }) {
  const { records, select } = useMapContext();
  return (
    <>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.conc.atAsset"
          defaultMessage="Counted are the incidents within {limit, number} m that have no other of these assets nearer. It may stand first because many people pass: compare it with others of its kind."
          values={{ limit }}
        />
      </p>
      {records.assets.some(({ id }) => id === asset) ? (
        <Button onPress={() => select({ kind: 'asset', id: String(asset) })}>
          <FormattedMessage id="map.rings.open" defaultMessage="About this asset" />
        </Button>
      ) : null}
    </>
  );
}
