import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type OrganisationKind, useAddOrganisation, useOrganisations } from '../../api/organisations.ts';
import { ORGANISATION_WORDS } from '../../commitment-words.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './settings.module.css';

/** Who makes commitments, and which accounts speak for them. */
export function OrganisationsSection() {
  const intl = useIntl();
  const { data, error } = useOrganisations();
  return (
    <section className={styles.section} aria-labelledby="settings-organisations">
      <h2 id="settings-organisations">
        <FormattedMessage id="organisations.title" defaultMessage="Organisations" />
      </h2>
      <p className={styles.quiet}>
        <FormattedMessage
          id="organisations.hint"
          defaultMessage="Those who make commitments. An account that speaks for one sees and moves on what it promised, and nothing of the others."
        />
      </p>
      <ErrorNotice error={error} />
      <ul className={styles.people}>
        {data?.items.map(({ id, name, kind, members }) => (
          <li key={id} className={styles.personRow}>
            <span>
              {name}
              <span className={styles.quiet}>
                {' · '}
                {intl.formatMessage(ORGANISATION_WORDS[kind])}
                {members && members.length > 0
                  ? ` · ${intl.formatList(members.map((member) => member.name))}`
                  : null}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <IfMay action="organisation.change">
        <AddOrganisation />
      </IfMay>
    </section>
  );
}

function AddOrganisation() {
  const intl = useIntl();
  const add = useAddOrganisation();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrganisationKind>('agency');
  // The keys of such a record are its codes; Object.keys forgets it.
  const kinds = Object.keys(ORGANISATION_WORDS) as OrganisationKind[];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ name: name.trim(), kind }, { onSuccess: () => setName('') });
      }}
    >
      <ErrorNotice error={add.error} />
      <TextField
        label={intl.formatMessage({ id: 'organisations.name', defaultMessage: 'Name of the organisation' })}
        value={name}
        onChange={setName}
        maxLength={120}
      />
      <Select
        label={intl.formatMessage({ id: 'propose.kind', defaultMessage: 'Kind' })}
        choices={kinds.map((id) => ({ id, label: intl.formatMessage(ORGANISATION_WORDS[id]) }))}
        value={kind}
        onChange={setKind}
      />
      <div>
        <Button type="submit" isPending={add.isPending} isDisabled={name.trim() === ''}>
          <FormattedMessage id="organisation.add" defaultMessage="Add it" />
        </Button>
      </div>
    </form>
  );
}
