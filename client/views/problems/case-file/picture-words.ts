import type { IntlShape } from 'react-intl';

/** How a map on paper writes a length, and the letter of north. */
export function pictureWords(intl: IntlShape) {
  return {
    metres: (length: number) =>
      length >= 1000
        ? intl.formatNumber(length / 1000, { style: 'unit', unit: 'kilometer' })
        : intl.formatNumber(length, { style: 'unit', unit: 'meter' }),
    north: intl.formatMessage({ id: 'case-file.north', defaultMessage: 'N' }),
  };
}
