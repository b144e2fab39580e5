import { useIntl } from 'react-intl';

/** Where a text goes that is a document of its own. */
export function useInsteadOfLongText(): string {
  return useIntl().formatMessage({
    id: 'problem.instead-of-long-text',
    defaultMessage:
      'A whole report goes as a PDF under “Photos and documents”, and here stands what it comes to.',
  });
}
