import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import type { TableColumn } from '../../../../ui/table.tsx';
import { usePercentText } from '../figures.ts';
import { FoundTable } from '../found-table.tsx';
import { useIntervalText, useRateText } from './rate-text.ts';

type Summary = SummaryOf<'counts'>;
type Place = Summary['places'][number];

export function CountsAnswer({ run: { summary } }: { run: RunOf<'counts'> }) {
  if (!summary || summary.tooFew) return null;
  return (
    <>
      <Words summary={summary} />
      <PlaceTable summary={summary} />
    </>
  );
}

/** How few places hold how much: the sentence a committee takes home. */
function Words({ summary: { n, on, counted, half } }: { summary: Summary }) {
  const percent = usePercentText();
  if (!half) return null;
  return (
    <p>
      <FormattedMessage
        id="map.counts.words"
        defaultMessage="Half of {n, plural, one {# incident} other {# incidents}} happened in {places, number} of {counted, number} {on, select, cells {cells} other {areas}}: {share} of the ground."
        values={{ n, places: half.places, counted, on, share: percent(half.shareOfArea) }}
      />
    </p>
  );
}

function PlaceTable({ summary }: { summary: Summary }) {
  const intl = useIntl();
  const share = useShareColumn();
  const dense = useDensityColumn();
  const rate = useRateColumn();
  const { on, show, places, withRate } = summary;
  return (
    <FoundTable<Place>
      title={
        <FormattedMessage
          id="map.counts.title"
          defaultMessage="{on, select, cells {Busiest cells} other {Areas by {show, select, rate {rate} density {incidents per km²} other {incidents}}}}"
          values={{ on, show }}
        />
      }
      label={intl.formatMessage(
        {
          id: 'map.counts.label',
          defaultMessage: '{on, select, cells {Cells} other {Areas}} by incidents',
        },
        { on },
      )}
      empty={
        <FormattedMessage id="map.counts.none" defaultMessage="No incident lies in an area of this kind." />
      }
      rows={places}
      partOf={({ place }) => String(place)}
      holds={({ place }, part) => String(place) === part}
      columns={withRate > 0 ? [rate] : on === 'areas' ? [dense] : [share]}
    />
  );
}

function useShareColumn(): TableColumn<Place> {
  const intl = useIntl();
  const percent = usePercentText();
  return {
    id: 'share',
    title: intl.formatMessage({ id: 'map.counts.shareColumn', defaultMessage: 'Share of all' }),
    cell: ({ shareOfIncidents }) => percent(shareOfIncidents),
    sortBy: ({ shareOfIncidents }) => shareOfIncidents,
    numeric: true,
    width: 112,
  };
}

function useDensityColumn(): TableColumn<Place> {
  const intl = useIntl();
  return {
    id: 'density',
    title: intl.formatMessage({ id: 'map.counts.densityColumn', defaultMessage: 'Per km²' }),
    cell: ({ incidents, areaKm2 }) => intl.formatNumber(incidents / areaKm2, { maximumSignificantDigits: 3 }),
    sortBy: ({ incidents, areaKm2 }) => incidents / areaKm2,
    numeric: true,
    width: 96,
  };
}

function useRateColumn(): TableColumn<Place> {
  const intl = useIntl();
  const text = useRateText();
  const interval = useIntervalText();
  return {
    id: 'rate',
    title: intl.formatMessage({ id: 'map.counts.rateColumn', defaultMessage: 'Per 1,000 a year' }),
    cell: (place) =>
      place.rate === null ? (
        '–'
      ) : (
        <>
          {text(place.rate)}
          <br />
          <small>{interval(place)}</small>
        </>
      ),
    sortBy: (place) => place.rate ?? -1,
    numeric: true,
    width: 128,
  };
}
