import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { FoundTable } from '../found-table.tsx';
import { LorenzChart } from './lorenz-chart.tsx';
import { NearAssets } from './near-assets.tsx';
import { PlacesChart } from './places-chart.tsx';
import { usePlaceText } from './use-place-text.ts';

type Summary = SummaryOf<'concentration'>;

export function ConcentrationAnswer({ run }: { run: RunOf<'concentration'> }) {
  const { summary } = run;
  if (!summary) return null;
  return (
    <>
      <FarFromStreets summary={summary} />
      <NearAssets run={run} />
      {summary.tooFew ? null : (
        <>
          <Words summary={summary} />
          <LorenzChart summary={summary} />
          <Fewest summary={summary} />
        </>
      )}
      {summary.top.length > 1 ? <PlacesChart summary={summary} /> : null}
      <TopPlaces summary={summary} />
    </>
  );
}

function Words({ summary: { n, fewest, repeatPlaces, incidentsOnRepeat } }: { summary: Summary }) {
  const percent = usePercentText();
  const half = fewest.find(({ incidents }) => incidents === 0.5);
  if (!half) return null;
  return (
    <p>
      <FormattedMessage
        id="map.conc.words"
        defaultMessage="Half of {n, plural, one {# incident} other {# incidents}} happened at {places, plural, one {# place} other {# places}}, {share} of all. {repeat, plural, one {# place has} other {# places have}} two or more: {onRepeat} of the incidents."
        values={{
          n,
          places: half.places,
          share: percent(half.share),
          repeat: repeatPlaces,
          onRepeat: incidentsOnRepeat === null ? '–' : percent(incidentsOnRepeat),
        }}
      />
    </p>
  );
}

/** With a few main roads only, most incidents have no street: the answer is then about the few that have. */
function FarFromStreets({ summary: { n, warnings } }: { summary: Summary }) {
  const lost = warnings.find(({ code }) => code === 'without_street')?.value ?? 0;
  if (lost === 0 || lost < n / 4) return null;
  return (
    <Notice tone="amber">
      <FormattedMessage
        id="map.conc.farFromStreets"
        defaultMessage="Only {n, number} of {all, number} incidents lie near a street that is loaded. Load all streets, or ask by area or position."
        values={{ n, all: n + lost }}
      />
    </Notice>
  );
}

/** The 80/20 table, with the band of other cities as a ruler where it was made for. */
function Fewest({ summary: { fewest, ruler } }: { summary: Summary }) {
  const intl = useIntl();
  const percent = usePercentText();
  const title = intl.formatMessage({ id: 'map.conc.fewest', defaultMessage: 'How few places hold how much' });
  const measured = (incidents: number) => ruler.find((one) => one.incidents === incidents);
  return (
    <section className={panelStyles.section}>
      <h3>{title}</h3>
      <FigureTable
        label={title}
        columns={[
          intl.formatMessage({ id: 'map.conc.shareIncidents', defaultMessage: 'Share of incidents' }),
          intl.formatMessage({ id: 'map.conc.places', defaultMessage: 'Places' }),
          intl.formatMessage({ id: 'map.conc.sharePlaces', defaultMessage: 'Share of places' }),
          ...(ruler.length > 0
            ? [intl.formatMessage({ id: 'map.conc.ruler', defaultMessage: 'Other cities' })]
            : []),
        ]}
        rows={fewest.map(({ incidents, places, share }) => {
          const band = measured(incidents);
          return {
            id: String(incidents),
            name: percent(incidents),
            figures: [
              { text: intl.formatNumber(places) },
              { text: percent(share) },
              ...(ruler.length > 0
                ? [
                    {
                      text: band
                        ? intl.formatMessage(
                            {
                              id: 'map.conc.band',
                              defaultMessage:
                                '{from} – {to}: {reading, select, tighter {tighter here} looser {looser here} other {as there}}',
                            },
                            { from: percent(band.from), to: percent(band.to), reading: band.reading },
                          )
                        : '',
                    },
                  ]
                : []),
            ],
          };
        })}
      />
      {ruler.length > 0 ? (
        <p className={panelStyles.quiet}>
          <FormattedMessage
            id="map.conc.rulerSource"
            defaultMessage="Other cities: street segments, a year of all crime (Weisburd 2015). A few categories or few incidents always look tighter."
          />
        </p>
      ) : null}
    </section>
  );
}

function TopPlaces({ summary }: { summary: Summary }) {
  const intl = useIntl();
  const percent = usePercentText();
  const placeName = usePlaceText(summary);
  // A list of findings is opened by its bounds; a place is small, so its middle will do.
  const rows = summary.top.map((place) => ({
    ...place,
    placeName: placeName(place),
    bounds: [...place.centre, ...place.centre] as [number, number, number, number],
  }));
  return (
    <FoundTable<(typeof rows)[number]>
      title={<FormattedMessage id="map.conc.top" defaultMessage="Places with most incidents" />}
      label={intl.formatMessage({ id: 'map.conc.topLabel', defaultMessage: 'Places by incidents' })}
      empty={<FormattedMessage id="map.conc.none" defaultMessage="No incident has a place." />}
      rows={rows}
      columns={[
        {
          id: 'cumulative',
          title: intl.formatMessage({ id: 'map.conc.cumulative', defaultMessage: 'Up to here' }),
          cell: ({ cumulativeShare, cumulativePlaces }) =>
            intl.formatMessage(
              { id: 'map.hotspots.shareOf', defaultMessage: '{incidents} in {area}' },
              { incidents: percent(cumulativeShare), area: percent(cumulativePlaces) },
            ),
          sortBy: ({ cumulativeShare }) => cumulativeShare,
          numeric: true,
          width: 96,
        },
      ]}
    />
  );
}
