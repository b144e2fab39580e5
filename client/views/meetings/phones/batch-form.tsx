import { useState } from 'react';
import { useIntl } from 'react-intl';
import { type Ballot, type NewBatch, useTypeBatch } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { optionsOf } from './ballot-options.ts';
import { GROUP_WORDS } from './phone-words.ts';

type Group = NonNullable<NewBatch['group']>;
// The keys of the record are the groups; Object.keys forgets it.
const GROUPS = Object.keys(GROUP_WORDS) as Group[];
const whole = (count: number) => (Number.isFinite(count) ? Math.max(0, Math.round(count)) : 0);

/** What was counted in the room: hands, or a pile of papers, of everybody or of one group. */
export function BatchForm({ ballot, onClose }: { readonly ballot: Ballot; readonly onClose: () => void }) {
  const intl = useIntl();
  const type = useTypeBatch();
  const [kind, setKind] = useState<NewBatch['kind']>(ballot.kind === 'hands' ? 'hands' : 'paper');
  const [group, setGroup] = useState<Group | 'all'>('all');
  const [papers, setPapers] = useState(0);
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const batch: NewBatch = { kind, group: group === 'all' ? null : group, papers, counts: { ...counts } };
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'batch.title', defaultMessage: 'Type what was counted' })}
      isOpen
      onClose={onClose}
      onConfirm={() => type.mutate({ ballot, batch }, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'batch.keep', defaultMessage: 'Count it' })}
      isPending={type.isPending}
      isConfirmDisabled={papers === 0}
    >
      <ErrorNotice error={type.error} />
      <Select
        label={intl.formatMessage({ id: 'batch.kind', defaultMessage: 'What was counted?' })}
        value={kind}
        onChange={setKind}
        choices={[
          { id: 'hands', label: intl.formatMessage({ id: 'batch.hands', defaultMessage: 'Hands' }) },
          { id: 'paper', label: intl.formatMessage({ id: 'batch.paper', defaultMessage: 'Papers' }) },
        ]}
      />
      <Select
        label={intl.formatMessage({ id: 'batch.group', defaultMessage: 'Of whom?' })}
        value={group}
        onChange={setGroup}
        choices={[
          { id: 'all', label: intl.formatMessage({ id: 'batch.all', defaultMessage: 'Everybody' }) },
          ...GROUPS.map((id) => ({ id, label: intl.formatMessage(GROUP_WORDS[id]) })),
        ]}
      />
      <NumberField
        label={intl.formatMessage({ id: 'batch.papers', defaultMessage: 'How many hands or papers?' })}
        value={papers}
        minValue={0}
        onChange={(count) => setPapers(whole(count))}
      />
      {optionsOf(ballot, intl).map(({ id, text }) => (
        <NumberField
          key={id}
          label={text}
          value={counts[id] ?? 0}
          minValue={0}
          onChange={(count) => setCounts({ ...counts, [id]: whole(count) })}
        />
      ))}
    </ConfirmDialog>
  );
}
