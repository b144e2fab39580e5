import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useCalendarDay, useChangeText } from './change-text.ts';

/** Days: what is rarer is not worth a figure. */
const TEN_YEARS = 3653;

export function BurstsFacts({ run: { parameters, summary } }: { run: RunOf<'bursts'> }) {
  const intl = useIntl();
  const day = useCalendarDay();
  const change = useChangeText();
  if (!summary) return null;
  const { baseline, watched, cusum, window } = summary;
  const round = (figure: number) => intl.formatNumber(figure, { maximumSignificantDigits: 3 });
  return (
    <>
      <Fact name={<FormattedMessage id="map.clock.zoneName" defaultMessage="Time zone" />}>
        {summary.timezone}
      </Fact>
      {baseline ? (
        <Fact name={<FormattedMessage id="map.bursts.baseline" defaultMessage="Baseline" />}>
          <FormattedMessage
            id="map.bursts.baselineOf"
            defaultMessage="{first} – {last}: {incidents, number} incidents, {mean} a day; days vary {dispersion} times as much as chance makes them"
            values={{
              first: day(baseline.first),
              last: day(baseline.last),
              incidents: baseline.incidents,
              mean: round(baseline.mean),
              dispersion: round(baseline.dispersion),
            }}
          />
        </Fact>
      ) : null}
      {watched ? (
        <Fact name={<FormattedMessage id="map.bursts.watched" defaultMessage="Watched" />}>
          <FormattedMessage
            id="map.bursts.watchedOf"
            defaultMessage="{first} – {last} ({rule, select, auto {from the data} other {chosen}}): {incidents, number} incidents"
            values={{
              first: day(watched.first),
              last: day(watched.last),
              rule: summary.watchRule,
              incidents: watched.incidents,
            }}
          />
        </Fact>
      ) : null}
      {cusum ? (
        <Fact name={<FormattedMessage id="map.bursts.cusum" defaultMessage="CUSUM" />}>
          <FormattedMessage
            id="map.bursts.cusumOf"
            defaultMessage="for {change} ({rule, select, auto {from the data} other {chosen}}), k {reference}, alarm from {limit} on{wide, select, true {, allowing for days that vary so much} other {}}; a false alarm {seldom, select, true {less than once in ten years} other {every {runLength} days}} on average, at least {budget, number} days were agreed"
            values={{
              change: change(cusum.ratio),
              rule: cusum.ratioRule,
              reference: round(cusum.reference),
              limit: round(cusum.limit),
              wide: String(cusum.dispersion > 1),
              seldom: String(cusum.runLength > TEN_YEARS),
              runLength: round(cusum.runLength),
              budget: parameters.falseAlarmDays,
            }}
          />
        </Fact>
      ) : null}
      {window ? (
        <Fact name={<FormattedMessage id="map.bursts.scan" defaultMessage="Window (Naus)" />}>
          <FormattedMessage
            id="map.bursts.scanOf"
            defaultMessage="{days, plural, one {# day} other {# days}}, {expected} expected; {alarm, select, none {too many to tell what is unusual} other {unusual from {alarm} on (level {level, number, ::percent .##})}}"
            values={{
              days: window.days,
              expected: round(window.expected),
              alarm: window.alarm === null ? 'none' : intl.formatNumber(window.alarm),
              level: parameters.level,
            }}
          />
        </Fact>
      ) : null}
    </>
  );
}
