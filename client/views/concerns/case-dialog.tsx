import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Concern } from '../../api/concerns.ts';
import { useCreateProblem } from '../../api/problems.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { areaAround } from './area-around.ts';

interface Props {
  concerns: readonly Concern[];
  onClose: () => void;
}

/** Opens a problem case and puts the chosen concerns into it; where they lie is offered as its area. */
export function CaseOfConcernsDialog({ concerns, onClose }: Props) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [title, setTitle] = useState(concerns[0]?.summary.slice(0, 200) ?? '');
  const area = areaAround(concerns);
  const [withArea, setWithArea] = useState(true);
  const open = useCreateProblem();
  const save = () =>
    open.mutate(
      { title: title.trim(), geometry: withArea ? area : null, concerns: concerns.map(({ id }) => id) },
      { onSuccess: ({ id }) => navigate({ to: '/problems/$id', params: { id } }) },
    );
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'concerns.case', defaultMessage: 'Open a problem case' })}
      isOpen
      onClose={onClose}
      onConfirm={save}
      confirmLabel={intl.formatMessage({ id: 'concerns.case.open', defaultMessage: 'Open the case' })}
      isPending={open.isPending}
      isConfirmDisabled={title.trim() === ''}
    >
      <ErrorNotice error={open.error} />
      <p>
        <FormattedMessage
          id="concerns.case.text"
          defaultMessage="{count, plural, one {# concern goes} other {# concerns go}} into the case. Whoever raised them still waits for an answer."
          values={{ count: concerns.length }}
        />
      </p>
      <TextField
        label={intl.formatMessage({ id: 'concerns.case.title', defaultMessage: 'What the problem is' })}
        hint={intl.formatMessage({
          id: 'concerns.case.title.hint',
          defaultMessage:
            'What happens, to whom, where and when, as in “Robberies at the bus stops on North Road after dark”.',
        })}
        value={title}
        onChange={setTitle}
        maxLength={200}
      />
      {area ? (
        <Checkbox isSelected={withArea} onChange={setWithArea}>
          <FormattedMessage
            id="concerns.case.area"
            defaultMessage="Begin with the area around the places that were told; it can be drawn anew."
          />
        </Checkbox>
      ) : null}
    </ConfirmDialog>
  );
}
