import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { renderSVG } from 'uqr';
import { type Role, useInvite } from '../../api/people.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { isEverywhereOnly, ROLE_HINTS, ROLE_WORDS, ROLES } from '../../role-words.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EVERYWHERE, PlaceField, type Where } from './place-field.tsx';
import styles from './settings.module.css';

const DAYS = [1, 7, 30];

/** Chooses the roles; then shows the link, once, as text and as a code to be photographed. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [where, setWhere] = useState<Where>(EVERYWHERE);
  const [days, setDays] = useState(7);
  const [termTo, setTermTo] = useState('');
  const invite = useInvite();
  if (invite.data) return <FreshLink {...invite.data} onClose={onClose} />;
  const toggle = (role: Role, on: boolean) =>
    setRoles(on ? [...roles, role] : roles.filter((other) => other !== role));
  const place = (next: Where) => {
    setWhere(next);
    if (next.kind === 'area') setRoles(roles.filter((role) => !isEverywhereOnly(role)));
  };
  const areaId = where.kind === 'area' ? where.areaId : null;
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'people.invite', defaultMessage: 'Invite somebody' })}
      isOpen
      onClose={onClose}
      onConfirm={() =>
        invite.mutate({ roles: [...roles], areaId, days, termTo: termTo === '' ? null : termTo })
      }
      confirmLabel={intl.formatMessage({ id: 'people.invite.make', defaultMessage: 'Make the link' })}
      isPending={invite.isPending}
      isConfirmDisabled={roles.length === 0 || (where.kind === 'area' && areaId === null)}
    >
      <ErrorNotice error={invite.error} />
      <fieldset className={styles.choices}>
        <legend>
          <FormattedMessage id="people.invite.roles" defaultMessage="As what?" />
        </legend>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            isSelected={roles.includes(role)}
            isDisabled={where.kind === 'area' && isEverywhereOnly(role)}
            onChange={(on) => toggle(role, on)}
          >
            {intl.formatMessage(ROLE_WORDS[role])}
            <span className={styles.quiet}>{intl.formatMessage(ROLE_HINTS[role])}</span>
          </Checkbox>
        ))}
      </fieldset>
      <PlaceField value={where} onChange={place} />
      <Select
        label={intl.formatMessage({ id: 'people.invite.days', defaultMessage: 'The link can be used for' })}
        value={days}
        onChange={setDays}
        choices={DAYS.map((id) => ({
          id,
          label: intl.formatMessage(
            { id: 'people.invite.dayCount', defaultMessage: '{days, plural, one {# day} other {# days}}' },
            { days: id },
          ),
        }))}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'people.invite.term', defaultMessage: 'Last day of the roles' })}
        hint={intl.formatMessage({
          id: 'people.invite.term.hint',
          defaultMessage: 'Leave it empty when the term has no end yet.',
        })}
        value={termTo}
        onChange={setTermTo}
      />
    </ConfirmDialog>
  );
}

function FreshLink({
  token,
  invitation: { expiresAt },
  onClose,
}: {
  token: string;
  invitation: { expiresAt: string };
  onClose: () => void;
}) {
  const intl = useIntl();
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}/sign-in#${token}`;
  const copy = () => navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <Dialog
      title={intl.formatMessage({ id: 'people.link', defaultMessage: 'The invitation' })}
      isOpen
      onClose={onClose}
      isDismissable={false}
      actions={
        <>
          {/* Browsers have no clipboard for pages without TLS that are not on this machine. */}
          {navigator.clipboard ? (
            <Button onPress={copy}>
              {copied ? (
                <FormattedMessage id="people.link.copied" defaultMessage="Copied" />
              ) : (
                <FormattedMessage id="people.link.copy" defaultMessage="Copy the link" />
              )}
            </Button>
          ) : null}
          <Button kind="primary" onPress={onClose}>
            <FormattedMessage id="people.link.done" defaultMessage="Done" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="people.link.text"
          defaultMessage="Hand this over yourself: whoever opens it first becomes that person. It works once, until {at}, and is not shown again."
          values={{ at: <FormattedDate value={expiresAt} dateStyle="medium" timeStyle="short" /> }}
        />
      </p>
      <img
        className={styles.code}
        alt={intl.formatMessage({ id: 'people.link.code', defaultMessage: 'The link as a QR code' })}
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 2 }))}`}
        width={220}
        height={220}
      />
      <TextField
        label={intl.formatMessage({ id: 'people.link.label', defaultMessage: 'The link' })}
        value={link}
        isReadOnly
      />
    </Dialog>
  );
}
