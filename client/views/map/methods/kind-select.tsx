import { useIntl } from 'react-intl';
import { useAreaKindText } from '../../../area-kind-text.ts';
import { Select } from '../../../ui/select.tsx';
import type { ParametersOf } from './form-fields.tsx';

export type AreaKind = NonNullable<ParametersOf<'location-quotient'>['areaKind']>;

export interface AreaKindProps {
  readonly value: AreaKind;
  readonly onChange: (kind: AreaKind) => void;
}

interface KindSelectProps extends AreaKindProps {
  readonly kinds: readonly { readonly kind: Exclude<AreaKind, 'auto'>; readonly areas: number }[];
  /** How the automatic choice is made. */
  readonly rule: string;
  readonly countText: (areas: number) => string;
}

/** One kind of area, or the one that the data suggest. */
export function KindSelect({ value, kinds, rule, countText, onChange }: KindSelectProps) {
  const intl = useIntl();
  const areaKind = useAreaKindText();
  return (
    <Select<AreaKind>
      label={intl.formatMessage({ id: 'map.scan.areaKind', defaultMessage: 'Areas' })}
      value={value}
      onChange={onChange}
      choices={[
        {
          id: 'auto',
          label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
          hint: rule,
        },
        ...kinds.map(({ kind, areas }) => ({ id: kind, label: areaKind(kind), hint: countText(areas) })),
      ]}
    />
  );
}
