import { FormattedMessage, useIntl } from 'react-intl';
import { Facts } from '../../inspector/facts.tsx';
import { placeText, usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';

/** Why is this place marked? */
export function PlaceCard({ run: { summary }, id }: CardProps<'concentration'>) {
  const intl = useIntl();
  const percent = usePercentText();
  const place = summary?.top.find(({ rank }) => String(rank) === id);
  if (!summary || !place) return <Gone />;
  return (
    <>
      <Verdict tone="hot">
        <FormattedMessage
          id="map.conc.verdict"
          defaultMessage="{place}: number {rank, number} of {places, number} places, with {incidents, number} incidents."
          values={{
            place: placeText(place.name, place.centre),
            rank: place.rank,
            places: summary.places,
            incidents: place.incidents,
          }}
        />
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.conc.shareOfAll', defaultMessage: 'Of all incidents' }),
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
    </>
  );
}
