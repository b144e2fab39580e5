import { useState } from 'react';
import { useIntl } from 'react-intl';
import { type Member, type NewMember, useAccountsOfSeats, useSaveMember } from '../../api/meetings.ts';
import { useOrganisations } from '../../api/organisations.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToday } from '../../use-today.ts';
import { OFFICE_WORDS, SEX_WORDS, SIDE_WORDS } from './meeting-words.ts';
import styles from './meetings.module.css';
import { useChoices } from './use-choices.ts';

interface MemberDialogProps {
  committeeId: string;
  /** Null: a new one. */
  member: Member | null;
  onClose: () => void;
}

/** A seat of a committee: whom it is for, never who sits there by name. */
export function MemberDialog({ committeeId, member, onClose }: MemberDialogProps) {
  const intl = useIntl();
  const choices = useChoices();
  const save = useSaveMember();
  const { data: organisations } = useOrganisations();
  const { data: accounts = [] } = useAccountsOfSeats(committeeId);
  const today = useToday();
  const [draft, setDraft] = useState<NewMember>({
    seat: member?.seat ?? '',
    office: member?.office ?? 'member',
    side: member?.side ?? 'community',
    sex: member?.sex ?? 'unsaid',
    organisationId: member?.organisationId ?? null,
    userId: member?.userId ?? null,
    termFrom: member?.termFrom ?? today,
    termTo: member?.termTo ?? null,
  });
  const set = (change: Partial<NewMember>) => setDraft({ ...draft, ...change });
  const none = intl.formatMessage({ id: 'member.organisation.none', defaultMessage: 'None' });
  return (
    <ConfirmDialog
      title={
        member
          ? intl.formatMessage({ id: 'member.change', defaultMessage: 'Change a seat' })
          : intl.formatMessage({ id: 'member.new', defaultMessage: 'New seat' })
      }
      isOpen
      onClose={onClose}
      onConfirm={() => save.mutate({ committeeId, member, json: draft }, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'meeting.save', defaultMessage: 'Save' })}
      isPending={save.isPending}
      isConfirmDisabled={draft.seat.trim() === '' || draft.termFrom === ''}
    >
      <div className={styles.form}>
        <ErrorNotice error={save.error} />
        <TextField
          label={intl.formatMessage({ id: 'member.seat', defaultMessage: 'Whom the seat is for' })}
          hint={intl.formatMessage({
            id: 'member.seat.hint',
            defaultMessage: 'As in: women’s association, market traders, district police. Never a name.',
          })}
          value={draft.seat}
          onChange={(seat) => set({ seat })}
          maxLength={200}
          isRequired
        />
        <div className={styles.pair}>
          <Select
            label={intl.formatMessage({ id: 'member.office', defaultMessage: 'Office' })}
            choices={choices(OFFICE_WORDS)}
            value={draft.office ?? 'member'}
            onChange={(office) => set({ office })}
          />
          <Select
            label={intl.formatMessage({ id: 'member.side', defaultMessage: 'Side' })}
            choices={choices(SIDE_WORDS)}
            value={draft.side}
            onChange={(side) => set({ side })}
          />
          <Select
            label={intl.formatMessage({ id: 'member.sex', defaultMessage: 'Sex' })}
            choices={choices(SEX_WORDS)}
            value={draft.sex ?? 'unsaid'}
            onChange={(sex) => set({ sex })}
          />
          <Select
            label={intl.formatMessage({ id: 'member.organisation', defaultMessage: 'Organisation' })}
            choices={[
              { id: 0, label: none },
              ...(organisations?.items ?? []).map(({ id, name }) => ({ id, label: name })),
            ]}
            value={draft.organisationId ?? 0}
            onChange={(id) => set({ organisationId: id === 0 ? null : id })}
          />
          <Select
            label={intl.formatMessage({ id: 'member.account', defaultMessage: 'Account that holds it' })}
            choices={[{ id: '', label: none }, ...accountChoices(accounts, member)]}
            value={draft.userId ?? ''}
            onChange={(id) => set({ userId: id || null })}
          />
          <TextField
            type="date"
            label={intl.formatMessage({ id: 'member.from', defaultMessage: 'First day' })}
            value={draft.termFrom}
            onChange={(termFrom) => set({ termFrom })}
            isRequired
          />
          <TextField
            type="date"
            label={intl.formatMessage({ id: 'member.to', defaultMessage: 'Last day, if there is one' })}
            value={draft.termTo ?? ''}
            onChange={(day) => set({ termTo: day || null })}
          />
        </div>
      </div>
    </ConfirmDialog>
  );
}

/** Whoever holds it now stays a choice, also when they may not read the meetings any more. */
function accountChoices(accounts: readonly { id: string; name: string }[], member: Member | null) {
  const { userId = null, userName = null } = member ?? {};
  const isMissing = userId !== null && userName !== null && accounts.every(({ id }) => id !== userId);
  const all = isMissing ? [...accounts, { id: userId, name: userName }] : accounts;
  return all.map(({ id, name }) => ({ id, label: name }));
}
