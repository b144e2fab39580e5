import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';
import { clockPart } from './clock-part.ts';
import { HourChart } from './hour-chart.tsx';
import { UnknownBar } from './unknown-bar.tsx';
import { useWeekdayText } from './weekdays.ts';

type Summary = SummaryOf<'data-clock'>;

export function ClockAnswer({ run: { summary } }: { run: RunOf<'data-clock'> }) {
  if (!summary) return null;
  return (
    <>
      {summary.tooFew || summary.spread === 0 ? null : (
        <>
          <Words summary={summary} />
          <HourChart byHour={summary.byHour} />
          <Clock summary={summary} />
        </>
      )}
      <UnknownBar summary={summary} />
    </>
  );
}

function Words({ summary: { peaks, spread } }: { summary: Summary }) {
  const weekday = useWeekdayText();
  const percent = usePercentText();
  const [peak] = peaks;
  if (!peak) return null;
  return (
    <p>
      <FormattedMessage
        id="map.clock.words"
        defaultMessage="The busiest hour of the week is {weekday} from {hour, number} to {next, number} o’clock, with {share} of {spread, number} incidents; evenly spread it would be 0.6%."
        values={{
          weekday: weekday(peak.weekday),
          hour: peak.hour,
          next: (peak.hour + 1) % 24,
          share: percent(peak.share),
          spread,
        }}
      />
    </p>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Hours run downward: 24 rows by 7 columns fit a panel with readable figures. Each can be chosen. */
function Clock({ summary: { weights, byHour, byWeekday } }: { summary: Summary }) {
  const intl = useIntl();
  const weekday = useWeekdayText();
  const { selected, onSelect } = useSelectedPart();
  const pressable = (weekday: number | null, hour: number | null) => {
    const part = clockPart({ weekday, hour });
    return { onPress: () => onSelect(part), isSelected: part === selected };
  };
  const most = Math.max(...weights);
  const round = (weight: number) => intl.formatNumber(weight, { maximumFractionDigits: most < 10 ? 1 : 0 });
  const sum = intl.formatMessage({ id: 'map.clock.sum', defaultMessage: 'Sum' });
  return (
    <section className={panelStyles.section}>
      <h3>
        <FormattedMessage id="map.clock.title" defaultMessage="Incidents by hour and weekday" />
      </h3>
      <FigureTable
        label={intl.formatMessage({
          id: 'map.clock.label',
          defaultMessage: 'Incidents by hour of the day and weekday',
        })}
        dense
        columns={[
          intl.formatMessage({ id: 'map.clock.hour', defaultMessage: 'Hour' }),
          ...WEEKDAYS.map((day) => weekday(day, 'short')),
          sum,
        ]}
        rows={[
          ...HOURS.map((hour) => ({
            id: String(hour),
            name: `${String(hour).padStart(2, '0')}–${String((hour + 1) % 24).padStart(2, '0')}`,
            figures: [
              ...WEEKDAYS.map((day) => {
                const weight = weights[(day - 1) * 24 + hour];
                return {
                  text: round(weight),
                  shade: most > 0 ? weight / most : null,
                  ...pressable(day, hour),
                };
              }),
              { text: round(byHour[hour]), ...pressable(null, hour) },
            ],
          })),
          {
            id: 'sum',
            name: sum,
            figures: [
              ...byWeekday.map((weight, i) => ({ text: round(weight), ...pressable(i + 1, null) })),
              { text: round(byWeekday.reduce((all, weight) => all + weight, 0)) },
            ],
          },
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.clock.dateOnly"
          defaultMessage="The sums of the weekdays hold incidents of which only the date is known, too."
        />
      </p>
    </section>
  );
}
