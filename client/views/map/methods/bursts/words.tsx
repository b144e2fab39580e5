import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText, useExpectedText } from '../figures.ts';
import { useCalendarDay, useChangeText } from './change-text.ts';

type Summary = SummaryOf<'bursts'>;
export type CusumPart = NonNullable<Summary['cusum']>;
export type WindowPart = NonNullable<Summary['window']>;

interface WordsProps {
  readonly cusum: CusumPart;
  readonly window: WindowPart;
  readonly mean: number;
  readonly falseAlarmDays: number;
}

export function BurstsWords({ cusum, window, mean, falseAlarmDays }: WordsProps) {
  return (
    <div className={panelStyles.stack}>
      <Crept cusum={cusum} mean={mean} falseAlarmDays={falseAlarmDays} />
      <Fullest window={window} />
      <Check check={cusum.check} />
    </div>
  );
}

function Crept({ cusum, mean, falseAlarmDays }: Omit<WordsProps, 'window'>) {
  const intl = useIntl();
  const day = useCalendarDay();
  const change = useChangeText();
  const expectedText = useExpectedText();
  const [first] = cusum.listed;
  const values = {
    change: change(cusum.ratio),
    mean: intl.formatNumber(mean, { maximumSignificantDigits: 3 }),
    years: intl.formatNumber(falseAlarmDays / 365, { maximumFractionDigits: 1 }),
    budget: falseAlarmDays,
    delay: Math.max(1, Math.round(cusum.delay)),
    up: String(cusum.ratio > 1),
  };
  if (!first)
    return (
      <p>
        <FormattedMessage
          id="map.bursts.quiet"
          defaultMessage="No alarm: against {mean} a day before, nothing tells that there are {change} now. Such a change would have shown after about {delay, plural, one {# day} other {# days}}."
          values={values}
        />
      </p>
    );
  return (
    <p>
      <FormattedMessage
        id="map.bursts.alarms"
        defaultMessage="{alarms, plural, one {One alarm} other {# alarms}} that there {up, select, true {are more} other {are fewer}} than the {mean} a day before; by chance one is allowed in {budget, number} days. The first is of {day}: since {since} there were {incidents, number} where {expected} are usual."
        values={{
          ...values,
          alarms: cusum.alarms,
          day: day(first.day),
          since: day(first.since),
          incidents: first.incidents,
          expected: expectedText(first.expected),
        }}
      />
    </p>
  );
}

function Fullest({ window }: { window: WindowPart }) {
  const day = useCalendarDay();
  const chance = useChanceText();
  const expectedText = useExpectedText();
  const [fullest] = window.fullest;
  if (!fullest) return null;
  const unusual = window.alarm !== null && fullest.incidents >= window.alarm;
  return (
    <p>
      <FormattedMessage
        id="map.bursts.fullest"
        defaultMessage="The fullest {days, plural, one {day} other {# days}}, {first, select, none {} other {{first} – }}{last}, had {incidents, number} incidents where {expected} are usual; {verdict, select, unusual {that is more than chance gives anywhere in the watched time (p {p})} usual {chance gives as many in some such window (p {p})} other {there are too many to tell whether that is unusual: choose a category, a place or a shorter window}}."
        values={{
          days: window.days,
          first: window.days === 1 ? 'none' : day(fullest.first),
          last: day(fullest.last),
          incidents: fullest.incidents,
          expected: expectedText(window.expected),
          verdict: window.alarm === null ? 'unknown' : unusual ? 'unusual' : 'usual',
          p: chance(fullest.p) ?? '',
        }}
      />
    </p>
  );
}

/** The budget holds for chance alone: what it came to in the baseline says how far that is from the truth. */
function Check({ check: { alarms, expected } }: { check: CusumPart['check'] }) {
  const intl = useIntl();
  return (
    <p className={panelStyles.quiet}>
      <FormattedMessage
        id="map.bursts.check"
        defaultMessage="In the baseline itself the same rule would have raised {alarms, plural, =0 {no alarm} one {one alarm} other {# alarms}}; the budget allows about {expected}.{often, select, true { Days here differ by more than chance, so take single alarms lightly.} other {}}"
        values={{
          alarms,
          expected: intl.formatNumber(expected, { maximumFractionDigits: 1 }),
          often: String(alarms > Math.max(1, 2 * expected)),
        }}
      />
    </p>
  );
}
