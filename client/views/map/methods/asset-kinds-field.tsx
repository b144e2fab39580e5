import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useAssetKindText } from '../../../asset-kinds.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { KindCount } from './asset-kind-counts.ts';
import styles from './asset-kinds-field.module.css';

interface AssetKindsFieldProps {
  /** What is chosen here, and what no choice means. */
  readonly legend: ReactNode;
  readonly kinds: readonly KindCount[];
  readonly chosen: readonly string[];
  readonly onChange: (kinds: string[]) => void;
  /** So many can be chosen; any number unless said. */
  readonly most?: number;
}

/** Kinds of assets to tick. */
export function AssetKindsField({
  legend,
  kinds,
  chosen,
  onChange,
  most = kinds.length,
}: AssetKindsFieldProps) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  return (
    <fieldset className={styles.kinds}>
      <legend>{legend}</legend>
      <ul>
        {kinds.map(({ kind, assets }) => (
          <li key={kind}>
            <Checkbox
              isSelected={chosen.includes(kind)}
              isDisabled={chosen.length >= most && !chosen.includes(kind)}
              onChange={(on) => onChange(on ? [...chosen, kind] : chosen.filter((each) => each !== kind))}
            >
              {intl.formatMessage(
                { id: 'map.rings.kindCount', defaultMessage: '{kind} ({assets, number})' },
                { kind: kindText(kind), assets },
              )}
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
