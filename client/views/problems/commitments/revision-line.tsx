import { defineMessages, FormattedDate, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import type { Commitment, Revision } from '../../../api/commitments.ts';
import { DOSE_WORDS } from '../../../commitment-words.ts';
import styles from '../problems.module.css';

const FIELD_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  text: { id: 'propose.text', defaultMessage: 'What is promised' },
  dueOn: { id: 'need.due', defaultMessage: 'To be done by' },
  evidenceOfDone: { id: 'need.evidence-of-done', defaultMessage: 'How everybody will see that it is done' },
  dose: { id: 'commitment.field.dose', defaultMessage: 'Dose' },
  geometry: { id: 'propose.where', defaultMessage: 'Where' },
  ownerRole: { id: 'propose.role', defaultMessage: 'Who there (role)' },
  kind: { id: 'propose.kind', defaultMessage: 'Kind' },
  visibility: { id: 'propose.visibility', defaultMessage: 'Who sees it' },
  partnerIds: { id: 'commitment.field.partners', defaultMessage: 'Partners' },
  meetingOn: { id: 'tally.held', defaultMessage: 'Day of the meeting' },
});

/** One change of what is promised: what stood there before, what stands there since, and why. */
export function RevisionLine({ revision }: { revision: Revision }) {
  const intl = useIntl();
  const wordOf = (field: string) =>
    Object.hasOwn(FIELD_WORDS, field) ? intl.formatMessage(FIELD_WORDS[field]) : field;
  const pairs = usePairs(revision);
  return (
    <li>
      <p className={styles.facts}>
        <FormattedDate value={revision.at} dateStyle="medium" timeStyle="short" />
        {revision.byName ? <span>{revision.byName}</span> : null}
        {revision.onBehalf ? (
          <FormattedMessage id="commitment.on-behalf" defaultMessage="written down for the owner" />
        ) : null}
      </p>
      {revision.fields.map((field) => {
        const pair = pairs[field];
        return (
          <p key={field}>
            {pair ? (
              <FormattedMessage
                id="commitment.revision"
                defaultMessage="{field}: {before}, now {after}"
                values={{ field: wordOf(field), before: <del>{pair[0]}</del>, after: <ins>{pair[1]}</ins> }}
              />
            ) : (
              wordOf(field)
            )}
          </p>
        );
      })}
      {revision.reason ? <blockquote className={styles.reason}>{revision.reason}</blockquote> : null}
    </li>
  );
}

function usePairs({ text, dueOn, evidenceOfDone, dose }: Revision): Partial<Record<string, string[]>> {
  const intl = useIntl();
  const day = (value: string | null) =>
    value === null ? '–' : intl.formatDate(value, { dateStyle: 'medium', timeZone: 'UTC' });
  const amount = (value: Commitment['dose']) =>
    value === null
      ? '–'
      : `${intl.formatNumber(value.planned)} ${intl.formatMessage(DOSE_WORDS[value.unit])}`;
  return {
    ...(text && { text }),
    ...(dueOn && { dueOn: dueOn.map(day) }),
    ...(evidenceOfDone && { evidenceOfDone: evidenceOfDone.map((words) => words || '–') }),
    ...(dose && { dose: dose.map(amount) }),
  };
}
