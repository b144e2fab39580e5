import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Commitment, useReport, type Verdict } from '../../../api/commitments.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { VERDICT_WORDS } from '../../../verdict-words.ts';
import { useChoices } from '../body-words.ts';

/** One resident says what there is to be seen. */
export function ReportDialog({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const intl = useIntl();
  const choices = useChoices();
  const report = useReport();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [comment, setComment] = useState('');
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'report.title', defaultMessage: 'Was it done?' })}
      isOpen
      onClose={onClose}
      onConfirm={() =>
        verdict &&
        report.mutate({ id: commitment.id, verdict, comment: comment.trim() }, { onSuccess: onClose })
      }
      confirmLabel={intl.formatMessage({ id: 'report.do', defaultMessage: 'Say so' })}
      isPending={report.isPending}
      isConfirmDisabled={verdict === null}
    >
      <p>{commitment.text}</p>
      <ErrorNotice error={report.error} />
      <RadioGroup
        label={intl.formatMessage({ id: 'report.verdict', defaultMessage: 'What you have seen' })}
        choices={choices(VERDICT_WORDS)}
        value={verdict}
        onChange={setVerdict}
      />
      <TextArea
        label={intl.formatMessage({ id: 'step.note', defaultMessage: 'Note (may be left empty)' })}
        value={comment}
        onChange={setComment}
        rows={2}
        maxLength={1000}
      />
      <p>
        <FormattedMessage
          id="report.unnamed"
          defaultMessage="Others see what was said and not who said it."
        />
      </p>
    </ConfirmDialog>
  );
}
