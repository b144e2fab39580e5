import { FormattedMessage, useIntl } from 'react-intl';
import { Fact } from './fact.tsx';
import type { Compared } from './form-fields.tsx';

interface LevelFactProps {
  readonly level: number;
  /** Absent where it is not for the asker to choose: always corrected. */
  readonly correction?: 'fdr' | 'none';
  /** What there are many of. */
  readonly of?: Compared;
}

/** The accepted chance of a false alarm, and what was done about the many comparisons. */
export function LevelFact({ level, correction = 'fdr', of = 'cells' }: LevelFactProps) {
  const intl = useIntl();
  return (
    <Fact name={<FormattedMessage id="map.facts.level" defaultMessage="Level" />}>
      <FormattedMessage
        id="map.facts.levelOf"
        defaultMessage="{level}, {correction, select, fdr {corrected for many {of, select, rings {rings} areas {areas} factors {factors} other {cells}} (FDR)} other {not corrected}}"
        values={{
          level: intl.formatNumber(level, { style: 'percent', maximumFractionDigits: 2 }),
          correction,
          of,
        }}
      />
    </Fact>
  );
}
