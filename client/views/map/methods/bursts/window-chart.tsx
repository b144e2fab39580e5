import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WatchedDay } from '../../../../map/results/bursts.ts';
import { Chart } from '../../../../ui/chart.tsx';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';
import { useCalendarDay } from './change-text.ts';
import { movingSums } from './moving-sums.ts';
import { type DayBar, useDayBars } from './use-day-bars.ts';
import type { WindowPart } from './words.tsx';

interface WindowChartProps {
  readonly window: WindowPart;
  readonly days: readonly WatchedDay[];
}

/** Incidents of each window, by its last day, with what would be unusual anywhere. */
export function WindowChart({ window, days }: WindowChartProps) {
  const intl = useIntl();
  const day = useCalendarDay();
  const chance = useChanceText();
  const part = useSelectedPart();
  const unit = intl.formatMessage(
    {
      id: 'map.bursts.unit',
      defaultMessage: 'Incidents in {days, plural, one {a day} other {# days}}',
    },
    { days: window.days },
  );
  const bars = useMemo(
    () =>
      movingSums(days, window.days).map(
        ({ id, start, incidents }): DayBar => ({
          id,
          start,
          height: incidents,
          found: window.fullest.some(({ row }) => String(row) === id),
        }),
      ),
    [days, window],
  );
  const draw = useDayBars({
    bars,
    unit,
    fill: 'var(--data-8)',
    opacity: 0.6,
    limit: window.alarm,
    usual: window.expected,
  });
  return (
    <section>
      <h3>
        <FormattedMessage id="map.bursts.windowTitle" defaultMessage="Was there a burst?" />
      </h3>
      <Chart
        label={intl.formatMessage({
          id: 'map.bursts.windowChart',
          defaultMessage: 'Incidents in a moving window over the watched days, with what would be unusual',
        })}
        height={160}
        draw={draw}
        table={{
          title: (
            <FormattedMessage id="map.bursts.windowTable" defaultMessage="The fullest windows as a table" />
          ),
          columns: [
            intl.formatMessage({ id: 'map.emerging.periodColumn', defaultMessage: 'Period' }),
            intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
            'p',
          ],
          rows: window.fullest.map(({ first, last, incidents, p }) => [
            window.days === 1 ? day(last) : `${day(first)} – ${day(last)}`,
            intl.formatNumber(incidents),
            chance(p) ?? '–',
          ]),
          parts: window.fullest.map(({ row }) => String(row)),
        }}
        {...part}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.bursts.windowKey"
          defaultMessage="The bar of a day holds the {days, plural, one {day itself} other {# days up to it}}; the line is what is usual{known, select, true {, the dashed one what chance seldom reaches anywhere} other {}}; ▲ marks the fullest {found, plural, one {one} other {#, none with a day of another}}."
          values={{ days: window.days, known: String(window.alarm !== null), found: window.fullest.length }}
        />
      </p>
    </section>
  );
}
