import { FormattedMessage, useIntl } from 'react-intl';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';
import { useSelectedPart } from '../selected-part.ts';
import { useCalendarDay } from './change-text.ts';
import type { CusumPart } from './words.tsx';

export function AlarmTable({ cusum: { alarms, listed } }: { cusum: CusumPart }) {
  const intl = useIntl();
  const day = useCalendarDay();
  const { selected, onSelect } = useSelectedPart();
  if (listed.length === 0) return null;
  const label = intl.formatMessage(
    { id: 'map.bursts.alarmTable', defaultMessage: '{alarms, plural, one {# alarm} other {# alarms}}' },
    { alarms },
  );
  return (
    <section className={panelStyles.section}>
      <h3>{label}</h3>
      <FigureTable
        label={label}
        columns={[
          intl.formatMessage({ id: 'map.bursts.alarmDay', defaultMessage: 'Alarm' }),
          intl.formatMessage({ id: 'map.bursts.since', defaultMessage: 'Climbing since' }),
          intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
          intl.formatMessage({ id: 'map.bursts.usual', defaultMessage: 'Usual' }),
        ]}
        rows={listed.map((alarm) => ({
          id: String(alarm.row),
          name: day(alarm.day),
          figures: [
            { text: day(alarm.since) },
            { text: intl.formatNumber(alarm.incidents) },
            { text: intl.formatNumber(alarm.expected, { maximumFractionDigits: 1 }) },
          ],
          isSelected: selected === String(alarm.row),
          onPress: () => onSelect(String(alarm.row)),
        }))}
      />
      {alarms > listed.length ? (
        <p className={panelStyles.quiet}>
          <FormattedMessage
            id="map.bursts.alarmsListed"
            defaultMessage="The first {listed, number} are listed; all are in the CSV."
            values={{ listed: listed.length }}
          />
        </p>
      ) : null}
    </section>
  );
}
