import { FormattedMessage, useIntl } from 'react-intl';
import type { Limits, TrendPeriod } from '../../../../map/results/trend.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { GoneTime } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { ShowDays } from '../show-days.tsx';
import { Verdict } from '../verdict.tsx';
import { type Step, usePeriodName } from './period-names.ts';

/** Why does this period stand out, or why not? */
export function PeriodCard({ run: { summary }, id }: CardProps<'trend'>) {
  const intl = useIntl();
  const { scene } = useMapContext();
  const period = dataOf(scene.result, 'trend')?.periods.find((each) => each.id === id);
  if (!summary?.step || !period) return <GoneTime />;
  const { days, incidents, limits, season } = period;
  const range = ({ low, high }: Limits) => `${whole(low)} – ${whole(high)}`;
  const whole = (figure: number) => intl.formatNumber(figure, { maximumFractionDigits: 0 });
  const rate = (figure: number) => intl.formatNumber(figure, { maximumSignificantDigits: 3 });
  return (
    <>
      <Why period={period} step={summary.step} around={summary.limits?.around ?? 'mean'} />
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.trend.perDay', defaultMessage: 'A day' }),
            incidents === null ? null : rate(incidents / days),
          ],
          [
            intl.formatMessage({ id: 'map.trend.expected', defaultMessage: 'Expected' }),
            limits && rate(limits.expected),
          ],
          [
            intl.formatMessage({ id: 'map.trend.limits', defaultMessage: 'Limits of chance' }),
            limits && range(limits),
          ],
          [
            intl.formatMessage({ id: 'map.trend.seasonLimits', defaultMessage: 'Usual for the season' }),
            season &&
              intl.formatMessage(
                { id: 'map.trend.seasonOf', defaultMessage: '{range}, on average {expected}' },
                { range: range(season), expected: rate(season.expected) },
              ),
          ],
        ]}
      />
      <ShowDays start={period.start} end={period.start + days * DAY} timezone={summary.timezone} />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.trend.card.note"
          defaultMessage="Outside means that chance alone seldom gives it; it does not say why. Within does not mean that nothing happened."
        />
      </p>
    </>
  );
}

function Why({ period, step, around }: { period: TrendPeriod; step: Step; around: 'mean' | 'trend' }) {
  const intl = useIntl();
  const name = usePeriodName(step);
  const { start, incidents, limits, side, seasonSide } = period;
  if (incidents === null)
    return (
      <Verdict>
        <FormattedMessage
          id="map.trend.verdict.missing"
          defaultMessage="{period}: the data have nothing of any kind, so it is taken as missing, not as none."
          values={{ period: name(start) }}
        />
      </Verdict>
    );
  const whole = (figure: number) => intl.formatNumber(figure, { maximumFractionDigits: 0 });
  return (
    <Verdict tone={side > 0 ? 'hot' : side < 0 ? 'cold' : undefined}>
      <FormattedMessage
        id="map.trend.verdict"
        defaultMessage="{period}: {incidents, plural, one {# incident} other {# incidents}}{known, select, true {, {side, select, above {more than} below {fewer than} other {within}} the {low} to {high} that chance gives around the {around, select, trend {trend} other {mean}}} other {}}.{season, select, above { More than usual for the season.} below { Fewer than usual for the season.} other {}}"
        values={{
          period: name(start),
          incidents,
          known: String(limits !== null),
          side: nameOf(side),
          low: whole(limits?.low ?? 0),
          high: whole(limits?.high ?? 0),
          around,
          season: nameOf(seasonSide),
        }}
      />
    </Verdict>
  );
}

const nameOf = (side: number): string => (side > 0 ? 'above' : side < 0 ? 'below' : 'within');

const DAY = 86_400_000;
