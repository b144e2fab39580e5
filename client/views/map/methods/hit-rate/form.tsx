import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextField } from '../../../../ui/text-field.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { AutoField, CellField, MoreSettings, type ParametersOf, ShapeField } from '../form-fields.tsx';
import { GuessesField } from './guesses-field.tsx';
import { readShares } from './shares.ts';

const STANDARD: Required<Omit<ParametersOf<'hit-rate'>, 'shares' | 'guesses' | 'timezone'>> = {
  cell: 'auto',
  shape: 'square',
  holdDays: 'auto',
};

const SHARES = '1, 2, 5';

export function HitRateForm() {
  const intl = useIntl();
  const [values, setValues] = useState(STANDARD);
  const [text, setText] = useState(SHARES);
  const [chosen, setChosen] = useState<string[]>([]);
  const { records } = useMapContext();
  // A note may have been deleted since it was chosen.
  const guesses = chosen.filter((id) => records.annotations.some((note) => note.id === id));
  const shares = readShares(text);
  const set = (change: Partial<typeof STANDARD>) => setValues({ ...values, ...change });
  return (
    <div className={panelStyles.stack}>
      <AutoField
        label={intl.formatMessage({ id: 'map.hit.hold', defaultMessage: 'Days at the end to hide' })}
        value={values.holdDays ?? 'auto'}
        start={28}
        least={1}
        most={3660}
        rule={intl.formatMessage({
          id: 'map.hit.hold.rule',
          defaultMessage: 'a tenth of the span, at most 91 days',
        })}
        onChange={(holdDays) => set({ holdDays })}
      />
      <TextField
        label={intl.formatMessage({ id: 'map.hit.shares', defaultMessage: 'Shares of the area to watch, %' })}
        value={text}
        onChange={setText}
        error={
          shares
            ? undefined
            : intl.formatMessage({
                id: 'map.hit.sharesWrong',
                defaultMessage: 'Write one to six ascending numbers from 0.1 to 50.',
              })
        }
      />
      <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
      <GuessesField chosen={guesses} onChange={setChosen} />
      <MoreSettings>
        <ShapeField value={values.shape ?? 'square'} onChange={(shape) => set({ shape })} />
      </MoreSettings>
      {shares ? (
        <RunButton request={{ method: 'hit-rate', parameters: { ...values, shares, guesses } }} />
      ) : null}
    </div>
  );
}
