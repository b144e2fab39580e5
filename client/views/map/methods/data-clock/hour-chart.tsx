import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { partMarks } from '../../../../ui/chart-parts.ts';
import { useSelectedPart } from '../selected-part.ts';
import { clockPart } from './clock-part.ts';

/** Every hour can be chosen: the map then shows what happened in it, or may have. */
export function HourChart({ byHour }: { byHour: readonly number[] }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'map.clock.chart', defaultMessage: 'Incidents by hour of the day' });
  const hours = intl.formatMessage({ id: 'map.clock.hour', defaultMessage: 'Hour' });
  const incidents = intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' });
  const choice = useSelectedPart();
  const draw = useCallback(
    (plot: Plot) => ({
      marginLeft: 48,
      x: { domain: [0, 24], ticks: [0, 6, 12, 18, 24], label: hours },
      y: { grid: true, label: incidents },
      marks: [
        plot.rectY(
          byHour.map((weight, hour) => ({ from: hour, to: hour + 1, weight })),
          {
            x1: 'from',
            x2: 'to',
            y: 'weight',
            fill: 'var(--teal)',
            inset: 1,
            ...partMarks(
              byHour.map((weight, hour) => ({
                id: clockPart({ weekday: null, hour }),
                label: `${hour}–${(hour + 1) % 24}: ${Math.round(weight)}`,
              })),
            ),
          },
        ),
        plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ],
    }),
    [byHour, hours, incidents],
  );
  return (
    <Chart
      label={title}
      height={170}
      draw={draw}
      {...choice}
      table={{
        parts: byHour.map((_, hour) => clockPart({ weekday: null, hour })),
        title: <FormattedMessage id="map.clock.chartTable" defaultMessage="The same as a table" />,
        columns: [hours, incidents],
        rows: byHour.map((weight, hour) => [
          String(hour),
          intl.formatNumber(weight, { maximumFractionDigits: 1 }),
        ]),
      }}
    />
  );
}
