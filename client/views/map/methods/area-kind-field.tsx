import { useIntl } from 'react-intl';
import { Select } from '../../../ui/select.tsx';
import { useMapContext } from '../map-context.ts';
import { useAreaKindText } from './area-kind-text.ts';
import { kindsOfAreas } from './area-kinds.ts';
import type { ParametersOf } from './form-fields.tsx';

type AreaKind = NonNullable<ParametersOf<'location-quotient'>['areaKind']>;

interface AreaKindProps {
  readonly value: AreaKind;
  readonly onChange: (kind: AreaKind) => void;
}

/** The kind of area a method looks at, whoever lives there. */
export function AreaKindField({ value, onChange }: AreaKindProps) {
  const intl = useIntl();
  const { records } = useMapContext();
  const areaKind = useAreaKindText();
  const kinds = kindsOfAreas(records.areas ?? []);
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
            id: 'map.quotient.areaKind.rule',
            defaultMessage: 'the kind with most areas',
          }),
        },
        ...kinds.map(({ kind, areas }) => ({
          id: kind,
          label: areaKind(kind),
          hint: intl.formatMessage(
            {
              id: 'map.quotient.areaKind.count',
              defaultMessage: '{areas, plural, one {# area} other {# areas}}',
            },
            { areas },
          ),
        })),
      ]}
    />
  );
}
