import { useIntl } from 'react-intl';
import type { MethodId, RunRequest } from '../../../api/runs.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';

/** The parameters of a method as they are sent. */
export type ParametersOf<Name extends MethodId> = NonNullable<
  Extract<RunRequest, { method: Name }>['parameters']
>;

/** Automatic, or metres chosen by hand. */
export function CellField({
  value,
  onChange,
}: {
  value: number | 'auto';
  onChange: (cell: number | 'auto') => void;
}) {
  const intl = useIntl();
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'map.form.cell', defaultMessage: 'Cell size' })}
        value={value === 'auto' ? 'auto' : 'metres'}
        onChange={(id) => onChange(id === 'auto' ? 'auto' : 200)}
        choices={[
          {
            id: 'auto',
            label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
            hint: intl.formatMessage({
              id: 'map.form.cell.auto.hint',
              defaultMessage: 'short side of the area / 50, rounded',
            }),
          },
          {
            id: 'metres',
            label: intl.formatMessage({ id: 'map.form.cell.metres', defaultMessage: 'In metres' }),
          },
        ]}
      />
      {value === 'auto' ? null : (
        <Metres
          label={intl.formatMessage({ id: 'map.form.cell.length', defaultMessage: 'Side of a cell, metres' })}
          value={value}
          least={5}
          onChange={onChange}
        />
      )}
    </>
  );
}

interface MetresProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly onChange: (metres: number) => void;
}

export function Metres({ label, value, least, onChange }: MetresProps) {
  return (
    <NumberField
      label={label}
      value={value}
      minValue={least}
      maxValue={100_000}
      onChange={(next) => Number.isFinite(next) && onChange(next)}
    />
  );
}
