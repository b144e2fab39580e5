import { FormattedMessage, useIntl } from 'react-intl';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import type { KindCount } from './kinds.ts';
import styles from './kinds-field.module.css';

interface KindsFieldProps {
  readonly kinds: readonly KindCount[];
  readonly chosen: readonly string[];
  readonly onChange: (kinds: string[]) => void;
}

/** Which kinds to look at; none chosen means every kind with enough assets. */
export function KindsField({ kinds, chosen, onChange }: KindsFieldProps) {
  const intl = useIntl();
  return (
    <fieldset className={styles.kinds}>
      <legend>
        <FormattedMessage
          id="map.rings.kinds"
          defaultMessage="Kinds of assets{chosen, plural, =0 {: every kind with at least 5} other {}}"
          values={{ chosen: chosen.length }}
        />
      </legend>
      <ul>
        {kinds.map(({ kind, assets }) => (
          <li key={kind}>
            <Checkbox
              isSelected={chosen.includes(kind)}
              onChange={(on) => onChange(on ? [...chosen, kind] : chosen.filter((each) => each !== kind))}
            >
              {intl.formatMessage(
                { id: 'map.rings.kindCount', defaultMessage: '{kind} ({assets, number})' },
                { kind, assets },
              )}
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
