import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Person, type Role, useGiveRole } from '../../api/people.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { isEverywhereOnly, ROLE_HINTS, ROLE_WORDS, ROLES } from '../../role-words.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EVERYWHERE, PlaceField, type Where } from './place-field.tsx';
import styles from './settings.module.css';

/** Another role for somebody: which, where, and until when. */
export function GiveRoleDialog({
  person,
  without,
  onClose,
}: {
  person: Person;
  /** Roles held everywhere already. */
  without: readonly Role[];
  onClose: () => void;
}) {
  const intl = useIntl();
  const [role, setRole] = useState<Role | null>(null);
  const [where, setWhere] = useState<Where>(EVERYWHERE);
  const [to, setTo] = useState('');
  const give = useGiveRole();
  const choose = (next: Role) => {
    setRole(next);
    if (isEverywhereOnly(next)) setWhere(EVERYWHERE);
  };
  const areaId = where.kind === 'area' ? where.areaId : null;
  const confirm = () => {
    if (role === null) return;
    const json = { role, areaId, to: to === '' ? null : to };
    give.mutate({ id: person.id, json }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      title={intl.formatMessage(
        { id: 'people.give', defaultMessage: 'Another role for {name}' },
        { name: person.name },
      )}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={intl.formatMessage({ id: 'people.give.confirm', defaultMessage: 'Give the role' })}
      isPending={give.isPending}
      isConfirmDisabled={role === null || (where.kind === 'area' && areaId === null)}
    >
      <ErrorNotice error={give.error} />
      <Select
        label={intl.formatMessage({ id: 'people.give.role', defaultMessage: 'Which role?' })}
        placeholder={intl.formatMessage({ id: 'people.give.choose', defaultMessage: 'Choose a role' })}
        value={role}
        onChange={choose}
        choices={ROLES.filter((id) => !without.includes(id)).map((id) => ({
          id,
          label: intl.formatMessage(ROLE_WORDS[id]),
          hint: intl.formatMessage(ROLE_HINTS[id]),
        }))}
      />
      {role !== null && isEverywhereOnly(role) ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="people.where.only"
            defaultMessage="This role is for the whole workspace: it cannot be held for an area."
          />
        </p>
      ) : (
        <PlaceField value={where} onChange={setWhere} />
      )}
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'people.give.term', defaultMessage: 'Last day of the role' })}
        hint={intl.formatMessage({
          id: 'people.invite.term.hint',
          defaultMessage: 'Leave it empty when the term has no end yet.',
        })}
        value={to}
        onChange={setTo}
      />
    </ConfirmDialog>
  );
}
