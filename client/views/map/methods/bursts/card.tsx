import { FormattedMessage, useIntl } from 'react-intl';
import type { WatchedDay } from '../../../../map/results/bursts.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { GoneTime } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { ShowDays } from '../show-days.tsx';
import { Verdict } from '../verdict.tsx';
import { useCalendarDay } from './change-text.ts';
import { movingSums } from './moving-sums.ts';
import type { CusumPart, WindowPart } from './words.tsx';

/** What happened on this day, and what the sums made of it. */
export function DayCard({ run: { summary }, id }: CardProps<'bursts'>) {
  const intl = useIntl();
  const filledText = useFilledText();
  const { scene } = useMapContext();
  const days = dataOf(scene.result, 'bursts')?.days ?? [];
  const day = days.find((each) => each.id === id);
  if (!summary?.cusum || !summary.window || !summary.baseline || !day) return <GoneTime />;
  const { cusum, window, baseline } = summary;
  const round = (figure: number) => intl.formatNumber(figure, { maximumFractionDigits: 1 });
  const watched = days.filter((each) => each.watched);
  const filled = movingSums(watched, window.days).find((each) => each.id === id)?.incidents ?? null;
  return (
    <>
      <Why day={day} cusum={cusum} />
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.bursts.usualDay', defaultMessage: 'Usual a day' }),
            round(baseline.mean),
          ],
          [
            intl.formatMessage({ id: 'map.bursts.sum', defaultMessage: 'Sum beyond the usual' }),
            day.sum === null
              ? null
              : intl.formatMessage(
                  { id: 'map.bursts.sumOf', defaultMessage: '{sum} of {limit}' },
                  { sum: round(day.sum), limit: round(cusum.limit) },
                ),
          ],
          [
            intl.formatMessage(
              {
                id: 'map.bursts.upTo',
                defaultMessage: 'In {days, plural, one {the day} other {the # days up to it}}',
              },
              { days: window.days },
            ),
            filled === null ? null : filledText(window, filled),
          ],
        ]}
      />
      <ShowDays start={shownFrom(day, window)} end={day.start + DAY} timezone={summary.timezone} />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.bursts.card.note"
          defaultMessage="An alarm says that the sum of many days is more than chance gives, not that this day is special."
        />
      </p>
    </>
  );
}

const DAY = 86_400_000;

/** The window, where it is a full one; else the day. */
const shownFrom = (day: WatchedDay, window: WindowPart): number =>
  window.fullest.some(({ row }) => String(row) === day.id) ? day.start - (window.days - 1) * DAY : day.start;

function Why({ day, cusum }: { day: WatchedDay; cusum: CusumPart }) {
  const date = useCalendarDay();
  const intl = useIntl();
  const alarm = cusum.listed.find(({ row }) => String(row) === day.id);
  return (
    <Verdict tone={day.alarm ? 'hot' : undefined}>
      <FormattedMessage
        id="map.bursts.verdict"
        defaultMessage="{day}: {known, select, true {{incidents, plural, one {# incident} other {# incidents}}} other {no data}}.{alarm, select, true { Alarm: since {since} there were {sum, number} where {expected} are usual.} other {}}{crowded, select, true { It lies in an unusually full window.} other {}}"
        values={{
          day: date(day.start),
          known: String(day.incidents !== null),
          incidents: day.incidents ?? 0,
          alarm: String(alarm !== undefined),
          since: alarm ? date(alarm.since) : '',
          sum: alarm?.incidents ?? 0,
          expected: intl.formatNumber(alarm?.expected ?? 0, { maximumFractionDigits: 1 }),
          crowded: String(day.crowded),
        }}
      />
    </Verdict>
  );
}

function useFilledText(): (window: WindowPart, incidents: number) => string {
  const intl = useIntl();
  return (window, incidents) =>
    intl.formatMessage(
      {
        id: 'map.bursts.filled',
        defaultMessage:
          '{incidents, number}, {expected} usual{alarm, select, none {} other {, unusual from {alarm} on}}',
      },
      {
        incidents,
        expected: intl.formatNumber(window.expected, { maximumFractionDigits: 1 }),
        alarm: window.alarm === null ? 'none' : intl.formatNumber(window.alarm),
      },
    );
}
