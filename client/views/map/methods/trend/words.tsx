import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import type { TrendPeriod } from '../../../../map/results/trend.ts';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText, usePercentText } from '../figures.ts';
import { type Step, spanOfChange, usePeriodName } from './period-names.ts';

type Summary = SummaryOf<'trend'>;

interface WordsProps {
  readonly summary: Summary;
  readonly step: Step;
  readonly periods: readonly TrendPeriod[];
}

export function TrendWords({ summary, step, periods }: WordsProps) {
  const { trend, limits, season } = summary;
  if (!trend || !limits) return null;
  return (
    <div className={panelStyles.stack}>
      <Course summary={summary} trend={trend} step={step} />
      <Outside limits={limits} step={step} periods={periods} />
      {season ? <Season season={season} step={step} periods={periods} /> : null}
    </div>
  );
}

/** More, fewer, or nothing that chance would not give. */
function Course({
  summary,
  trend,
  step,
}: {
  summary: Summary;
  trend: NonNullable<Summary['trend']>;
  step: Step;
}) {
  const intl = useIntl();
  const chance = useChanceText();
  const percent = usePercentText();
  const span = spanOfChange(step, summary.periods);
  const change = (slope: number) =>
    intl.formatNumber(slope * span.periods, { maximumSignificantDigits: 2, signDisplay: 'exceptZero' });
  const rounded = Number((trend.slope * span.periods).toPrecision(2));
  const values = {
    step,
    span: span.name,
    low: change(trend.low),
    high: change(trend.high),
    confidence: percent(trend.confidence),
    p: chance(trend.p) ?? '',
    mean: intl.formatNumber(summary.mean ?? 0, { maximumSignificantDigits: 3 }),
  };
  if (trend.direction === 'none')
    return (
      <p>
        <FormattedMessage
          id="map.trend.none"
          defaultMessage="No trend beyond what chance gives (p {p}). On average there are {mean} incidents a {step, select, day {day} week {week} month {month} other {quarter}}; the change with each {span, select, year {year} day {day} week {week} month {month} other {quarter}} is somewhere between {low} and {high}."
          values={values}
        />
      </p>
    );
  return (
    <p>
      <FormattedMessage
        id="map.trend.some"
        defaultMessage="{direction, select, up {More} other {Fewer}}: with each {span, select, year {year} day {day} week {week} month {month} other {quarter}} about {change} incidents a {step, select, day {day} week {week} month {month} other {quarter}}, between {low} and {high} ({confidence} sure), where the mean is {mean}. Chance alone would hardly give that (p {p})."
        values={{
          ...values,
          direction: trend.direction,
          change: rounded === 0 ? intl.formatNumber(0) : change(trend.slope),
        }}
      />
    </p>
  );
}

const MOST_NAMED = 6;

/** Names of the periods on one side; the latest when they are many. */
function useNames(step: Step) {
  const intl = useIntl();
  const name = usePeriodName(step);
  return (periods: readonly TrendPeriod[]) => {
    const named = periods.slice(-MOST_NAMED).map(({ start }) => name(start, 'short'));
    const more = periods.length - named.length;
    return intl.formatList(
      more > 0
        ? [
            ...named,
            intl.formatMessage(
              {
                id: 'map.trend.more',
                defaultMessage: '{more, plural, one {# earlier one} other {# earlier ones}}',
              },
              { more },
            ),
          ]
        : named,
    );
  };
}

function Outside({
  limits,
  step,
  periods,
}: {
  limits: NonNullable<Summary['limits']>;
  step: Step;
  periods: readonly TrendPeriod[];
}) {
  const intl = useIntl();
  const names = useNames(step);
  return (
    <p>
      <FormattedMessage
        id="map.trend.outside"
        defaultMessage="{outside, plural, =0 {No {step, select, day {day} week {week} month {month} other {quarter}} lies} one {One {step, select, day {day} week {week} month {month} other {quarter}} lies} other {# {step, select, day {days} week {weeks} month {months} other {quarters}} lie}} outside what chance gives around the {around, select, trend {trend} other {mean}}; by chance alone it would be about {byChance}.{above, plural, =0 {} other { Above: {highs}.}}{below, plural, =0 {} other { Below: {lows}.}}"
        values={{
          step,
          outside: limits.above + limits.below,
          around: limits.around,
          above: limits.above,
          below: limits.below,
          highs: names(periods.filter(({ side }) => side > 0)),
          lows: names(periods.filter(({ side }) => side < 0)),
          byChance: intl.formatNumber(limits.byChance, { maximumSignificantDigits: 1 }),
        }}
      />
    </p>
  );
}

function Season({
  season,
  step,
  periods,
}: {
  season: NonNullable<Summary['season']>;
  step: Step;
  periods: readonly TrendPeriod[];
}) {
  const names = useNames(step);
  const cycle = step === 'day' ? 'week' : 'year';
  if (!season.judged)
    return (
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.trend.noSeason"
          defaultMessage="Too few to say what is usual for the {cycle, select, week {day of the week} other {time of year}}: besides the last {cycle, select, week {week} other {year}} at least {floor, number} whole ones are needed, there {cycles, plural, =0 {is none} one {is one} other {are #}}. A season can look like a step up or down."
          values={{ cycle, floor: season.floor, cycles: season.cycles }}
        />
      </p>
    );
  return (
    <p>
      <FormattedMessage
        id="map.trend.season"
        defaultMessage="Of the last {count, number} {step, select, day {days} week {weeks} month {months} other {quarters}}, {above, number} had more and {below, number} fewer than usual for the {cycle, select, week {day of the week} other {time of year}} in the {cycles, number} {cycle, select, week {weeks} other {years}} before.{above, plural, =0 {} other { More: {highs}.}}{below, plural, =0 {} other { Fewer: {lows}.}}"
        values={{
          cycle,
          step,
          count: season.cycle,
          cycles: season.cycles,
          above: season.above,
          below: season.below,
          highs: names(periods.filter(({ seasonSide }) => seasonSide > 0)),
          lows: names(periods.filter(({ seasonSide }) => seasonSide < 0)),
        }}
      />
    </p>
  );
}
