import { FormattedMessage, useIntl } from 'react-intl';
import { Fact } from './fact.tsx';

/** The accepted chance of a false alarm, and what was done about the many comparisons. */
export function LevelFact({ level, correction }: { level: number; correction: string }) {
  const intl = useIntl();
  return (
    <Fact name={<FormattedMessage id="map.facts.level" defaultMessage="Level" />}>
      <FormattedMessage
        id="map.facts.levelOf"
        defaultMessage="{level}, {correction, select, fdr {corrected for many cells (FDR)} other {not corrected}}"
        values={{
          level: intl.formatNumber(level, { style: 'percent', maximumFractionDigits: 2 }),
          correction,
        }}
      />
    </Fact>
  );
}
