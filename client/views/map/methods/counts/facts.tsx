import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { useAreaKindText } from '../../../../area-kind-text.ts';
import { Fact } from '../fact.tsx';
import { useDayRangeText, useMetresText } from '../figures.ts';
import { HarmFact } from '../harm-fact.tsx';
import { useRateText } from './rate-text.ts';

type Summary = SummaryOf<'counts'>;

export function CountsFacts({ run: { summary } }: { run: RunOf<'counts'> }) {
  if (!summary) return null;
  return (
    <>
      {summary.on === 'cells' ? <CellFact summary={summary} /> : <AreaFacts summary={summary} />}
      {summary.harm ? <HarmFact harm={summary.harm} /> : null}
    </>
  );
}

function CellFact({ summary: { counted, withIncidents, cell, shape, regionKm2 } }: { summary: Summary }) {
  const metres = useMetresText();
  return (
    <Fact name={<FormattedMessage id="map.facts.cells" defaultMessage="Cells" />}>
      <FormattedMessage
        id="map.counts.cellsOf"
        defaultMessage="{cells, number} {shape, select, hexagon {hexagons, each as large as a square of {side}} other {squares of {side}}}, together {area, number} km²; {used, number} with incidents"
        values={{
          cells: counted,
          shape,
          side: metres(cell),
          area: Number(regionKm2.toPrecision(3)),
          used: withIncidents,
        }}
      />
    </Fact>
  );
}

function AreaFacts({ summary }: { summary: Summary }) {
  const intl = useIntl();
  const areaKind = useAreaKindText();
  const days = useDayRangeText();
  const rate = useRateText();
  const { counted, withIncidents, period, regionRate, population, withRate } = summary;
  return (
    <>
      <Fact name={<FormattedMessage id="map.counts.areas" defaultMessage="Areas" />}>
        <FormattedMessage
          id="map.counts.areasOf"
          defaultMessage="{kind}: {areas, number}, {used, number} with incidents"
          values={{ kind: areaKind(summary.areaKind ?? ''), areas: counted, used: withIncidents }}
        />
      </Fact>
      {regionRate === null || period === null ? null : (
        <>
          <Fact name={<FormattedMessage id="map.counts.period" defaultMessage="Rates are of" />}>
            <FormattedMessage
              id="map.counts.periodOf"
              defaultMessage="{days}: {years, plural, one {# year} other {# years}}"
              values={{
                days: days(period.from, lastDayOf(period.to)),
                years: Number((period.days / 365.25).toPrecision(3)),
              }}
            />
          </Fact>
          <Fact name={<FormattedMessage id="map.counts.together" defaultMessage="All areas together" />}>
            <FormattedMessage
              id="map.counts.togetherOf"
              defaultMessage="{rate} a year per 1,000 residents, in {areas, plural, one {# area} other {# areas}} with {people, number} residents; no rate below {least, number} residents"
              values={{
                rate: rate(regionRate),
                areas: withRate,
                people: population ?? 0,
                least: summary.leastPopulation,
              }}
            />
          </Fact>
          <Fact name={<FormattedMessage id="map.counts.confidence" defaultMessage="Intervals" />}>
            <FormattedMessage
              id="map.counts.confidenceOf"
              defaultMessage="{level}, exact (Poisson)"
              values={{ level: intl.formatNumber(summary.confidence, { style: 'percent' }) }}
            />
          </Fact>
        </>
      )}
    </>
  );
}

/** The end of a period is the first moment after it. */
function lastDayOf(to: string): string {
  return new Date(Date.parse(to) - 1).toISOString();
}
