import { FormattedMessage } from 'react-intl';
import { startOfDay } from '../../../day.ts';
import { Button } from '../../../ui/button.tsx';
import { useMapContext } from '../map-context.ts';

interface ShowDaysProps {
  /** Midnights in UTC of the first day and of the day after the last: days of the calendar, no instants. */
  readonly start: number;
  readonly end: number;
  readonly timezone: string;
}

/** Narrows the map to these days of the place. */
export function ShowDays({ start, end, timezone }: ShowDaysProps) {
  const { change } = useMapContext();
  const instant = (day: number) => startOfDay(new Date(day).toISOString().slice(0, 10), timezone, 0);
  return (
    <Button onPress={() => change({ from: instant(start), to: instant(end) })}>
      <FormattedMessage id="map.trend.show" defaultMessage="Show only this time on the map" />
    </Button>
  );
}
