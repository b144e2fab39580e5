import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WatchedDay } from '../../../../map/results/bursts.ts';
import { Chart } from '../../../../ui/chart.tsx';
import panelStyles from '../../panels/panels.module.css';
import { useSelectedPart } from '../selected-part.ts';
import { useCalendarDay } from './change-text.ts';
import { type DayBar, useDayBars } from './use-day-bars.ts';
import type { CusumPart } from './words.tsx';

interface CusumChartProps {
  readonly cusum: CusumPart;
  readonly days: readonly WatchedDay[];
}

/** The sum that climbs while there are more than usual, and the line at which it raises an alarm. */
export function CusumChart({ cusum, days }: CusumChartProps) {
  const intl = useIntl();
  const day = useCalendarDay();
  const part = useSelectedPart();
  const round = (figure: number) => intl.formatNumber(figure, { maximumFractionDigits: 1 });
  const sum = intl.formatMessage({ id: 'map.bursts.sum', defaultMessage: 'Sum beyond the usual' });
  const bars = useMemo(
    () =>
      days.map(
        ({ id, start, sum: height, alarm }): DayBar => ({
          id,
          start,
          height: height ?? Number.NaN,
          found: alarm,
        }),
      ),
    [days],
  );
  const draw = useDayBars({ bars, unit: sum, fill: 'var(--teal)', opacity: 0.55, limit: cusum.limit });
  return (
    <section>
      <h3>
        <FormattedMessage id="map.bursts.cusumTitle" defaultMessage="Has it crept up?" />
      </h3>
      <Chart
        label={intl.formatMessage({
          id: 'map.bursts.cusumChart',
          defaultMessage: 'CUSUM of the watched days with its alarm line and the alarms',
        })}
        height={180}
        draw={draw}
        table={{
          title: <FormattedMessage id="map.bursts.dayTable" defaultMessage="The days as a table" />,
          columns: [
            intl.formatMessage({ id: 'map.bursts.day', defaultMessage: 'Day' }),
            intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
            sum,
            intl.formatMessage({ id: 'map.bursts.alarmDay', defaultMessage: 'Alarm' }),
          ],
          rows: days.map(({ start, incidents, sum: height, alarm }) => [
            day(start),
            incidents === null ? '–' : intl.formatNumber(incidents),
            height === null ? '–' : round(height),
            alarm ? '▲' : '',
          ]),
          parts: days.map(({ id }) => id),
        }}
        {...part}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.bursts.cusumKey"
          defaultMessage="Each day adds its incidents less {reference}; at the dashed line ({limit}) it raises an alarm ▲ and begins anew."
          values={{ reference: round(cusum.reference), limit: round(cusum.limit) }}
        />
      </p>
    </section>
  );
}
