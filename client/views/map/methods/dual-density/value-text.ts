import { useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';

type Measure = SummaryOf<'dual-density'>['measure'];

/** A value of the measure with what it is. */
export function useValueText(): (value: number, measure: Measure) => string {
  const intl = useIntl();
  return (value, measure) =>
    intl.formatMessage(
      {
        id: 'map.dual.value',
        defaultMessage: '{measure, select, ratio {{value} times} log {ln {value}} other {{value} per km²}}',
      },
      { measure, value: intl.formatNumber(value, { maximumSignificantDigits: 3 }) },
    );
}
