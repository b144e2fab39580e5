import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type NewCommitment, useProposeCommitment } from '../../../api/commitments.ts';
import { type OrganisationKind, useAddOrganisation, useOrganisations } from '../../../api/organisations.ts';
import type { Problem } from '../../../api/records.ts';
import { DOSE_WORDS, KIND_WORDS, ORGANISATION_WORDS, VISIBILITY_WORDS } from '../../../commitment-words.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import { PlaceField } from '../place-field.tsx';
import styles from '../problems.module.css';

type Draft = Omit<NewCommitment, 'organisationId'> & { organisationId: number | null };

/** Writes down what an organisation is asked to promise for this case. */
export function ProposeDialog({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const intl = useIntl();
  const choices = useChoices();
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
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const { organisationId, ...rest } = draft;
  const given = organisations?.items ?? [];
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'propose.title', defaultMessage: 'Write down a commitment' })}
      isOpen
      onClose={onClose}
      onConfirm={() =>
        organisationId !== null && propose.mutate({ ...rest, organisationId }, { onSuccess: onClose })
      }
      confirmLabel={intl.formatMessage({ id: 'propose.do', defaultMessage: 'Propose it' })}
      isPending={propose.isPending}
      isConfirmDisabled={organisationId === null || draft.text.trim() === ''}
    >
      <ErrorNotice error={propose.error} />
      <TextArea
        label={intl.formatMessage({ id: 'propose.text', defaultMessage: 'What is promised' })}
        value={draft.text}
        onChange={(text) => set({ text })}
        rows={2}
        maxLength={2000}
        isRequired
      />
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
      <div className={styles.dates}>
        <TextField
          label={intl.formatMessage({ id: 'propose.role', defaultMessage: 'Who there (role)' })}
          value={draft.ownerRole ?? ''}
          onChange={(ownerRole) => set({ ownerRole })}
          maxLength={200}
        />
        <Select
          label={intl.formatMessage({ id: 'propose.kind', defaultMessage: 'Kind' })}
          choices={choices(KIND_WORDS)}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={intl.formatMessage({ id: 'need.due', defaultMessage: 'To be done by' })}
          type="date"
          value={draft.dueOn ?? ''}
          onChange={(dueOn) => set({ dueOn: dueOn || null })}
        />
        <Select
          label={intl.formatMessage({ id: 'propose.visibility', defaultMessage: 'Who sees it' })}
          choices={choices(VISIBILITY_WORDS)}
          value={draft.visibility ?? 'committee'}
          onChange={(visibility) => set({ visibility })}
        />
      </div>
      <TextArea
        label={intl.formatMessage({
          id: 'need.evidence-of-done',
          defaultMessage: 'How everybody will see that it is done',
        })}
        value={draft.evidenceOfDone ?? ''}
        onChange={(evidenceOfDone) => set({ evidenceOfDone })}
        rows={2}
        maxLength={1000}
      />
      <Dose draft={draft} set={set} />
      <PlaceField
        problem={problem}
        label={intl.formatMessage({ id: 'propose.where', defaultMessage: 'Where' })}
        value={draft.geometry ?? null}
        onChange={(geometry) => set({ geometry })}
      />
    </ConfirmDialog>
  );
}

function Dose({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const intl = useIntl();
  const choices = useChoices();
  const none = intl.formatMessage({ id: 'propose.dose.none', defaultMessage: 'Nothing to count' });
  return (
    <div className={styles.dates}>
      <Select
        label={intl.formatMessage({ id: 'propose.unit', defaultMessage: 'Dose is counted in' })}
        choices={[{ id: 'none' as const, label: none }, ...choices(DOSE_WORDS)]}
        value={draft.dose?.unit ?? 'none'}
        onChange={(unit) =>
          set({ dose: unit === 'none' ? null : { unit, planned: draft.dose?.planned ?? 1 } })
        }
      />
      {draft.dose ? (
        <NumberField
          label={intl.formatMessage({ id: 'propose.planned', defaultMessage: 'Planned in all' })}
          value={draft.dose.planned}
          onChange={(planned) =>
            draft.dose && set({ dose: { ...draft.dose, planned: planned > 0 ? planned : 1 } })
          }
          minValue={0.5}
        />
      ) : null}
    </div>
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
