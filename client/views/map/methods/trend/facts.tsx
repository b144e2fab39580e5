import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useChanceText } from '../figures.ts';

type Summary = SummaryOf<'trend'>;

export function TrendFacts({ run: { parameters, summary } }: { run: RunOf<'trend'> }) {
  const intl = useIntl();
  if (!summary) return null;
  const day = (text: string) => intl.formatDate(text, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      <Fact name={<FormattedMessage id="map.clock.zoneName" defaultMessage="Time zone" />}>
        {summary.timezone}
      </Fact>
      {summary.step && summary.days ? (
        <Fact name={<FormattedMessage id="map.emerging.periods" defaultMessage="Periods" />}>
          <FormattedMessage
            id="map.trend.periodsOf"
            defaultMessage="{periods, number} whole {step, select, day {days} week {weeks} month {months} other {quarters}} ({rule, select, auto {from the data} other {chosen}}), {first} – {last}; figures are for {length, number, ::.#} days"
            values={{
              periods: summary.periods,
              step: summary.step,
              rule: summary.stepRule,
              first: day(summary.days.first),
              last: day(summary.days.last),
              length: summary.standardDays ?? 0,
            }}
          />
        </Fact>
      ) : null}
      {summary.trend ? <TestFacts trend={summary.trend} /> : null}
      {summary.limits ? (
        <Fact name={<FormattedMessage id="map.trend.limits" defaultMessage="Limits of chance" />}>
          <FormattedMessage
            id="map.trend.limitsOf"
            defaultMessage="{z, number} standard deviations around the {around, select, trend {line of the trend} other {mean}}, {widened, select, true {{widening, number, ::.0} times as wide as pure chance (Laney)} other {exact Poisson tails}}{dispersion, select, none {} other {; the variance is {dispersion} times that of chance}}"
            values={{
              z: parameters.z,
              around: summary.limits.around,
              widened: String(summary.limits.widening > 1),
              widening: summary.limits.widening,
              dispersion:
                summary.dispersion === null
                  ? 'none'
                  : intl.formatNumber(summary.dispersion, { maximumSignificantDigits: 2 }),
            }}
          />
        </Fact>
      ) : null}
    </>
  );
}

function TestFacts({ trend }: { trend: NonNullable<Summary['trend']> }) {
  const intl = useIntl();
  const chance = useChanceText();
  const score = (z: number) => intl.formatNumber(z, { maximumFractionDigits: 2 });
  return (
    <>
      <Fact name={<FormattedMessage id="map.trend.test" defaultMessage="Test" />}>
        <FormattedMessage
          id="map.trend.testOf"
          defaultMessage="Mann–Kendall {test, select, seasonal {within seasons} other {allowing for memory (Hamed–Rao)}}: z {z}, p {p}, tau {tau}"
          values={{
            test: trend.test,
            z: score(trend.z),
            p: chance(trend.p) ?? '',
            tau: score(trend.tau),
          }}
        />
      </Fact>
      <Fact name={<FormattedMessage id="map.trend.plain" defaultMessage="Plain test" />}>
        <FormattedMessage
          id="map.trend.plainOf"
          defaultMessage="z {z}, p {p}, allowing for neither seasons nor memory"
          values={{ z: score(trend.plain.z), p: chance(trend.plain.p) ?? '' }}
        />
      </Fact>
    </>
  );
}
