import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../api/runs.ts';
import { Fact } from './fact.tsx';
import { usePercentText } from './figures.ts';

type Harm = NonNullable<SummaryOf<'counts'>['harm']>;

/** Whose weights, on how many incidents, and how much hangs on one of them. */
export function HarmFact({ harm }: { harm: Harm }) {
  const intl = useIntl();
  const percent = usePercentText();
  return (
    <Fact name={<FormattedMessage id="map.harm" defaultMessage="Harm" />}>
      <FormattedMessage
        id="map.harm.of"
        defaultMessage="{total} in all, of {weighted, plural, one {# incident} other {# incidents}}{unweighted, plural, =0 {} other {; # of categories without a weight carry none}}{known, select, true {; the heaviest has {share} of it} other {}}. Table: {table}"
        values={{
          total: intl.formatNumber(harm.total, { maximumSignificantDigits: 4 }),
          weighted: harm.weighted,
          unweighted: harm.unweighted,
          known: String(harm.largestShare !== null),
          share: percent(harm.largestShare ?? 0),
          table: harm.table,
        }}
      />
    </Fact>
  );
}
