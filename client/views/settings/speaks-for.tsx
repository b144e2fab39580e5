import { FormattedMessage, useIntl } from 'react-intl';
import { useAssignSpeaker, useOrganisations } from '../../api/organisations.ts';
import type { Person } from '../../api/people.ts';
import { useMay } from '../../api/session.ts';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/toast.tsx';
import styles from './settings.module.css';

const NONE = 0;

/** Which organisation somebody speaks for: they see and move on what it promised. */
export function SpeaksFor({ person }: { person: Person }) {
  const intl = useIntl();
  const mayChange = useMay('people.change');
  const { data: organisations } = useOrganisations();
  const assign = useAssignSpeaker();
  const all = organisations?.items ?? [];
  const own = all.find(({ members }) => members?.some(({ id }) => id === person.id));
  if (all.length === 0 || (!mayChange && !own)) return null;
  if (!mayChange)
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="people.speaks-for.line"
          defaultMessage="Speaks for {name}"
          values={{ name: own?.name ?? '' }}
        />
      </p>
    );
  const nobody = intl.formatMessage({ id: 'people.speaks-for.none', defaultMessage: 'No organisation' });
  return (
    <Select
      label={intl.formatMessage(
        { id: 'people.speaks-for', defaultMessage: '{name} speaks for' },
        { name: person.name },
      )}
      choices={[{ id: NONE, label: nobody }, ...all.map(({ id, name }) => ({ id, label: name }))]}
      value={own?.id ?? NONE}
      onChange={(id) =>
        assign.mutate(
          { userId: person.id, organisationId: id === NONE ? null : id },
          { onError: showFailure },
        )
      }
      isDisabled={assign.isPending}
    />
  );
}
