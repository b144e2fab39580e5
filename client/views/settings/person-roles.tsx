import { FormattedMessage, useIntl } from 'react-intl';
import { type Membership, type Person, useEndRole, useGiveRole } from '../../api/people.ts';
import { useMay } from '../../api/session.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ROLE_HINTS, ROLE_WORDS, ROLES } from '../../role-words.ts';
import { Chip } from '../../ui/chip.tsx';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/toast.tsx';
import styles from './settings.module.css';

/** The roles somebody holds or will hold; each can be ended, others given. */
export function PersonRoles({ person }: { person: Person }) {
  const intl = useIntl();
  const mayChange = useMay('people.change');
  const end = useEndRole();
  const give = useGiveRole();
  const today = useToday();
  const held = person.memberships.filter(({ to }) => to === null || to >= today);
  const free = ROLES.filter((role) => !held.some((membership) => membership.role === role));
  return (
    <div className={styles.roles}>
      {held.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="people.none"
            defaultMessage="No role any more: may sign in and see nothing."
          />
        </p>
      ) : null}
      {held.map((membership) => (
        <Chip
          key={membership.id}
          onRemove={mayChange ? () => end.mutate(membership, { onError: showFailure }) : undefined}
          removeLabel={intl.formatMessage(
            { id: 'people.end', defaultMessage: 'End the role {role} of {name}' },
            { role: intl.formatMessage(ROLE_WORDS[membership.role]), name: person.name },
          )}
        >
          <RoleText membership={membership} today={today} />
        </Chip>
      ))}
      {mayChange && free.length > 0 ? (
        <Select
          label={intl.formatMessage(
            { id: 'people.give', defaultMessage: 'Another role for {name}' },
            { name: person.name },
          )}
          hideLabel
          placeholder={intl.formatMessage({ id: 'people.give.short', defaultMessage: 'Another role…' })}
          value={null}
          onChange={(role) => give.mutate({ id: person.id, role }, { onError: showFailure })}
          choices={free.map((role) => ({
            id: role,
            label: intl.formatMessage(ROLE_WORDS[role]),
            hint: intl.formatMessage(ROLE_HINTS[role]),
          }))}
        />
      ) : null}
    </div>
  );
}

function RoleText({ membership: { role, from, to }, today }: { membership: Membership; today: string }) {
  const intl = useIntl();
  const day = (text: string) =>
    intl.formatDate(`${text}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <FormattedMessage
      id="people.role"
      defaultMessage="{role}{when, select, later { from {from}} other {}}{ends, select, true { until {to}} other {}}"
      values={{
        role: intl.formatMessage(ROLE_WORDS[role]),
        when: from > today ? 'later' : 'now',
        from: day(from),
        ends: String(to !== null),
        to: to === null ? '' : day(to),
      }}
    />
  );
}

/** The date on the calendar of the workspace. Swedish writes dates as ISO 8601 does. */
function useToday(): string {
  const timeZone = useWorkspace().data?.timezone ?? 'UTC';
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date());
}
