import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RunRequest } from '../../../api/runs.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import styles from './panels.module.css';
import { RunButton } from './run-button.tsx';

type Parameters<Name extends RunRequest['method']> = NonNullable<
  Extract<RunRequest, { method: Name }>['parameters']
>;

/** Automatic, or metres chosen by hand. */
function CellField({
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

function Metres({ label, value, least, onChange }: MetresProps) {
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

const DENSITY: Required<Parameters<'kernel-density'>> = {
  kernel: 'quartic',
  cell: 'auto',
  bandwidth: 'arcgis',
};

export function DensityForm() {
  const intl = useIntl();
  const [values, setValues] = useState(DENSITY);
  const set = (change: Partial<typeof DENSITY>) => setValues({ ...values, ...change });
  const { bandwidth, cell, kernel } = values;
  return (
    <div className={styles.stack}>
      <Select
        label={intl.formatMessage({
          id: 'map.form.bandwidth',
          defaultMessage: 'Search distance (bandwidth)',
        })}
        value={typeof bandwidth === 'number' ? 'metres' : bandwidth}
        onChange={(id) => set({ bandwidth: id === 'metres' ? 500 : id })}
        choices={[
          {
            id: 'nrd',
            label: intl.formatMessage({ id: 'map.form.bandwidth.nrd', defaultMessage: 'From the data' }),
            hint: intl.formatMessage({
              id: 'map.form.bandwidth.nrd.hint',
              defaultMessage: 'normal reference rule (Scott 1992)',
            }),
          },
          {
            id: 'arcgis',
            label: intl.formatMessage({ id: 'map.form.bandwidth.arcgis', defaultMessage: 'As ArcGIS does' }),
            hint: intl.formatMessage({
              id: 'map.form.bandwidth.arcgis.hint',
              defaultMessage: 'median distance rule, to compare with older maps',
            }),
          },
          {
            id: 'metres',
            label: intl.formatMessage({ id: 'map.form.bandwidth.metres', defaultMessage: 'In metres' }),
          },
        ]}
      />
      {typeof bandwidth === 'number' ? (
        <Metres
          label={intl.formatMessage({ id: 'map.form.bandwidth.length', defaultMessage: 'Distance, metres' })}
          value={bandwidth}
          least={1}
          onChange={(metres) => set({ bandwidth: metres })}
        />
      ) : null}
      <details className={styles.details}>
        <summary>
          <FormattedMessage id="map.form.more" defaultMessage="More settings" />
        </summary>
        <div className={styles.stack}>
          <CellField value={cell ?? 'auto'} onChange={(next) => set({ cell: next })} />
          <Select
            label={intl.formatMessage({ id: 'map.form.kernel', defaultMessage: 'Kernel' })}
            value={kernel}
            onChange={(next) => set({ kernel: next })}
            choices={(['quartic', 'epanechnikov', 'triweight', 'triangular', 'uniform'] as const).map(
              (id) => ({
                id,
                label: intl.formatMessage(
                  {
                    id: 'map.form.kernel.name',
                    defaultMessage:
                      '{kernel, select, quartic {Quartic} epanechnikov {Epanechnikov} triweight {Triweight} triangular {Triangular} other {Uniform}}',
                  },
                  { kernel: id },
                ),
              }),
            )}
          />
        </div>
      </details>
      <RunButton request={{ method: 'kernel-density', parameters: values }} />
    </div>
  );
}

const HOTSPOTS: Required<Parameters<'local-gi-star'>> = {
  cell: 'auto',
  shape: 'square',
  level: 0.05,
  correction: 'fdr',
  includeSelf: true,
};

export function HotspotForm() {
  const intl = useIntl();
  const [values, setValues] = useState(HOTSPOTS);
  const set = (change: Partial<typeof HOTSPOTS>) => setValues({ ...values, ...change });
  return (
    <div className={styles.stack}>
      <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
      <details className={styles.details}>
        <summary>
          <FormattedMessage id="map.form.more" defaultMessage="More settings" />
        </summary>
        <div className={styles.stack}>
          <Select
            label={intl.formatMessage({ id: 'map.form.shape', defaultMessage: 'Shape of the cells' })}
            value={values.shape}
            onChange={(shape) => set({ shape })}
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
          <Select
            label={intl.formatMessage({
              id: 'map.form.level',
              defaultMessage: 'Accepted chance of a false alarm',
            })}
            value={String(values.level)}
            onChange={(level) => set({ level: Number(level) })}
            choices={[0.1, 0.05, 0.01].map((level) => ({
              id: String(level),
              label: intl.formatNumber(level, { style: 'percent' }),
            }))}
          />
          <Switch
            isSelected={values.correction === 'fdr'}
            onChange={(on) => set({ correction: on ? 'fdr' : 'none' })}
          >
            <FormattedMessage
              id="map.form.fdr"
              defaultMessage="Correct for the many cells (false discovery rate)"
            />
          </Switch>
          <Switch isSelected={values.includeSelf} onChange={(includeSelf) => set({ includeSelf })}>
            <FormattedMessage id="map.form.self" defaultMessage="Count the cell itself (Gi*)" />
          </Switch>
        </div>
      </details>
      <RunButton request={{ method: 'local-gi-star', parameters: values }} />
    </div>
  );
}
