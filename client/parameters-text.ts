import type { IntlShape } from 'react-intl';
import { PARAMETER_NAMES } from './parameter-names.ts';

/** Names and values; long lists are in the data of the file. */
export function parametersText(intl: IntlShape, parameters: object): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => {
      const words = PARAMETER_NAMES[name];
      return `${words ? intl.formatMessage(words) : name} ${valueText(intl, value)}`;
    })
    .join(', ');
}

const MOST_LISTED = 6;

function valueText(intl: IntlShape, value: unknown): string {
  if (value === 'auto') return intl.formatMessage({ id: 'parameter.auto', defaultMessage: 'automatic' });
  if (value === true) return intl.formatMessage({ id: 'parameter.yes', defaultMessage: 'yes' });
  if (value === false) return intl.formatMessage({ id: 'parameter.no', defaultMessage: 'no' });
  if (typeof value === 'number')
    return intl.formatNumber(value, { maximumFractionDigits: 6, useGrouping: false });
  if (Array.isArray(value)) {
    const listed = value.slice(0, MOST_LISTED).map((each) => valueText(intl, each));
    return `${listed.join('; ')}${value.length > MOST_LISTED ? ' …' : ''}`;
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, each]) => `${name} ${valueText(intl, each)}`)
      .join(' ');
  return String(value);
}
