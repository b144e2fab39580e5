import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** Languages people here may speak; the one that is chosen is always among them. */
const KNOWN = [
  'en',
  'fr',
  'es',
  'pt',
  'ar',
  'sw',
  'rw',
  'so',
  'am',
  'ha',
  'fa',
  'ps',
  'ur',
  'bn',
  'si',
  'ta',
  'uk',
  'ru',
];

/** As choices of a field, by their names in the language of the page. */
export function useLanguages(chosen: string): { id: string; label: string }[] {
  const intl = useIntl();
  return useMemo(
    () =>
      [...new Set([chosen, ...KNOWN])]
        .map((id) => ({ id, label: intl.formatDisplayName(id, { type: 'language' }) ?? id }))
        .sort((a, b) => a.label.localeCompare(b.label, intl.locale)),
    [intl, chosen],
  );
}
