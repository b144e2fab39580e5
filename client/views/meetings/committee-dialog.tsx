import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Committee, useChangeCommittee, useFoundCommittee } from '../../api/meetings.ts';
import { AreaSelect } from '../../area-select.tsx';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { LanguageField } from './language-field.tsx';
import styles from './meetings.module.css';

interface CommitteeDialogProps {
  /** Null: a new one. */
  committee: Committee | null;
  onClose: () => void;
}

const NEW = {
  name: '',
  mandate: '',
  rules: '',
  languages: [] as string[],
  quorum: null as number | null,
  codeSignedOn: null as string | null,
  partnerNote: '',
  endedOn: null as string | null,
};

function fieldsOf({
  name,
  mandate,
  rules,
  languages,
  quorum,
  codeSignedOn,
  partnerNote,
  endedOn,
}: Committee) {
  return { name, mandate, rules, languages, quorum, codeSignedOn, partnerNote: partnerNote ?? '', endedOn };
}

export function CommitteeDialog({ committee, onClose }: CommitteeDialogProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const found = useFoundCommittee();
  const save = useChangeCommittee();
  const [areaId, setAreaId] = useState<number | null>(committee?.areaId ?? null);
  const [draft, setDraft] = useState<typeof NEW>(committee ? fieldsOf(committee) : NEW);
  const set = (change: Partial<typeof NEW>) => setDraft({ ...draft, ...change });
  const submit = () => {
    if (committee) save.mutate({ committee, change: draft }, { onSuccess: onClose });
    else if (areaId !== null)
      found.mutate(
        { ...draft, areaId },
        { onSuccess: ({ id }) => navigate({ to: '/committees/$id', params: { id } }) },
      );
  };
  return (
    <ConfirmDialog
      title={
        committee
          ? intl.formatMessage({ id: 'committee.change', defaultMessage: 'Change the committee' })
          : intl.formatMessage({ id: 'committee.new', defaultMessage: 'New committee' })
      }
      isOpen
      onClose={onClose}
      onConfirm={submit}
      confirmLabel={intl.formatMessage({ id: 'meeting.save', defaultMessage: 'Save' })}
      isPending={found.isPending || save.isPending}
      isConfirmDisabled={draft.name.trim() === '' || areaId === null}
    >
      <div className={styles.form}>
        <ErrorNotice error={found.error ?? save.error} />
        <TextField
          label={intl.formatMessage({ id: 'committee.name', defaultMessage: 'Name' })}
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={120}
          isRequired
        />
        {committee ? null : (
          <AreaSelect
            value={areaId}
            onChange={setAreaId}
            hint={intl.formatMessage({
              id: 'committee.area.hint',
              defaultMessage: 'Whose cases, promises and concerns it deals with. It cannot be changed later.',
            })}
          />
        )}
        <TextArea
          label={intl.formatMessage({ id: 'committee.mandate', defaultMessage: 'Mandate' })}
          value={draft.mandate}
          onChange={(mandate) => set({ mandate })}
          rows={2}
          maxLength={4000}
        />
        <TextArea
          label={intl.formatMessage({ id: 'committee.rules', defaultMessage: 'Rules of procedure' })}
          value={draft.rules}
          onChange={(rules) => set({ rules })}
          rows={2}
          maxLength={10_000}
        />
        <div className={styles.pair}>
          <NumberField
            label={intl.formatMessage({ id: 'committee.quorum', defaultMessage: 'Members needed (quorum)' })}
            hint={intl.formatMessage({
              id: 'committee.quorum.hint',
              defaultMessage: 'Shown at each meeting, not enforced',
            })}
            value={draft.quorum ?? Number.NaN}
            onChange={(quorum) => set({ quorum: Number.isNaN(quorum) ? null : quorum })}
            minValue={1}
            maxValue={1000}
          />
          <LanguageField value={draft.languages} onChange={(languages) => set({ languages })} />
          <TextField
            type="date"
            label={intl.formatMessage({ id: 'committee.code', defaultMessage: 'Code of conduct signed on' })}
            value={draft.codeSignedOn ?? ''}
            onChange={(day) => set({ codeSignedOn: day || null })}
          />
          {committee ? (
            <TextField
              type="date"
              label={intl.formatMessage({ id: 'committee.ended', defaultMessage: 'Last day, if it ended' })}
              value={draft.endedOn ?? ''}
              onChange={(day) => set({ endedOn: day || null })}
            />
          ) : null}
        </div>
        <TextArea
          label={intl.formatMessage({
            id: 'committee.partner',
            defaultMessage: 'Note on the partner force (for those who change committees)',
          })}
          value={draft.partnerNote}
          onChange={(partnerNote) => set({ partnerNote })}
          rows={2}
          maxLength={4000}
        />
        <p className={styles.quiet}>
          <FormattedMessage
            id="committee.noNames"
            defaultMessage="Write offices and organisations, never the names of persons."
          />
        </p>
      </div>
    </ConfirmDialog>
  );
}
