import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import type { WeekHours } from '../../../../map/emphasis.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';
import { readClockPart } from './clock-part.ts';
import { useWeekdayText } from './weekdays.ts';

type Summary = SummaryOf<'data-clock'>;

/** What the selected hour holds, and which incidents on the map that may have been. */
export function ClockCard({ run: { summary }, id }: CardProps<'data-clock'>) {
  const intl = useIntl();
  const percent = usePercentText();
  const weekday = useWeekdayText();
  const part = readClockPart(id);
  if (!summary || !part) return <Gone />;
  const { weight, all, even } = weightOf(summary, part);
  const times = all > 0 ? weight / all / even : null;
  return (
    <>
      <Verdict tone={times !== null && times > 1 ? 'hot' : undefined}>
        <FormattedMessage
          id="map.clock.verdict"
          defaultMessage="{part, select, both {{weekday} from {hour, number} to {next, number} o’clock} hour {Every day from {hour, number} to {next, number} o’clock} other {{weekday}}}: {weight} of {all} incidents, {share}."
          values={{
            part: part.hour === null ? 'weekday' : part.weekday === null ? 'hour' : 'both',
            weekday: weekday(part.weekday ?? 1),
            hour: part.hour ?? 0,
            next: ((part.hour ?? 0) + 1) % 24,
            weight: intl.formatNumber(weight, { maximumFractionDigits: 1 }),
            all: intl.formatNumber(all, { maximumFractionDigits: 0 }),
            share: percent(all > 0 ? weight / all : 0),
          }}
        />
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.clock.even', defaultMessage: 'Evenly spread it would be' }),
            percent(even),
          ],
          [
            intl.formatMessage({ id: 'map.clock.times', defaultMessage: 'Times as many' }),
            times === null ? null : intl.formatNumber(times, { maximumFractionDigits: 2 }),
          ],
        ]}
      />
      <OnMap />
    </>
  );
}

function OnMap() {
  const { scene } = useMapContext();
  if (!scene.emphasis) return null;
  const { sure } = scene.emphasis;
  const known = sure.reduce((sum, each) => sum + each, 0);
  return (
    <p className={panelStyles.quiet}>
      <FormattedMessage
        id="map.clock.onMap"
        defaultMessage="On the map, under the filter of now: {known, plural, one {# incident} other {# incidents}} that happened then (full dots){maybe, plural, =0 {} one {, # that may have (hollow): its time is known as a span only} other {, # that may have (hollow): their time is known as a span only}}. Without a position: not drawn."
        values={{ known, maybe: sure.length - known }}
      />
    </p>
  );
}

/** Incidents of the part, of how many, and the share an even spread would give it. */
export function weightOf(
  { weights, byHour, byWeekday, spread }: Summary,
  { weekday, hour }: WeekHours,
): { readonly weight: number; readonly all: number; readonly even: number } {
  if (hour === null) {
    const all = byWeekday.reduce((sum, each) => sum + each, 0);
    return { weight: byWeekday[(weekday ?? 1) - 1], all, even: 1 / 7 };
  }
  if (weekday === null) return { weight: byHour[hour], all: spread, even: 1 / 24 };
  return { weight: weights[(weekday - 1) * 24 + hour], all: spread, even: 1 / 168 };
}
