import { FormattedMessage, useIntl } from 'react-intl';
import { useCommitments } from '../../../api/commitments.ts';
import { DOSE_WORDS } from '../../../commitment-words.ts';
import { Button } from '../../../ui/button.tsx';
import styles from '../problems.module.css';
import { loggedDose } from './logged-dose.ts';

interface FromDoseLogProps {
  problemId: string;
  planned: number | null;
  delivered: number | null;
  onTake: (dose: { unit: string; planned: number; delivered: number }) => void;
}

/** What the dose logs of the case come to, to be taken over rather than typed. */
export function FromDoseLog({ problemId, planned, delivered, onTake }: FromDoseLogProps) {
  const intl = useIntl();
  const { data } = useCommitments(problemId);
  const logged = loggedDose(data?.items ?? []);
  if (logged === null) return null;
  const isSame = logged.planned === planned && logged.delivered === delivered;
  return (
    <div>
      <p className={styles.quiet}>
        <FormattedMessage
          id="assessment.logged"
          defaultMessage="The dose logs of its commitments: {delivered, number} of {planned, number} planned ({share, number, percent})."
          values={{
            delivered: logged.delivered,
            planned: logged.planned,
            share: logged.delivered / logged.planned,
          }}
        />
      </p>
      {/* Always there: what comes up when a field is left moves what is about to be pressed. */}
      <Button
        size="small"
        isDisabled={isSame}
        onPress={() =>
          onTake({
            unit: intl.formatList(logged.units.map((unit) => intl.formatMessage(DOSE_WORDS[unit]))),
            planned: logged.planned,
            delivered: logged.delivered,
          })
        }
      >
        <FormattedMessage id="assessment.logged.take" defaultMessage="Take them from the dose logs" />
      </Button>
    </div>
  );
}
