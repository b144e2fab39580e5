import type { IntlShape } from 'react-intl';
import { assetKindText } from './asset-kinds.ts';
import { PARAMETER_NAMES } from './parameter-names.ts';
import { PARAMETER_VALUES } from './parameter-values.ts';

/** Names and values; long lists are in the data of the file. */
export function parametersText(intl: IntlShape, parameters: object): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${nameText(intl, name)} ${valueText(intl, value, KINDS.includes(name))}`)
    .join(', ');
}

function nameText(intl: IntlShape, name: string): string {
  const words = PARAMETER_NAMES[name];
  return words ? intl.formatMessage(words) : name;
}

/** Parameters that hold kinds of assets, some of which a place has made up for itself. */
const KINDS: readonly string[] = ['kinds', 'kind', 'assetKinds'];

const MOST_LISTED = 6;

function valueText(intl: IntlShape, value: unknown, isKind = false): string {
  if (value === 'auto') return intl.formatMessage({ id: 'parameter.auto', defaultMessage: 'automatic' });
  if (value === true) return intl.formatMessage({ id: 'parameter.yes', defaultMessage: 'yes' });
  if (value === false) return intl.formatMessage({ id: 'parameter.no', defaultMessage: 'no' });
  if (typeof value === 'number')
    return intl.formatNumber(value, { maximumFractionDigits: 6, useGrouping: false });
  if (Array.isArray(value)) {
    const listed = value.slice(0, MOST_LISTED).map((each) => valueText(intl, each, isKind));
    return `${listed.join('; ')}${value.length > MOST_LISTED ? ' …' : ''}`;
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, each]) => `${nameText(intl, name)} ${valueText(intl, each, KINDS.includes(name))}`)
      .join(' ');
  return isKind ? assetKindText(intl, String(value)) : codeText(intl, String(value));
}

function codeText(intl: IntlShape, code: string): string {
  if (Object.hasOwn(PARAMETER_VALUES, code)) return intl.formatMessage(PARAMETER_VALUES[code]);
  return TIME_ZONE.test(code) ? code.replaceAll('_', ' ') : code;
}

const TIME_ZONE = /^[A-Z]\w+\/[A-Z]/;
