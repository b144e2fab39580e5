import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type OpenWish, useOpenCase } from '../../api/openings.ts';
import { useUpdateProblem } from '../../api/problems.ts';
import type { Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ROLE_WORDS } from '../../role-words.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';

type OpenRole = OpenWish['roles'][number];
const ROLES: readonly OpenRole[] = ['committee_member', 'secretary'];
const DAYS = 14;
const DAY_MS = 24 * 3_600_000;

/** Asks to whom, until when and why. */
export function OpenDialog({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const intl = useIntl();
  const [roles, setRoles] = useState<readonly OpenRole[]>(ROLES);
  const [until, setUntil] = useState(() => new Date(Date.now() + DAYS * DAY_MS).toISOString().slice(0, 10));
  const [reason, setReason] = useState('');
  const open = useOpenCase();
  const update = useUpdateProblem();
  const [alsoCase, setAlsoCase] = useState(false);
  // An internal case is not read by the committee, so its incidents cannot be opened to it either.
  const isMissing = problem.confidentiality === 'internal' && roles.includes('committee_member');
  const turn = (role: OpenRole, on: boolean) =>
    setRoles(ROLES.filter((each) => (each === role ? on : roles.includes(each))));
  const openIncidents = () =>
    open.mutate(
      { id: problem.id, wish: { roles: [...roles], until, reason: reason.trim() } },
      { onSuccess: onClose },
    );
  const confirm = () =>
    isMissing
      ? update.mutate({ problem, change: { confidentiality: 'committee' } }, { onSuccess: openIncidents })
      : openIncidents();
  return (
    <ConfirmDialog
      title={intl.formatMessage(
        { id: 'opening.dialog', defaultMessage: 'Open {ref} to the committee?' },
        { ref: problem.ref },
      )}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={intl.formatMessage({ id: 'opening.do', defaultMessage: 'Open the incidents' })}
      isPending={open.isPending || update.isPending}
      isConfirmDisabled={
        roles.length === 0 || until === '' || reason.trim() === '' || (isMissing && !alsoCase)
      }
    >
      <ErrorNotice error={update.error ?? open.error} />
      <p>
        <FormattedMessage
          id="opening.text"
          defaultMessage="They will see where and when each incident of this case was, as far as you see it, and nothing else that is exact. If the rule is made wider later, nothing more is opened."
        />
      </p>
      {ROLES.map((role) => (
        <Checkbox key={role} isSelected={roles.includes(role)} onChange={(on) => turn(role, on)}>
          {intl.formatMessage(ROLE_WORDS[role])}
        </Checkbox>
      ))}
      {isMissing ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="opening.internal"
              defaultMessage="The case is internal: members of the committee do not read it yet"
            />
          }
        >
          <Checkbox isSelected={alsoCase} onChange={setAlsoCase}>
            <FormattedMessage
              id="opening.internal.also"
              defaultMessage="Open the case itself to them as well; that stays when the incidents are closed again"
            />
          </Checkbox>
        </Notice>
      ) : null}
      <TextField
        label={intl.formatMessage({ id: 'opening.last-day', defaultMessage: 'Last day' })}
        hint={intl.formatMessage({
          id: 'opening.last-day.hint',
          defaultMessage: 'At most three months; then it closes by itself.',
        })}
        type="date"
        value={until}
        onChange={setUntil}
        isRequired
      />
      <TextArea
        label={intl.formatMessage({ id: 'opening.why', defaultMessage: 'What for?' })}
        hint={intl.formatMessage({
          id: 'problem.move.reason.hint',
          defaultMessage: 'It stands in the history of the case.',
        })}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        rows={2}
        isRequired
      />
    </ConfirmDialog>
  );
}
