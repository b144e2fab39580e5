import { useIntl } from 'react-intl';
import type { Against } from '../../../api/runs.ts';
import { useFilterText } from '../filter-text.ts';

/** What incidents are compared with, in words that stand after "compared with". */
export function useAgainstText(): (against: Against) => string {
  const intl = useIntl();
  const filterText = useFilterText();
  return (against) =>
    against === 'all'
      ? intl.formatMessage({ id: 'map.against.text', defaultMessage: 'incidents of every category' })
      : filterText({ categories: [...against] });
}
