import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type NewCommitment, useProposeCommitment } from '../../../api/commitments.ts';
import { type OrganisationKind, useAddOrganisation, useOrganisations } from '../../../api/organisations.ts';
import type { Problem } from '../../../api/records.ts';
import { NO_OWNER, ORGANISATION_WORDS } from '../../../commitment-words.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import styles from '../problems.module.css';
import { BesideFields, MadeAtField, TermFields, WhatField } from './commitment-fields.tsx';

type Draft = Omit<NewCommitment, 'organisationId'> & { organisationId: number | null };

/** Writes down what an organisation is asked to promise for this case. */
export function ProposeDialog({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const intl = useIntl();
  const propose = useProposeCommitment();
  const { data: organisations } = useOrganisations();
  const [draft, setDraft] = useState<Draft>({
    organisationId: null,
    problemId: problem.id,
    text: '',
    kind: 'infrastructure',
    ownerRole: '',
    evidenceOfDone: '',
    dueOn: null,
    dose: null,
    geometry: null,
    visibility: 'committee',
  });
  const [isAsked, setAsked] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const { organisationId, ...rest } = draft;
  const given = organisations?.items ?? [];
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'propose.title', defaultMessage: 'Write down a commitment' })}
      isOpen
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (organisationId !== null) propose.mutate({ ...rest, organisationId }, { onSuccess: onClose });
      }}
      confirmLabel={intl.formatMessage({ id: 'propose.do', defaultMessage: 'Propose it' })}
      isPending={propose.isPending}
      isConfirmDisabled={draft.text.trim() === ''}
    >
      <ErrorNotice error={propose.error} />
      {isAsked && organisationId === null ? <Notice tone="red" title={intl.formatMessage(NO_OWNER)} /> : null}
      <WhatField draft={draft} set={set} />
      {given.length > 0 ? (
        <Select
          label={intl.formatMessage({ id: 'propose.who', defaultMessage: 'By which organisation' })}
          choices={given.map(({ id, name }) => ({ id, label: name }))}
          value={organisationId}
          onChange={(id) => set({ organisationId: id })}
        />
      ) : null}
      <IfMay action="organisation.change">
        <NewOrganisation onMade={(id) => set({ organisationId: id })} />
      </IfMay>
      <BesideFields draft={draft} set={set} />
      <MadeAtField draft={draft} set={set} problemId={problem.id} />
      <TermFields draft={draft} set={set} problem={problem} />
    </ConfirmDialog>
  );
}

/** An organisation that is not in the list yet. */
function NewOrganisation({ onMade }: { onMade: (id: number) => void }) {
  const intl = useIntl();
  const choices = useChoices();
  const add = useAddOrganisation();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrganisationKind>('agency');
  return (
    <details>
      <summary>
        <FormattedMessage id="organisation.new" defaultMessage="Another organisation" />
      </summary>
      <div className={styles.form}>
        <ErrorNotice error={add.error} />
        <div className={styles.dates}>
          <TextField
            label={intl.formatMessage({ id: 'organisation.name', defaultMessage: 'Name' })}
            value={name}
            onChange={setName}
            maxLength={120}
          />
          <Select
            label={intl.formatMessage({ id: 'propose.kind', defaultMessage: 'Kind' })}
            choices={choices(ORGANISATION_WORDS)}
            value={kind}
            onChange={setKind}
          />
        </div>
        <div className={styles.buttons}>
          <Button
            size="small"
            isPending={add.isPending}
            isDisabled={name.trim() === ''}
            onPress={() =>
              add.mutate(
                { name: name.trim(), kind },
                {
                  onSuccess: ({ id }) => {
                    setName('');
                    onMade(id);
                  },
                },
              )
            }
          >
            <FormattedMessage id="organisation.add" defaultMessage="Add it" />
          </Button>
        </div>
      </div>
    </details>
  );
}
