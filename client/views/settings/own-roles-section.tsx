import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../api/session.ts';
import { useRoleText } from '../../role-words.ts';
import styles from './settings.module.css';

/** What one holds and where; whose roles are over reads what to do about it. */
export function OwnRolesSection() {
  const intl = useIntl();
  const roleText = useRoleText();
  const { data: user } = useSession();
  // The section on the sign-in below says what is missing then.
  if (!user || user.secondFactorMissing) return null;
  return (
    <section className={styles.section} aria-labelledby="settings-own">
      <h2 id="settings-own">
        <FormattedMessage id="settings.own" defaultMessage="Your roles" />
      </h2>
      {user.roles.length === 0 ? (
        <p>
          <FormattedMessage
            id="settings.own.none"
            defaultMessage="{name}, no role of yours holds today. Ask an administrator of this workspace for one."
            values={{ name: user.name }}
          />
        </p>
      ) : (
        <p>
          <FormattedMessage
            id="settings.own.roles"
            defaultMessage="{name}: {roles}"
            values={{
              name: user.name,
              roles: intl.formatList(user.roles.map(({ role, area }) => roleText(role, area?.name))),
            }}
          />
        </p>
      )}
    </section>
  );
}
