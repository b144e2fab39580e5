import { FormattedMessage, useIntl } from 'react-intl';
import { NO_TALLY, type Tally, type TallyByGroup } from './tally-by-group.ts';
import styles from './tally-fields.module.css';
import { TALLY_GROUP_WORDS, TALLY_GROUPS } from './tally-words.ts';
import { NumberField } from './ui/number-field.tsx';
import { VERDICT_WORDS, VERDICTS } from './verdict-words.ts';

/** Hands counted, one field an answer. */
export function TallyFields({ tally, onChange }: { tally: Tally; onChange: (tally: Tally) => void }) {
  const intl = useIntl();
  return (
    <div className={styles.answers}>
      {VERDICTS.map((verdict) => (
        <NumberField
          key={verdict}
          label={intl.formatMessage(VERDICT_WORDS[verdict])}
          value={tally[verdict]}
          onChange={(count) => onChange({ ...tally, [verdict]: Number.isFinite(count) ? count : 0 })}
          minValue={0}
          formatOptions={{ maximumFractionDigits: 0 }}
        />
      ))}
    </div>
  );
}

interface GroupTalliesProps {
  byGroup: TallyByGroup;
  onChange: (byGroup: TallyByGroup) => void;
}

/** The same for each group by itself: what holds for most need not hold for all. */
export function GroupTallies({ byGroup, onChange }: GroupTalliesProps) {
  const intl = useIntl();
  return (
    <>
      <p className={styles.quiet}>
        <FormattedMessage
          id="tally.by-group.hint"
          defaultMessage="Each person in one group. The sum of the groups decides."
        />
      </p>
      {TALLY_GROUPS.map((group) => (
        <fieldset key={group} className={styles.fieldset}>
          <legend>{intl.formatMessage(TALLY_GROUP_WORDS[group])}</legend>
          <TallyFields
            tally={byGroup[group] ?? NO_TALLY}
            onChange={(tally) => onChange({ ...byGroup, [group]: tally })}
          />
        </fieldset>
      ))}
    </>
  );
}
