import { FormattedMessage, useIntl } from 'react-intl';
import type { Against } from '../../../api/runs.ts';
import { Notice } from '../../../ui/notice.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useMapContext } from '../map-context.ts';
import { ChoiceList } from '../panels/choice-list.tsx';
import panelStyles from '../panels/panels.module.css';

export interface AgainstFieldProps {
  readonly value: Against;
  /** An empty list while no category is ticked: see `isComparable`. */
  readonly onChange: (against: Against) => void;
}

/** A list of categories needs one before the question can be asked. */
export const isComparable = (against: Against): boolean => against === 'all' || against.length > 0;

/** Which incidents those of the filter are compared with: all of every category, or those of chosen ones. */
export function AgainstField({ value, onChange }: AgainstFieldProps) {
  const intl = useIntl();
  const { records, incidents } = useMapContext();
  const { counts, totals } = incidents;
  return (
    <div className={panelStyles.stack}>
      <RadioGroup<'all' | 'categories'>
        label={intl.formatMessage({ id: 'map.against', defaultMessage: 'Compared with' })}
        value={value === 'all' ? 'all' : 'categories'}
        onChange={(id) => onChange(id === 'all' ? 'all' : [])}
        choices={[
          {
            id: 'all',
            label: intl.formatMessage({
              id: 'map.against.all',
              defaultMessage: 'Incidents of every category',
            }),
            hint: intl.formatMessage({
              id: 'map.against.all.hint',
              defaultMessage: 'in the same data sets, period and area',
            }),
          },
          {
            id: 'categories',
            label: intl.formatMessage({
              id: 'map.against.categories',
              defaultMessage: 'Incidents of the categories ticked here',
            }),
          },
        ]}
      />
      {value === 'all' ? (
        <EveryCategoryNotice />
      ) : (
        <ChoiceList
          title={intl.formatMessage({
            id: 'map.against.which',
            defaultMessage: 'Categories to compare with',
          })}
          choices={records.categories
            .filter(({ id }) => totals?.byCategory.has(id))
            .map(({ id, name }) => ({ id, name, count: counts?.byCategory.get(id) ?? 0 }))}
          chosen={value}
          onChange={onChange}
        />
      )}
    </div>
  );
}

/** Without a category in the filter the incidents would be compared with themselves. */
function EveryCategoryNotice() {
  const { filter } = useMapContext();
  if (filter.categories?.length) return null;
  return (
    <Notice tone="amber">
      <FormattedMessage
        id="map.against.noCategory"
        defaultMessage="No category is chosen in the filters: the incidents would be compared with themselves. Choose one there, or categories to compare with here."
      />
    </Notice>
  );
}
