import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { FoundTable } from '../found-table.tsx';

type Summary = SummaryOf<'location-quotient'>;
type Place = Summary['places'][number];

export function QuotientAnswer({ run: { summary } }: { run: RunOf<'location-quotient'> }) {
  if (!summary || summary.tooFew) return null;
  return (
    <>
      <Words summary={summary} />
      <AreaTable summary={summary} />
    </>
  );
}

function Words({ summary }: { summary: Summary }) {
  const intl = useIntl();
  const percent = usePercentText();
  const { n, all, share, areas, withTooFew, more, fewer, places } = summary;
  const [first] = places;
  return (
    <div className={panelStyles.stack}>
      <p>
        <FormattedMessage
          id="map.quotient.words"
          defaultMessage="{share} of the incidents in these areas ({n, number} of {all, number}) are of the filter. {found, plural, =0 {In no area is it a larger or smaller part than chance explains} other {{more, plural, =0 {In no area it is} one {In one area it is} other {In # areas it is}} a larger part than chance explains, {fewer, plural, =0 {in none} one {in one} other {in #}} a smaller one}}, of {said, plural, one {# area} other {# areas}} with enough incidents."
          values={{
            share: percent(share ?? 0),
            n,
            all: all ?? 0,
            found: more + fewer,
            more,
            fewer,
            said: areas - withTooFew,
          }}
        />
      </p>
      {first?.class === 1 ? (
        <p>
          <FormattedMessage
            id="map.quotient.first"
            defaultMessage="Most clearly in {name}: {incidents, number} of {all, number} ({share}), {quotient} times the usual part."
            values={{
              name: first.placeName ?? '',
              incidents: first.incidents,
              all: first.all,
              share: percent(first.incidents / first.all),
              quotient: intl.formatNumber(first.quotient, { maximumSignificantDigits: 2 }),
            }}
          />
        </p>
      ) : null}
    </div>
  );
}

function AreaTable({ summary: { places, level } }: { summary: Summary }) {
  const intl = useIntl();
  const times = (value: number, digits: number) =>
    intl.formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (
    <FoundTable<Place>
      title={<FormattedMessage id="map.quotient.title" defaultMessage="Areas by what stands out" />}
      label={intl.formatMessage({
        id: 'map.quotient.label',
        defaultMessage: 'Areas by location quotient, those that stand out first',
      })}
      empty={
        <FormattedMessage id="map.quotient.none" defaultMessage="No area has enough incidents to say." />
      }
      rows={places}
      partOf={({ place }) => String(place)}
      holds={({ place }, part) => String(place) === part}
      columns={[
        {
          id: 'quotient',
          title: intl.formatMessage(
            { id: 'map.quotient.column', defaultMessage: 'Quotient, {level}' },
            { level: intl.formatNumber(1 - level, { style: 'percent', maximumFractionDigits: 2 }) },
          ),
          cell: ({ quotient, low, high, class: side }) =>
            `${side > 0 ? '▲\u00a0' : side < 0 ? '▼\u00a0' : ''}${times(quotient, 2)} (${times(low, 1)}–\u2060${times(high, 1)})`,
          sortBy: ({ quotient }) => quotient,
          numeric: true,
          width: 104,
        },
      ]}
    />
  );
}
