import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { Notice } from '../../../../ui/notice.tsx';
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
      <NoHarm harm={summary.harm} />
      <Words summary={summary} />
      <PlaceTable summary={summary} />
    </>
  );
}

/** Why harm is not mapped although it was asked for. */
function NoHarm({ harm }: { harm: Summary['harm'] }) {
  const percent = usePercentText();
  if (!harm || harm.refusal === null) return null;
  return (
    <Notice tone="amber">
      <FormattedMessage
        id="map.counts.noHarm"
        defaultMessage="Incidents are counted, harm is not mapped: {refusal, select, too_few_weighted {only {weighted, plural, =0 {no incident has} one {# incident has} other {# incidents have}} a weight, and a map of harm needs 30.} one_incident_dominates {a single incident has {share} of all harm, and the map would be of it alone.} other {no incident has a weight above 0.}}"
        values={{
          refusal: harm.refusal,
          weighted: harm.weighted,
          share: percent(harm.largestShare ?? 0),
        }}
      />
    </Notice>
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
  const harm = useHarmColumn(summary.show);
  const { on, show, weight, places, withRate } = summary;
  return (
    <FoundTable<Place>
      title={
        <FormattedMessage
          id="map.counts.title"
          defaultMessage="{on, select, cells {{weight, select, harm {Cells with most harm} other {Busiest cells}}} other {Areas by {weight, select, harm {harm} other {incidents}}{show, select, rate { a year per 1,000 residents} density { per km²} other {}}}}"
          values={{ on, show, weight }}
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
      columns={weight === 'harm' ? [harm] : withRate > 0 ? [rate] : on === 'areas' ? [dense] : [share]}
    />
  );
}

/** What is mapped, beside the count, and how much of it hangs on one incident. */
function useHarmColumn(show: Summary['show']): TableColumn<Place> {
  const intl = useIntl();
  const percent = usePercentText();
  const value = ({ harm, harmRate, areaKm2 }: Place) =>
    show === 'rate' ? harmRate : harm === null || show === 'count' ? harm : harm / areaKm2;
  return {
    id: 'harm',
    title: intl.formatMessage(HARM_TITLES[show]),
    cell: (place) => {
      const figure = value(place);
      if (figure === null) return '–';
      return (
        <span>
          {intl.formatNumber(figure, { maximumSignificantDigits: 3 })}
          <br />
          <small>
            <FormattedMessage
              id="map.counts.heaviest"
              defaultMessage="{share} from one"
              values={{ share: percent(place.largestShare ?? 0) }}
            />
          </small>
        </span>
      );
    },
    sortBy: (place) => value(place) ?? -1,
    numeric: true,
    width: 104,
  };
}

/** The heading of the table says that it is harm. */
const HARM_TITLES: Readonly<Record<Summary['show'], MessageDescriptor>> = defineMessages({
  count: { id: 'map.legend.harm', defaultMessage: 'Harm' },
  density: { id: 'map.counts.densityColumn', defaultMessage: 'Per km²' },
  rate: { id: 'map.counts.rateColumn', defaultMessage: 'Per 1,000 a year' },
});

function useShareColumn(): TableColumn<Place> {
  const intl = useIntl();
  const percent = usePercentText();
  return {
    id: 'share',
    title: intl.formatMessage({ id: 'map.counts.shareColumn', defaultMessage: 'Share of all' }),
    cell: ({ shareOfIncidents }) => percent(shareOfIncidents),
    sortBy: ({ shareOfIncidents }) => shareOfIncidents,
    numeric: true,
    width: 80,
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
    width: 80,
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
        <span>
          {text(place.rate)}
          <br />
          <small>{interval(place)}</small>
        </span>
      ),
    sortBy: (place) => place.rate ?? -1,
    numeric: true,
    width: 96,
  };
}
