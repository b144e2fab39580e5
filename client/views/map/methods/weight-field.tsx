import { Link } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from '../panels/panels.module.css';

export type Weight = 'count' | 'harm';

/** One each, or as the adopted table weighs them; without a table, where to adopt one. */
export function WeightField({ value, onChange }: { value: Weight; onChange: (weight: Weight) => void }) {
  const intl = useIntl();
  const { records } = useMapContext();
  const table = records.workspace?.harmTable ?? '';
  const weighed = records.categories.some(({ harmWeight }) => harmWeight !== null);
  if (table === '' || !weighed)
    return (
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.weight.none"
          defaultMessage="Every incident counts as one. To weigh them by harm, adopt a table under <link>Data, Categories</link>."
          values={{ link: (text) => <Link href="/data?tab=categories">{text}</Link> }}
        />
      </p>
    );
  return (
    <RadioGroup<Weight>
      label={intl.formatMessage({ id: 'map.weight', defaultMessage: 'Each incident counts' })}
      value={value}
      onChange={onChange}
      choices={[
        {
          id: 'count',
          label: intl.formatMessage({ id: 'map.weight.count', defaultMessage: 'As one' }),
        },
        {
          id: 'harm',
          label: intl.formatMessage({ id: 'map.weight.harm', defaultMessage: 'By its harm' }),
          hint: intl.formatMessage(
            { id: 'map.weight.harm.hint', defaultMessage: 'table: {table}; counts stand beside it' },
            { table },
          ),
        },
      ]}
    />
  );
}
