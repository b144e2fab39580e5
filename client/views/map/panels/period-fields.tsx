import { FormattedMessage, useIntl } from 'react-intl';
import { localMidnight, zoneOffset } from '../../../map/time-bins.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useMapContext } from '../map-context.ts';
import { instantOf, minuteOf } from '../use-incidents.ts';
import styles from './choice-list.module.css';
import panelStyles from './panels.module.css';

const DAY = 1440;
const LAST_DAYS = [90, 365];

/** The period by dates, both ends in; midnight is that of the area. */
export function PeriodFields() {
  const intl = useIntl();
  const { search, change, incidents } = useMapContext();
  const { timezone, totals } = incidents;
  const from = minuteOf(search.from);
  const to = minuteOf(search.to);
  const setDays = (first: number | null, last: number | null) =>
    change({
      from: first === null ? undefined : instantOf(localMidnight(first, timezone)),
      to: last === null ? undefined : instantOf(localMidnight(last + 1, timezone)),
    });
  const firstDay = from === undefined ? null : dayOf(from, timezone);
  const lastDay = to === undefined ? null : dayOf(to - 1, timezone);
  const end = totals?.period ? dayOf(totals.period.to, timezone) : null;
  return (
    <section className={panelStyles.section}>
      <h3>
        <FormattedMessage id="map.filters.period" defaultMessage="Period" />
      </h3>
      <div className={styles.dates}>
        <TextField
          label={intl.formatMessage({ id: 'map.filters.from', defaultMessage: 'From' })}
          type="date"
          value={dateText(firstDay)}
          onChange={(text) => setDays(dayOfText(text), lastDay)}
        />
        <TextField
          label={intl.formatMessage({ id: 'map.filters.to', defaultMessage: 'To' })}
          type="date"
          value={dateText(lastDay)}
          onChange={(text) => setDays(firstDay, dayOfText(text))}
        />
      </div>
      {end === null ? null : (
        <div className={panelStyles.row}>
          {LAST_DAYS.map((days) => (
            <Button key={days} size="small" onPress={() => setDays(end - days + 1, end)}>
              <FormattedMessage
                id="map.filters.lastDays"
                defaultMessage="Last {days, number} days of data"
                values={{ days }}
              />
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** Days since 1970 in the zone of the area. */
const dayOf = (minute: number, timezone: string): number =>
  Math.floor((minute + zoneOffset(minute, timezone)) / DAY);

const dateText = (day: number | null): string =>
  day === null ? '' : new Date(day * DAY * 60_000).toISOString().slice(0, 10);

/** Years are typed digit by digit: what is not a plausible date yet is no date. */
function dayOfText(text: string): number | null {
  const time = Date.parse(`${text}T00:00Z`);
  return Number.isNaN(time) || text < '1900' ? null : time / 60_000 / DAY;
}
