import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import { useIncident } from '../../api/incidents.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import styles from './problems.module.css';

export interface ManualDraft {
  /** Null: the person types its number. */
  incidentId: number | null;
  verdict: 'in' | 'out';
}

export interface ManualDialogProps {
  draft: ManualDraft;
  error: unknown;
  isPending: boolean;
  onClose: () => void;
  onConfirm: (incidentId: number, reason: string) => void;
}

/** Puts one incident in or takes it out, with the reason. */
export function ManualDialog({ draft, error, isPending, onClose, onConfirm }: ManualDialogProps) {
  const intl = useIntl();
  const [typed, setTyped] = useState(Number.NaN);
  const [reason, setReason] = useState('');
  const id = draft.incidentId ?? (Number.isInteger(typed) && typed > 0 ? typed : null);
  const title =
    draft.verdict === 'out'
      ? intl.formatMessage({ id: 'problem.manual.out', defaultMessage: 'Take this incident out of the case' })
      : intl.formatMessage({ id: 'problem.manual.in', defaultMessage: 'Put an incident into the case' });
  return (
    <ConfirmDialog
      title={title}
      isOpen
      onClose={onClose}
      onConfirm={() => id !== null && onConfirm(id, reason.trim())}
      confirmLabel={intl.formatMessage(
        { id: 'problem.manual.do', defaultMessage: '{verdict, select, in {Put it in} other {Take it out}}' },
        { verdict: draft.verdict },
      )}
      isPending={isPending}
      isConfirmDisabled={id === null || reason.trim() === ''}
    >
      <ErrorNotice error={error} />
      {draft.incidentId === null ? (
        <NumberField
          label={intl.formatMessage({ id: 'problem.manual.id', defaultMessage: 'Number of the incident' })}
          hint={intl.formatMessage({
            id: 'problem.manual.id.hint',
            defaultMessage: 'Choose the incident on the map; its number stands in the inspector.',
          })}
          value={typed}
          onChange={setTyped}
          minValue={1}
          formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
        />
      ) : null}
      {id !== null ? <IncidentLine id={id} /> : null}
      <TextArea
        label={intl.formatMessage({ id: 'problem.manual.reason', defaultMessage: 'Why?' })}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        rows={3}
        isRequired
      />
    </ConfirmDialog>
  );
}

function IncidentLine({ id }: { id: number }) {
  const intl = useIntl();
  const { data: incident } = useIncident(id);
  const { data: categories } = useCategories();
  if (!incident)
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="problem.manual.unknown"
          defaultMessage="No incident with this number is known."
        />
      </p>
    );
  const category = categories?.find((known) => known.id === incident.categoryId)?.publicName;
  const when = incident.occurredFrom ? intl.formatDate(incident.occurredFrom, { dateStyle: 'medium' }) : null;
  return <p>{[category, when, incident.placeText].filter(Boolean).join(' · ')}</p>;
}
