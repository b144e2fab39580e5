import { useState } from 'react';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import {
  CellField,
  CorrectionField,
  LevelField,
  MoreSettings,
  type ParametersOf,
  PermutationsField,
  ShapeField,
} from '../form-fields.tsx';

const STANDARD = {
  cell: 'auto',
  shape: 'square',
  level: 0.05,
  correction: 'fdr',
  permutations: 9999,
  seed: 1,
} as const satisfies ParametersOf<'local-moran'>;

export function MoranForm() {
  const [values, setValues] = useState<Required<ParametersOf<'local-moran'>>>(STANDARD);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const { cell, shape, level, correction, permutations } = values;
  return (
    <div className={panelStyles.stack}>
      <CellField value={cell ?? 'auto'} onChange={(next) => set({ cell: next })} />
      <MoreSettings>
        <ShapeField value={shape ?? 'square'} onChange={(next) => set({ shape: next })} />
        <LevelField value={level ?? 0.05} onChange={(next) => set({ level: next })} />
        <CorrectionField value={correction ?? 'fdr'} onChange={(next) => set({ correction: next })} />
        <PermutationsField
          value={permutations ?? 9999}
          choices={[999, 9999, 99_999]}
          onChange={(next) => set({ permutations: next })}
        />
      </MoreSettings>
      <RunButton request={{ method: 'local-moran', parameters: values }} />
    </div>
  );
}
