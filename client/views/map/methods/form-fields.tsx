import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MethodId, RunRequest } from '../../../api/runs.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import panelStyles from '../panels/panels.module.css';

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

/** What few people change stands behind this. */
export function MoreSettings({ children }: { children: ReactNode }) {
  return (
    <details className={panelStyles.details}>
      <summary>
        <FormattedMessage id="map.form.more" defaultMessage="More settings" />
      </summary>
      <div className={panelStyles.stack}>{children}</div>
    </details>
  );
}

type Shape = 'square' | 'hexagon';

export function ShapeField({ value, onChange }: { value: Shape; onChange: (shape: Shape) => void }) {
  const intl = useIntl();
  return (
    <Select
      label={intl.formatMessage({ id: 'map.form.shape', defaultMessage: 'Shape of the cells' })}
      value={value}
      onChange={onChange}
      choices={[
        {
          id: 'square',
          label: intl.formatMessage({ id: 'map.form.shape.square', defaultMessage: 'Squares' }),
        },
        {
          id: 'hexagon',
          label: intl.formatMessage({ id: 'map.form.shape.hexagon', defaultMessage: 'Hexagons' }),
        },
      ]}
    />
  );
}

export function LevelField({ value, onChange }: { value: number; onChange: (level: number) => void }) {
  const intl = useIntl();
  return (
    <Select
      label={intl.formatMessage({
        id: 'map.form.level',
        defaultMessage: 'Accepted chance of a false alarm',
      })}
      value={String(value)}
      onChange={(level) => onChange(Number(level))}
      choices={[0.1, 0.05, 0.01].map((level) => ({
        id: String(level),
        label: intl.formatNumber(level, { style: 'percent' }),
      }))}
    />
  );
}

type Correction = 'fdr' | 'none';

/** What a method compares many of. */
export type Compared = 'cells' | 'rings' | 'areas' | 'factors';

interface CorrectionProps {
  readonly value: Correction;
  readonly of?: Compared;
  readonly onChange: (correction: Correction) => void;
}

export function CorrectionField({ value, of = 'cells', onChange }: CorrectionProps) {
  return (
    <Switch isSelected={value === 'fdr'} onChange={(on) => onChange(on ? 'fdr' : 'none')}>
      <FormattedMessage
        id="map.form.fdr"
        defaultMessage="Correct for the many {of, select, rings {rings} areas {areas} factors {factors} other {cells}} (false discovery rate)"
        values={{ of }}
      />
    </Switch>
  );
}

interface PermutationsProps {
  readonly value: number;
  readonly choices: readonly number[];
  readonly onChange: (count: number) => void;
}

export function PermutationsField({ value, choices, onChange }: PermutationsProps) {
  const intl = useIntl();
  return (
    <Select
      label={intl.formatMessage({
        id: 'map.form.permutations',
        defaultMessage: 'How often chance is tried (permutations)',
      })}
      value={String(value)}
      onChange={(count) => onChange(Number(count))}
      choices={choices.map((count) => ({ id: String(count), label: intl.formatNumber(count) }))}
    />
  );
}

interface AutoProps {
  readonly label: string;
  readonly value: number | 'auto';
  /** What it starts at when it is chosen by hand. */
  readonly start: number;
  readonly least: number;
  readonly most: number;
  /** How the automatic choice is made. */
  readonly rule: string;
  readonly onChange: (value: number | 'auto') => void;
}

/** A number that the data decide, or that is chosen by hand. */
export function AutoField({ label, value, start, least, most, rule, onChange }: AutoProps) {
  const intl = useIntl();
  return (
    <>
      <Select
        label={label}
        value={value === 'auto' ? 'auto' : 'chosen'}
        onChange={(id) => onChange(id === 'auto' ? 'auto' : start)}
        choices={[
          {
            id: 'auto',
            label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
            hint: rule,
          },
          {
            id: 'chosen',
            label: intl.formatMessage({ id: 'map.form.chosen', defaultMessage: 'By hand' }),
          },
        ]}
      />
      {value === 'auto' ? null : (
        <NumberField
          label={label}
          value={value}
          minValue={least}
          maxValue={most}
          onChange={(next) => Number.isFinite(next) && onChange(next)}
        />
      )}
    </>
  );
}
