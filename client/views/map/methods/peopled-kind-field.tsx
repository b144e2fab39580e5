import { FormattedMessage, useIntl } from 'react-intl';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMapContext } from '../map-context.ts';
import { useAreaKindText } from './area-kind-text.ts';
import type { ParametersOf } from './form-fields.tsx';
import { peopledKinds } from './scan/peopled-kinds.ts';

type AreaKind = NonNullable<ParametersOf<'scan'>['areaKind']>;

interface PeopledKindProps {
  readonly value: AreaKind;
  readonly onChange: (kind: AreaKind) => void;
}

/** Only kinds whose areas have residents can answer; without any the reason stands here before the question is asked. */
export function PeopledKindField({ value, onChange }: PeopledKindProps) {
  const intl = useIntl();
  const { records } = useMapContext();
  const areaKind = useAreaKindText();
  const kinds = peopledKinds(records.areas ?? []);
  if (kinds.length === 0)
    return (
      <Notice tone="amber">
        <FormattedMessage
          id="map.scan.noPopulation"
          defaultMessage="No area here has a population. Import areas with one, or compare with something else."
        />
      </Notice>
    );
  return (
    <Select<AreaKind>
      label={intl.formatMessage({ id: 'map.scan.areaKind', defaultMessage: 'Areas' })}
      value={value}
      onChange={onChange}
      choices={[
        {
          id: 'auto',
          label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
          hint: intl.formatMessage({
            id: 'map.scan.areaKind.rule',
            defaultMessage: 'the kind with most areas that have a population',
          }),
        },
        ...kinds.map(({ kind, areas }) => ({
          id: kind,
          label: areaKind(kind),
          hint: intl.formatMessage(
            {
              id: 'map.scan.areaKind.count',
              defaultMessage: '{areas, plural, one {# area} other {# areas}} with a population',
            },
            { areas },
          ),
        })),
      ]}
    />
  );
}
