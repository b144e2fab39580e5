import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Membership, type Person, useEndRole } from '../../api/people.ts';
import { useMay } from '../../api/session.ts';
import { useRoleText } from '../../role-words.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { showFailure } from '../../ui/toast.tsx';
import { useToday } from '../../use-today.ts';
import { GiveRoleDialog } from './give-role-dialog.tsx';
import styles from './settings.module.css';

/** The roles somebody holds or will hold; each can be ended, others given. */
export function PersonRoles({ person }: { person: Person }) {
  const intl = useIntl();
  const mayChange = useMay('people.change');
  const end = useEndRole();
  const roleText = useRoleText();
  const [giving, setGiving] = useState(false);
  const today = useToday();
  const held = person.memberships.filter(({ to }) => to === null || to >= today);
  const everywhere = held.filter(({ area }) => area === null).map(({ role }) => role);
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
            { role: roleText(membership.role, membership.area?.name), name: person.name },
          )}
        >
          <RoleText membership={membership} today={today} />
        </Chip>
      ))}
      {mayChange ? (
        <Button
          size="small"
          aria-label={intl.formatMessage(
            { id: 'people.give', defaultMessage: 'Another role for {name}' },
            { name: person.name },
          )}
          onPress={() => setGiving(true)}
        >
          <FormattedMessage id="people.give.short" defaultMessage="Another role…" />
        </Button>
      ) : null}
      {giving ? (
        <GiveRoleDialog person={person} without={everywhere} onClose={() => setGiving(false)} />
      ) : null}
    </div>
  );
}

function RoleText({
  membership: { role, area, from, to },
  today,
}: {
  membership: Membership;
  today: string;
}) {
  const intl = useIntl();
  const roleText = useRoleText();
  const day = (text: string) =>
    intl.formatDate(`${text}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <FormattedMessage
      id="people.role"
      defaultMessage="{role}{when, select, later { from {from}} other {}}{ends, select, true { until {to}} other {}}{hidden, select, true { (the area is hidden now: gives nothing)} other {}}"
      values={{
        role: roleText(role, area?.name),
        hidden: String(area?.hidden ?? false),
        when: from > today ? 'later' : 'now',
        from: day(from),
        ends: String(to !== null),
        to: to === null ? '' : day(to),
      }}
    />
  );
}
