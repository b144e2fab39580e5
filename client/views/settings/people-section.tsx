import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type Person, useEndSessionsOf, useInvitations, usePeople, useWithdraw } from '../../api/people.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { useRoleText } from '../../role-words.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { showFailure, showToast } from '../../ui/toast.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PersonData } from './person-data.tsx';
import { PersonRoles } from './person-roles.tsx';
import styles from './settings.module.css';
import { SpeaksFor } from './speaks-for.tsx';

/** Who belongs to the workspace with which roles, and who is invited. */
export function PeopleSection() {
  const { data: people, error } = usePeople();
  const [inviting, setInviting] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="settings-people">
      <div className={styles.headLine}>
        <h2 id="settings-people">
          <FormattedMessage id="people.title" defaultMessage="People and roles" />
        </h2>
        <IfMay action="people.change">
          <Button kind="primary" onPress={() => setInviting(true)}>
            <UserPlus aria-hidden size={18} />
            <FormattedMessage id="people.invite" defaultMessage="Invite somebody" />
          </Button>
        </IfMay>
      </div>
      <ErrorNotice error={error} />
      <ul className={styles.people}>
        {people?.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </ul>
      <OpenInvitations people={people ?? []} />
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </section>
  );
}

function PersonLine({ person }: { person: Person }) {
  return (
    <li className={styles.person}>
      <div className={styles.headLine}>
        <h3>{person.name}</h3>
        <IfMay action="people.change">
          <span className={styles.buttons}>
            <SignOutEverywhere person={person} />
            <PersonData person={person} />
          </span>
        </IfMay>
      </div>
      <PersonRoles person={person} />
      <SpeaksFor person={person} />
    </li>
  );
}

function SignOutEverywhere({ person: { id, name } }: { person: Person }) {
  const intl = useIntl();
  const [asking, setAsking] = useState(false);
  const end = useEndSessionsOf();
  const confirm = () =>
    end.mutate(id, {
      onSuccess: ({ ended }) => {
        setAsking(false);
        showToast({
          text: intl.formatMessage(
            {
              id: 'people.sign-out.done',
              defaultMessage: '{count, plural, =0 {Was signed in nowhere.} other {Signed out.}}',
            },
            { count: ended },
          ),
        });
      },
      onError: showFailure,
    });
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        aria-label={intl.formatMessage(
          { id: 'people.sign-out.who', defaultMessage: 'Sign {name} out everywhere' },
          { name },
        )}
        onPress={() => setAsking(true)}
      >
        <FormattedMessage id="people.sign-out" defaultMessage="Sign out everywhere" />
      </Button>
      <ConfirmDialog
        title={intl.formatMessage(
          { id: 'people.sign-out.title', defaultMessage: 'Sign {name} out everywhere?' },
          { name },
        )}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={confirm}
        confirmLabel={intl.formatMessage({ id: 'people.sign-out.do', defaultMessage: 'Sign out' })}
        isPending={end.isPending}
      >
        <p>
          <FormattedMessage
            id="people.sign-out.text"
            defaultMessage="For a lost phone or laptop. Roles and passphrase stay: whoever knows the passphrase can sign in again."
          />
        </p>
      </ConfirmDialog>
    </>
  );
}

function OpenInvitations({ people }: { people: readonly Person[] }) {
  const intl = useIntl();
  const { data: invitations } = useInvitations();
  const withdraw = useWithdraw();
  const roleText = useRoleText();
  if (!invitations || invitations.length === 0) return null;
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '–';
  return (
    <>
      <h3>
        <FormattedMessage id="people.open" defaultMessage="Open invitations" />
      </h3>
      <ul className={styles.people}>
        {invitations.map(({ id, roles, area, invitedBy, expiresAt }) => (
          <li key={id} className={styles.personRow}>
            <span>
              {intl.formatList(roles.map((role) => roleText(role, area?.name)))}
              <span className={styles.quiet}>
                {' · '}
                <FormattedMessage
                  id="people.open.until"
                  defaultMessage="by {name}, open until {at}"
                  values={{
                    name: nameOf(invitedBy),
                    at: <FormattedDate value={expiresAt} dateStyle="medium" timeStyle="short" />,
                  }}
                />
              </span>
            </span>
            <IfMay action="people.change">
              <Button size="small" onPress={() => withdraw.mutate(id, { onError: showFailure })}>
                <FormattedMessage id="people.withdraw" defaultMessage="Withdraw" />
              </Button>
            </IfMay>
          </li>
        ))}
      </ul>
    </>
  );
}
