import { FormattedMessage, useIntl } from 'react-intl';
import type { Against } from '../../../api/runs.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useMapContext } from '../map-context.ts';
import { ChoiceList } from '../panels/choice-list.tsx';
import panelStyles from '../panels/panels.module.css';

export interface AgainstFieldProps {
  readonly value: Against;
  /** An empty list while no category is ticked: see `useIsComparable`. */
  readonly onChange: (against: Against) => void;
}

/** Whether there is anything to compare with: categories are ticked here, or every category is more than the filter holds. */
export function useIsComparable(): (against: Against) => boolean {
  const { filter } = useMapContext();
  return (against) => (against === 'all' ? isNarrowed(filter.categories) : against.length > 0);
}

const isNarrowed = (categories: readonly number[] | undefined): boolean => (categories?.length ?? 0) > 0;

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
        <EveryCategoryNotice onChoose={() => onChange([])} />
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
      {value.length === 0 ? (
        <p className={panelStyles.quiet}>
          <FormattedMessage
            id="map.against.tick"
            defaultMessage="The question can be asked once a category is ticked."
          />
        </p>
      ) : null}
    </div>
  );
}

/** Without a category in the filter the incidents would be compared with themselves. */
function EveryCategoryNotice({ onChoose }: { onChoose: () => void }) {
  const { filter, change } = useMapContext();
  if (isNarrowed(filter.categories)) return null;
  return (
    <Notice tone="amber">
      <div className={panelStyles.stack}>
        <FormattedMessage
          id="map.against.noCategory"
          defaultMessage="No category is chosen in the filters: the incidents would be compared with themselves. Choose in the filters what it is about, or here what to compare with."
        />
        <div className={panelStyles.row}>
          <Button size="small" onPress={() => change({ panel: 'filters' })}>
            <FormattedMessage id="map.against.openFilters" defaultMessage="Open the filters" />
          </Button>
          <Button size="small" onPress={onChoose}>
            <FormattedMessage id="map.against.choose" defaultMessage="Tick categories here" />
          </Button>
        </div>
      </div>
    </Notice>
  );
}
