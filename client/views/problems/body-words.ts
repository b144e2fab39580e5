import { type IntlShape, type MessageDescriptor, useIntl } from 'react-intl';

/** What the fields of a part or an entry are called, and the words that stand for its codes. */
export interface BodyWords<Body> {
  title: MessageDescriptor;
  fields: Record<keyof Body, MessageDescriptor>;
  /** By code, for all fields together. */
  values?: Readonly<Record<string, MessageDescriptor>>;
}

/** The same, of whatever body: for the history and the choice between two versions. */
export interface AnyWords {
  title: MessageDescriptor;
  fields: Readonly<Record<string, MessageDescriptor>>;
  values?: Readonly<Record<string, MessageDescriptor>>;
  /** Names of accounts that stand in it by their ids. */
  names?: ReadonlyMap<string, string>;
}

/** What stands beside it in words is not told once more by its id. */
const BY_ID: readonly string[] = ['meetingId'];
export const isTold = (field: string): boolean => !BY_ID.includes(field);

/** A value of a field as a person would say it. */
export function valueText(
  intl: IntlShape,
  value: unknown,
  words?: Pick<AnyWords, 'values' | 'fields' | 'names'>,
): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'number') return intl.formatNumber(value);
  if (typeof value === 'boolean')
    return intl.formatMessage(
      { id: 'value.yes-no', defaultMessage: '{yes, select, yes {Yes} other {No}}' },
      { yes: value ? 'yes' : 'no' },
    );
  if (typeof value === 'string') return textOf(intl, value, words);
  if (Array.isArray(value))
    return value.length === 0 ? '–' : intl.formatList(value.map((one) => valueText(intl, one, words)));
  if (typeof value !== 'object') return '';
  if ('coordinates' in value)
    return intl.formatMessage({ id: 'value.shape', defaultMessage: 'A shape on the map' });
  return Object.entries(value)
    .map(([key, one]) => `${fieldText(intl, key, words)}: ${valueText(intl, one, words)}`)
    .join('; ');
}

export function fieldText(intl: IntlShape, field: string, words?: Pick<AnyWords, 'fields'>): string {
  return words && Object.hasOwn(words.fields, field) ? intl.formatMessage(words.fields[field]) : field;
}

function textOf(intl: IntlShape, text: string, words?: Pick<AnyWords, 'values' | 'names'>): string {
  const name = words?.names?.get(text);
  if (name !== undefined) return name;
  if (words?.values && Object.hasOwn(words.values, text)) return intl.formatMessage(words.values[text]);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:/.test(text)) return intl.formatDate(text, { dateStyle: 'medium' });
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? intl.formatDate(text, { dateStyle: 'medium', timeZone: 'UTC' })
    : text;
}

/** Codes with their words, as choices of a field. */
export function useChoices() {
  const intl = useIntl();
  return <Id extends string>(words: Record<Id, MessageDescriptor>): { id: Id; label: string }[] => {
    const described: Readonly<Record<string, MessageDescriptor>> = words;
    // The keys of such a record are its codes; Object.keys forgets it.
    return (Object.keys(words) as Id[]).map((id) => ({ id, label: intl.formatMessage(described[id]) }));
  };
}
